package dev.stempel.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A rule file by its name and its text.
 *
 * @param name as in {@code ice-cream-card.drl}
 * @param text what stands in it
 */
record RuleText(String name, String text) {

    static RuleText of(Path file) {
        try {
            return new RuleText(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every rule file of this module that needs no table, in the order of folders and names. */
    static List<RuleText> all() throws IOException {
        try (var files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .filter(file -> !file.startsWith("target") && !file.startsWith("src"))
                    .sorted()
                    .map(RuleText::of)
                    .filter(rule -> !rule.text().contains("{offer}"))
                    .toList();
        }
    }
}
