package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How well the mistakes people make in rule files are told; the details are in {@code target/mistakes}. */
class TypicalMistakesTest {

    private static final int FILES_TO_CUT = 6;

    private final List<RuleText> rules;

    TypicalMistakesTest() throws IOException {
        rules = RuleText.all();
    }

    @Test
    void mistakesMadeInTheRuleFilesAreTold() throws IOException {
        var score = score("mutants", Mistakes.made("mistakes", rules).stream());
        assertThat(score.verdicts()).hasSizeGreaterThan(2_000);
        isGood(score);
    }

    @Test
    void mistakesMadeInTablesAreTold() throws IOException {
        var score = score("tables", Mistakes.made("tables", RuleText.tables()).stream());
        assertThat(score.verdicts()).hasSizeGreaterThan(50);
        isGood(score);
    }

    @Test
    void mistakesFoundInTheWildAreTold() throws IOException {
        var score = score("handwritten", Mistakes.handwritten().stream());
        isGood(score);
    }

    @Test
    void aFileThatWasHalfSavedIsTold() throws IOException {
        int step = rules.size() / FILES_TO_CUT;
        var halfSaved = IntStream.range(0, FILES_TO_CUT)
                .mapToObj(i -> rules.get(i * step))
                .flatMap(Mistakes::halfSaved);
        var score = score("half-saved", halfSaved);
        isGood(score);
    }

    private static Score score(String name, Stream<Mutant> mutants) throws IOException {
        var score = new Score(mutants.map(Verdict::of).toList());
        var report = Path.of("target", "mistakes", name + ".txt");
        Files.createDirectories(report.getParent());
        Files.writeString(report, score + "\n\n" + score.failures());
        System.out.println(name + ": " + score);
        return score;
    }

    private static void isGood(Score score) {
        assertThat(score.reported()).isEqualTo(100);
        assertThat(score.exact()).isGreaterThanOrEqualTo(95);
        assertThat(score.advised()).isGreaterThanOrEqualTo(90);
        assertThat(score.plain()).isEqualTo(100);
    }
}
