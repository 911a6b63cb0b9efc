package dev.stempel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Pattern TEXT = Pattern.compile("\"([\\w.-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Properties texts(String file) throws Exception {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(Phrase.class.getResourceAsStream(file))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void everyProblemIsToldInBothLanguages() throws Exception {
        assertThat(texts("problems_nl.properties").stringPropertyNames())
                .isEqualTo(texts("problems.properties").stringPropertyNames());
    }

    @Test
    void everyTextIsSaidSomewhere() throws Exception {
        var said = new HashSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                TEXT.matcher(Files.readString(source)).results().forEach(text -> said.add(text.group(1)));
            }
        }
        assertThat(texts("problems.properties").stringPropertyNames()).allMatch(key -> isSaid(key, said));
    }

    /** A name may be put together of its beginning and a word of the program. */
    private static boolean isSaid(String key, Set<String> said) {
        return said.contains(key)
                || said.contains(key.replaceAll("\\.hint$", ""))
                || said.stream().anyMatch(text -> text.endsWith(".") && key.startsWith(text));
    }

    @Test
    void everyProblemComesWithAHint() throws Exception {
        for (var file : new String[] {"problems.properties", "problems_nl.properties"}) {
            var texts = texts(file);
            for (var key : texts.stringPropertyNames()) {
                if (key.endsWith(".hint")) {
                    assertThat(texts.getProperty(key)).as(key).matches("(?s)(Maybe|Misschien) .*[?.]");
                }
            }
        }
    }

    @Test
    void everyTextCanBeFilledIn() throws Exception {
        for (var key : texts("problems.properties").stringPropertyNames()) {
            var phrase = Phrase.of(key, "one", "two", "three", "four");
            for (var locale : new Locale[] {Locale.ENGLISH, DUTCH}) {
                assertThat(phrase.in(locale)).as(key).isNotBlank().doesNotContainPattern(PLACE);
            }
        }
    }

    @Test
    void aPhraseWithinAnotherIsSaidInTheSameLanguage() {
        var phrase = Phrase.of("compare.kinds", "at", Phrase.of("kind.DATE"), Phrase.of("kind.NUMBER"));
        assertThat(phrase.in(DUTCH)).isEqualTo("\"at\" is een datum en niet te vergelijken met een getal.");
        assertThat(phrase.in(Locale.FRENCH)).isEqualTo("\"at\" is a date and cannot be compared with a number.");
    }
}
