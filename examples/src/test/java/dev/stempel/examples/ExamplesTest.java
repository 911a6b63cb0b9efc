package dev.stempel.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example prints what its file in {@code expected} says, line by line. */
class ExamplesTest {

    @Test
    void theQuickstartTellsThreeMonthsOnAHighStreet() throws IOException {
        assertThat(quickstart("en-GB")).containsExactlyElementsOf(Resource.lines("expected/quickstart.txt"));
    }

    @Test
    void theQuickstartTellsCustomersInDutch() throws IOException {
        assertThat(quickstart("nl"))
                .contains(
                        "dinsdag 1 april 2025",
                        "         + 3 punten, geldig tot en met 31 december 2026 - Eén punt voor elke twee euro die u uitgeeft");
    }

    @Test
    void noReasonOfTheQuickstartIsLeftInEnglish() throws IOException {
        assertThat(reasons(quickstart("nl"))).isNotEmpty().doesNotContainAnyElementsOf(reasons(quickstart("en-GB")));
    }

    @Test
    void theTillPreviewsWhatItGivesOnPaymentAndOnlyOnce() throws IOException {
        assertThat(lines(Till::run)).containsExactlyElementsOf(Resource.lines("expected/till.txt"));
    }

    @Test
    void aFactOfTheApplicationDecides() throws IOException {
        assertThat(lines(OwnFacts::run)).containsExactlyElementsOf(Resource.lines("expected/own-facts.txt"));
    }

    @Test
    void fourLinesGiveAFreeCone() throws IOException {
        assertThat(lines(FirstReward::run)).anyMatch(line -> line.contains("Voucher[") && line.contains("item=cone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"high-street", "own-facts"})
    void theCasesBesideTheRulesHold(String programme) throws IOException {
        assertThat(Trial.of(Path.of("src/main/resources", programme), OwnFacts.Weather.class)
                        .run())
                .isNotEmpty()
                .allSatisfy(result ->
                        assertThat(result.passed()).as(result.toString()).isTrue());
    }

    private static List<String> quickstart(String language) throws IOException {
        return lines(out -> Quickstart.run(out, Locale.forLanguageTag(language)));
    }

    private static List<String> reasons(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("         + "))
                .map(line -> line.substring(line.lastIndexOf(" - ")))
                .distinct()
                .toList();
    }

    private interface Example {
        void run(PrintStream out) throws IOException;
    }

    private static List<String> lines(Example example) throws IOException {
        var bytes = new ByteArrayOutputStream();
        example.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
