package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be read or written is named, with what is wrong with it. */
class BadFilesTest {

    private static final String RULES = "gift-shop";
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder = Path.of("");

    private String log = "";

    @BeforeEach
    void writeALog() throws IOException {
        log = Files.writeString(folder.resolve("log.jsonl"), "").toString();
    }

    @Test
    void aFolderOfRulesThatIsNotThereOrAFileIsTold() {
        var missing = folder.resolve("nowhere").toString();
        told(run(missing, log), missing + ": There is no such folder. Maybe the path is wrong?");
        told(run(log, log), log + ": It is a file. Maybe name the folder it is in?");
        told(stempel("check", missing), missing + ": There is no such file or folder. Maybe the path is wrong?");
    }

    @Test
    void aLogThatIsNotThereOrAFolderIsTold() throws IOException {
        var missing = folder.resolve("none.jsonl").toString();
        told(run(RULES, missing), missing + ": There is no such file or folder. Maybe the path is wrong?");
        var directory = Files.createDirectory(folder.resolve("logs.jsonl")).toString();
        assertThat(run(RULES, directory).code()).isEqualTo(2);
        assertThat(run(RULES, directory).err()).contains("Maybe ");
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() {
        var there = folder.resolve("none/out.jsonl").toString();
        told(run(RULES, log, "--out", there), there + ": There is no such file or folder. Maybe the path is wrong?");
        var out = folder.resolve("out.jsonl").toString();
        told(
                run(RULES, log, "--out", out, "--errors", out),
                out + ": It would be written as --out and as --errors. Maybe name another file?");
    }

    @Test
    void aFileThatThisUserMayNotReadIsTold() throws IOException {
        Files.setPosixFilePermissions(Path.of(log), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(Path.of(log))).isFalse();
        told(
                run(RULES, log),
                log
                        + ": This user may not use it. Maybe let this user read it, or write where something is to be written?");
    }

    /** Whoever writes an export onto a full disk must not believe to have it. */
    @Test
    void whatCannotBeWrittenToStandardOutputIsTold() throws IOException, InterruptedException {
        assumeThat(FULL).exists();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Stempel.class.getName(), "--help")
                .redirectOutput(FULL.toFile())
                .start();
        var told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(told).contains("standard output: It could not be written to its end. Maybe ");
    }

    private static void told(Ran ran, String problem) {
        assertThat(ran).isEqualTo(new Ran(2, "", problem + System.lineSeparator()));
    }

    private static Ran run(String rules, String log, String... more) {
        var arguments = new ArrayList<>(List.of("run", "--rules", rules, "--events", log));
        arguments.addAll(List.of(more));
        return stempel(arguments.toArray(String[]::new));
    }
}
