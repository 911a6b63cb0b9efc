package dev.stempel.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stempel.check.RuleCheck;
import dev.stempel.problem.Problem;
import dev.stempel.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a fuzzer calls with whatever it comes up with: the checker answers, in words, in time, and without failing. Run it
 * with {@code mvn -Pfuzz verify}.
 */
public final class CheckerFuzz {

    private static final long MOST_NANOS = 250_000_000;
    private static final int ROUNDS = 3;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));

    private static final RuleCheck CHECK = new RuleCheck(List.of());

    private static final Pattern OFFER = Pattern.compile("@offer\\(\"([^\"]*)\"\\)");

    /** What is below this line is a table, and what is above it is the rule file the table fills in. */
    static final String TABLE = "\n%table\n";

    private CheckerFuzz() {}

    /** One input, called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        inTime(new String(input, UTF_8));
    }

    /** Fails unless this text is answered in time: a pause of the machine is no fault, so it may try again. */
    static void inTime(String text) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS && fastest > MOST_NANOS; i++) {
            long start = System.nanoTime();
            answer(text);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        if (fastest > MOST_NANOS) {
            throw new IllegalStateException("The answer took " + fastest / 1_000_000 + " ms.");
        }
    }

    /** As the offer says, so that a file that is right otherwise is accepted. */
    private static String name(String text) {
        var offer = OFFER.matcher(text);
        return (offer.find() ? offer.group(1) : "fuzz") + ".drl";
    }

    /** The files of an input: a rule file, or above and below a line of its own a rule file and its table. */
    private static Map<String, String> files(String text) {
        int table = text.indexOf(TABLE);
        return table < 0
                ? Map.of(name(text), text)
                : Map.of(
                        "fuzz.drl",
                        text.substring(0, table + 1),
                        Table.beside("fuzz.drl"),
                        text.substring(table + TABLE.length()));
    }

    static List<Problem> problems(String text) {
        return CHECK.problems(files(text));
    }

    /** Fails unless this text is answered in words. */
    static void answer(String text) {
        for (var problem : problems(text)) {
            for (var language : LANGUAGES) {
                if (problem.in(language).isBlank()) {
                    throw new IllegalStateException("A problem says nothing.");
                }
            }
        }
    }
}
