package dev.stempel.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.RuleBook;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a rule file, it is either read or refused with its problems. */
class MangledFilesTest {

    private static final boolean LONG = Boolean.getBoolean("stempel.long");
    private static final Path FUZZED = Edits.FOLDER.resolve("fuzz/inputs.base64");

    @Test
    void aMangledFileIsReadOrRefused() throws IOException {
        int files = LONG ? 100_000 : 2_000;
        var mangler = new Mangler(RuleText.all(), 42);
        int refused = 0;
        for (int i = 0; i < files; i++) {
            refused += isRefused(mangler.next()) ? 1 : 0;
        }
        assertThat(refused).isBetween(files / 2, files - 1);
    }

    @Test
    void aMangledTableIsReadOrRefused() throws IOException {
        int tables = LONG ? 100_000 : 500;
        var mangler = new Mangler(RuleText.tables(), 44);
        int refused = 0;
        for (int i = 0; i < tables; i++) {
            refused += isRefused(mangler.next()) ? 1 : 0;
        }
        assertThat(refused).isBetween(tables / 2, tables - 1);
    }

    @Test
    void aMangledFileIsAnswered() throws IOException {
        int files = LONG ? 10_000_000 : 10_000;
        var mangler = new Mangler(RuleText.all(), 43);
        for (int i = 0; i < files; i++) {
            var text = mangler.next().text();
            if (LONG) {
                CheckerFuzz.inTime(text);
            } else {
                CheckerFuzz.answer(text);
            }
        }
    }

    /** One for each line: what a fuzzer came up with to reach another part of the checker. */
    @Test
    void whatAFuzzerCameUpWithIsAnswered() throws IOException {
        var inputs = Files.readAllLines(FUZZED);
        assertThat(inputs).hasSizeGreaterThan(100);
        inputs.forEach(
                input -> CheckerFuzz.answer(new String(Base64.getDecoder().decode(input), UTF_8)));
    }

    /** The seeds from which a fuzzer makes tables. */
    @Test
    void theTablesAFuzzerBeginsWithAreRight() throws IOException {
        var tables = Files.readAllLines(FUZZED).stream()
                .map(input -> new String(Base64.getDecoder().decode(input), UTF_8))
                .filter(input -> input.contains(CheckerFuzz.TABLE))
                .toList();
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(input ->
                        assertThat(CheckerFuzz.problems(input)).as(input).isEmpty());
    }

    private static boolean isRefused(RuleText file) {
        try {
            RuleBook.of(file.book());
            return false;
        } catch (InvalidRules e) {
            assertThat(e.problems()).isNotEmpty();
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("Neither read nor refused: " + file.text(), e);
        }
    }
}
