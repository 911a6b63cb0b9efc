package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.problem.InvalidInput;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeFolderTest {

    private static final String RULE = """
            package points
            rule "A point for every euro"
                @offer("points")
            when
                Purchase( $paid : paid )
            then
                rewards.give( points(1).per(1).of( $paid ) );
            end
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aRule() throws IOException {
        Files.writeString(folder.resolve("points.drl"), RULE);
    }

    @Test
    void aFolderWithRulesAndPoliciesIsAProgramme() throws IOException {
        policies("{\"name\":\"High Street\",\"zone\":\"Europe/Amsterdam\",\"currency\":\"EUR\",\"limits\":\"TRIM\"}");
        var programme = Programme.load(folder);
        assertThat(programme.policies().name()).isEqualTo("High Street");
        assertThat(programme.rules().offers()).extracting(offer -> offer.id()).containsExactly("points");
    }

    @Test
    void aFolderWithoutPoliciesIsNone() {
        refused("has no programme.json. Maybe write one with");
    }

    @Test
    void everyMissingPolicyIsTold() throws IOException {
        policies("{}");
        refused("\"name\" is missing. Maybe", "\"zone\" is missing. Maybe", "\"currency\" is missing. Maybe");
    }

    @Test
    void anUnknownZoneIsTold() throws IOException {
        policies("{\"name\":\"High Street\",\n\"zone\":\"Europe/Amsterdm\",\"currency\":\"EUR\"}");
        refused("programme.json:2: policies.zone: \"Europe/Amsterdm\" is no zone. Maybe");
    }

    @Test
    void ruleFilesAreFoundInAJar() throws IOException {
        var jar = folder.resolve("some rules.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, "offers/", "");
            add(out, "offers/points.drl", RULE);
        }
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            var offers = RuleBook.fromClasspath("offers").offers();
            assertThat(offers).extracting(offer -> offer.id()).containsExactly("points");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void add(JarOutputStream jar, String name, String text) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void policies(String json) throws IOException {
        Files.writeString(folder.resolve("programme.json"), json);
    }

    private void refused(String... told) {
        assertThatThrownBy(() -> Programme.load(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll(told);
    }
}
