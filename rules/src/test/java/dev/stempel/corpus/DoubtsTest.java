package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.RuleBook;
import dev.stempel.check.Circumstances;
import dev.stempel.check.RuleCheck;
import dev.stempel.json.ProgrammeFile;
import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What may be compiled and cannot be meant, made in every rule file of the catalogue where it can be made. */
class DoubtsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-01");

    private static final Pattern OFFER = Pattern.compile("@offer\\(\"([^\"{]*)\"\\)");

    private static List<Path> programmes() throws IOException {
        try (var folders = Files.list(Path.of(""))) {
            return folders.filter(folder -> Files.exists(folder.resolve("programme.json")))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> texts(Path programme) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var file : RuleBook.files(programme)) {
            texts.put(file.toString(), Files.readString(file));
        }
        return texts;
    }

    private static List<Problem> problems(Path programme, Map<String, String> texts) throws IOException {
        return new RuleCheck(List.of()).problems(texts, new Circumstances(ProgrammeFile.read(programme), TODAY, null));
    }

    /** Makes the change in every file where it can be made; each is told where it is, with this hint. */
    private static int told(Pattern find, String write, String hint) throws IOException {
        int made = 0;
        for (var programme : programmes()) {
            var texts = texts(programme);
            for (var file : texts.entrySet()) {
                var found = find.matcher(file.getValue());
                if (!found.find()) {
                    continue;
                }
                made++;
                var changed = new TreeMap<>(texts);
                changed.put(file.getKey(), found.replaceFirst(write));
                int column = found.start(1) - file.getValue().lastIndexOf('\n', found.start(1));
                assertThat(problems(programme, changed))
                        .as(changed.get(file.getKey()))
                        .anySatisfy(problem -> {
                            assertThat(problem.place()).isEqualTo(file.getKey());
                            assertThat(problem.isError()).isFalse();
                            assertThat(problem.column()).isEqualTo(column);
                            assertThat(problem.hint()).contains(hint.isEmpty() ? found.group(1) : hint);
                        });
            }
        }
        return made;
    }

    @Test
    void theCatalogueItselfHoldsNone() throws IOException {
        for (var programme : programmes()) {
            assertThat(problems(programme, texts(programme)))
                    .extracting(problem -> problem.what().key())
                    .noneMatch(key -> key.startsWith("practice."));
        }
    }

    /** Whether the copy's name comes before or after the original's. */
    @Test
    void aCopyWhoseRuleKeptItsNameIsToldAtTheCopyAndNamesTheOriginal() throws IOException {
        for (var programme : programmes()) {
            var texts = texts(programme);
            for (var file : texts.entrySet()) {
                var offer = OFFER.matcher(file.getValue());
                if (offer.find()) {
                    for (var name : List.of("a-copy", "z-copy")) {
                        var copied = new TreeMap<>(texts);
                        var copy = programme.resolve(name + ".drl").toString();
                        copied.put(copy, file.getValue().replace(offer.group(), "@offer(\"" + name + "\")"));
                        assertThat(problems(programme, copied))
                                .as(copy + " of " + file.getKey())
                                .anyMatch(problem -> problem.place().equals(copy)
                                        && problem.message().contains("is also in " + file.getKey()));
                    }
                }
            }
        }
    }

    @Test
    void anOfferThatHasEndedIsTold() throws IOException {
        assertThat(told(Pattern.compile("@valid\\(\"([^\"{]*)\"\\)"), "@valid(\"..2020-12-31\")", "later day"))
                .isPositive();
    }

    @Test
    void aMisspelledPartnerIsTold() throws IOException {
        assertThat(told(Pattern.compile("(?<=voucher\\( ?)(\"(\\w+)\\w([^\"]*)\")(?=,)"), "\"$2$3\"", ""))
                .isPositive();
    }
}
