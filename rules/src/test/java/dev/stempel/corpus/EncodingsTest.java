package dev.stempel.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stempel.RuleBook;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were not saved as UTF-8 are told, with the place of the first character that was lost. */
class EncodingsTest {

    private static final String RULE = """
            // Says:   A coffee earns ten points.
            package cafés

            rule "Every café crème earns ten points"
                @offer("saved")
            when
                Purchase()
            then
                rewards.give( points(10) );
            end
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileInUtf8IsRead() throws IOException {
        Files.write(folder.resolve("saved.drl"), RULE.replace("cafés", "cafes").getBytes(UTF_8));
        assertThat(RuleBook.load(folder).offers()).hasSize(1);
    }

    @Test
    void aFileOfTheOldWindowsIsTold() throws IOException {
        refused(RULE.getBytes(Charset.forName("windows-1252")), 2, 12);
        refused(RULE.replace("cafés", "cafes").getBytes(ISO_8859_1), 4, 16);
    }

    @Test
    void aFileInUtf16IsTold() throws IOException {
        refused(("\uFEFF" + RULE).getBytes(UTF_16LE), 1, 1);
        refused(("\uFEFF" + RULE).getBytes(UTF_16BE), 1, 1);
        refused(RULE.getBytes(UTF_16LE), 1, 1);
    }

    @Test
    void aTrickWithTooManyBytesIsTold() throws IOException {
        refused("// Says: \u00C0\u00AF\n".getBytes(ISO_8859_1), 1, 10);
        refused("// Says: \u00E2\u0082\n".getBytes(ISO_8859_1), 1, 10);
    }

    private void refused(byte[] bytes, int line, int column) throws IOException {
        Files.write(folder.resolve("saved.drl"), bytes);
        var thrown = catchThrowableOfType(InvalidRules.class, () -> RuleBook.load(folder));
        assertThat(thrown.problems()).first().satisfies(problem -> {
            assertThat(problem.place()).endsWith("saved.drl");
            assertThat(problem.hint()).contains("UTF-8");
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
        });
    }
}
