package dev.stempel.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts in the language of their reader. What a language lacks is said in English, whatever the language of the machine;
 * a {@code ResourceBundle} would prefer that one. Immutable and thread-safe.
 */
public final class Bundle {

    private final Locale locale;
    private final String name;
    private final Properties patterns;

    /**
     * The texts of {@code name.properties} (English), {@code name_nl.properties} and so on, beside a class.
     *
     * @param owner the class they stand beside
     * @param name the file's name without language and ending
     * @param locale the language
     */
    public Bundle(Class<?> owner, String name, Locale locale) {
        this.locale = locale;
        this.name = name;
        var endings = new LinkedHashSet<String>();
        endings.add("");
        endings.add("_" + locale.getLanguage());
        endings.add("_" + locale.getLanguage() + "_" + locale.getCountry());
        var known = new Properties();
        for (var ending : endings) {
            known = load(owner, name + ending + ".properties", known);
        }
        patterns = known;
    }

    private static Properties load(Class<?> owner, String file, Properties otherwise) {
        try (var in = owner.getResourceAsStream(file)) {
            if (in == null) {
                return otherwise;
            }
            var found = new Properties(otherwise);
            found.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all texts. */
    public Set<String> keys() {
        return patterns.stringPropertyNames();
    }

    /** The text of a name as it is written; absent when there is none. */
    public @Nullable String pattern(String key) {
        return patterns.getProperty(key);
    }

    /** The text of a name, with these values filled in. */
    public String say(String key, @Nullable Object... values) {
        var pattern = pattern(key);
        if (pattern == null) {
            throw new IllegalArgumentException("There is no text \"" + key + "\" in " + name + ".properties.");
        }
        return new MessageFormat(pattern, locale).format(values);
    }
}
