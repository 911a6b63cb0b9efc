package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoeverMayReadTheRulesMayReadTheManifest() throws IOException {
        var rules = Files.writeString(folder.resolve("visit.drl"), """
                rule "A visit is ten points" @offer("visit")
                when
                    Activity( kind == "visit" )
                then
                    rewards.give( bonus( 10 ) );
                end
                """);
        Manifest.write(folder);
        var manifest = folder.resolve("manifest.json");
        assertThat(Files.getPosixFilePermissions(manifest)).isEqualTo(Files.getPosixFilePermissions(rules));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(rules, manifest);
        }
    }
}
