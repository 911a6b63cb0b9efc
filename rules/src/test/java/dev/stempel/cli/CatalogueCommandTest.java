package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandTest {

    @Test
    void thePageSaysWhatTheRuleFilesSay() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .as("java -jar rules/target/stempel.jar catalogue --markdown rules > rules/README.md")
                .isEqualTo(stempel("catalogue", "--markdown").out());
    }

    @Test
    void everyOfferOfAProgrammeIsListedWithItsPromise() {
        var ran = stempel("catalogue", "tiers");
        assertThat(ran.code()).isZero();
        assertThat(ran.outLines())
                .startsWith("High Street Members")
                .anyMatch(line -> line.matches("  gold-multiplier +Gold members earn one and a half times the points."))
                .hasSize(1 + ruleFiles("tiers"));
    }

    @Test
    void aFolderWithoutProgrammesHasNoCatalogue(@TempDir Path folder) {
        var ran = stempel("catalogue", folder.toString());
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(folder.toString(), "Maybe ");
    }

    @Test
    void theSchemaOfCasesIsWrittenForEditors() throws IOException {
        assertThat(stempel("schema").out()).isEqualTo(Files.readString(Path.of("cases.schema.json")));
    }

    private static int ruleFiles(String folder) {
        var files = Path.of(folder).toFile().list((dir, name) -> name.endsWith(".drl"));
        return files == null ? 0 : files.length;
    }
}
