package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StempelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "test",
                "explain",
                "manifest",
                "measures",
                "catalogue",
                "audit",
                "statement",
                "liability",
                "export",
                "erase"
            })
    void helpTeachesWithExamplesAndExitCodes(String command) {
        var ran = stempel(command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Usage: stempel " + command, "Exit codes:", "  stempel " + command + " ");
        assertThat(ran.outLines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void helpNamesTheCommands() {
        assertThat(stempel("--help").out()).contains("run ", "test ", "measures ", "catalogue ", "Examples:");
    }

    @Test
    void itKnowsItsVersion() {
        assertThat(stempel("--version").out()).startsWith("Stempel ");
    }

    @Test
    void anUnknownCommandIsAnError() {
        var ran = stempel("rum");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("rum", "Maybe ");
    }

    @Test
    void theCasesOfTheGiftShopComeAsExpected() {
        var ran = stempel("test", "gift-shop");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("ok      win-back: ").contains(" cases, 0 failed");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aCaseThatComesOtherwiseIsToldWithWhatCame(@TempDir Path folder) throws IOException {
        for (var name : new String[] {"programme.json", "win-back.cases.json"}) {
            Files.copy(Path.of("gift-shop", name), folder.resolve(name));
        }
        var rule = Files.readString(Path.of("gift-shop/win-back.drl"));
        Files.writeString(folder.resolve("win-back.drl"), rule.replace("bonus( 200 )", "bonus( 150 )"));
        var ran = stempel("test", folder.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("FAILED  win-back: ").contains("200").contains("150");
        assertThat(ran.out()).contains("3 cases, 1 failed");
        assertThat(stempel("test", "--language", "nl", folder.toString()).errLines())
                .contains("  verwacht         gekomen", "  points           points", "    amount 200   ≠   amount 150");
    }

    @Test
    void aFolderWithoutRulesCannotBeTested(@TempDir Path folder) {
        var ran = stempel("test", folder.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("no rule files", "Maybe ");
    }
}
