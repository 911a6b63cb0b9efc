package dev.stempel.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Something that can be said in the language of its reader. The texts stand in {@code problems.properties} and one more
 * file for each language.
 *
 * @param key the text's name
 * @param values what to fill in; what can be said among them is said in the same language
 */
public record Phrase(String key, List<?> values) implements Sayable {

    /** Nothing at all. */
    public static final Phrase NONE = plain("");

    private static final Map<String, Bundle> BUNDLES = new ConcurrentHashMap<>();

    public Phrase {
        values = List.copyOf(values);
    }

    /** The text of this name. */
    public static Phrase of(String key, Object... values) {
        return new Phrase(key, List.of(values));
    }

    /** A text that is the same in every language. */
    public static Phrase plain(String text) {
        return of("plain", text);
    }

    /** The advice that belongs to this text. */
    public Phrase hint() {
        return new Phrase(key + ".hint", values);
    }

    @Override
    public String in(Locale locale) {
        var bundle =
                BUNDLES.computeIfAbsent(locale.getLanguage(), language -> new Bundle(Phrase.class, "problems", locale));
        return bundle.say(
                key,
                values.stream()
                        .map(value -> value instanceof Sayable text ? text.in(locale) : value.toString())
                        .toArray());
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
