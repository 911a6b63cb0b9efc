package dev.stempel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.check.RuleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long the check takes, told and not judged: {@code mvn test -pl core,rules -Dtest=CheckRatesTest
 * -Dsurefire.failIfNoSpecifiedTests=false} prints it.
 */
class CheckRatesTest {

    private static final int FILES = 200;

    @Test
    void howLongTheCheckTakesIsTold() throws IOException {
        var folder = folder();
        var check = new RuleCheck(List.of());
        var told = Stream.of(
                        "a folder of " + FILES + " files: " + millis(check, folder) + " at first, "
                                + millis(new RuleCheck(List.of()), folder) + " by another check",
                        "one of them edited: " + millis(check, edited(folder)),
                        "hostile files, at first: " + hostile(),
                        "hostile files, again: " + hostile())
                .toList();
        told.forEach(System.out::println);
        Files.write(Files.createDirectories(Path.of("target", "mistakes")).resolve("rates.txt"), told);
    }

    /** The rule files of this module, each as often as it takes, under other names. */
    private static Map<String, String> folder() throws IOException {
        var rules = RuleText.all();
        var folder = new TreeMap<String, String>();
        for (int i = 0; i < FILES; i++) {
            var rule = rules.get(i % rules.size());
            int copy = i / rules.size();
            var suffix = copy == 0 ? "" : "-" + copy;
            folder.put(
                    rule.name().replace(".drl", suffix + ".drl"),
                    rule.text()
                            .replaceAll("@offer\\(\"([^\"]+)\"", "@offer(\"$1" + suffix + "\"")
                            .replaceAll("(?m)^rule \"(.+)\"", "rule \"$1" + suffix + "\""));
        }
        return folder;
    }

    private static Map<String, String> edited(Map<String, String> folder) {
        var edited = new TreeMap<>(folder);
        edited.computeIfPresent(edited.firstKey(), (name, text) -> text + "\n// Edited.\n");
        return edited;
    }

    private static String hostile() {
        var files = Stream.concat(HostileFiles.all().stream(), Oversized.all()).toList();
        var nanos = files.stream()
                .mapToLong(file -> nanos(new RuleCheck(List.of()), Map.of("hostile.drl", file.text())))
                .sorted()
                .toArray();
        assertThat(nanos).hasSizeGreaterThan(500);
        return files.size() + ", half of them within " + told(nanos[nanos.length / 2]) + ", all within "
                + told(Arrays.stream(nanos).max().orElseThrow());
    }

    private static String millis(RuleCheck check, Map<String, String> texts) {
        return told(nanos(check, texts));
    }

    private static long nanos(RuleCheck check, Map<String, String> texts) {
        long start = System.nanoTime();
        check.problems(texts);
        return System.nanoTime() - start;
    }

    private static String told(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
