package dev.stempel.corpus;

import dev.stempel.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule file, or a table of offers, by its name and its text.
 *
 * @param name as in {@code ice-cream-card.drl}
 * @param text what stands in it
 * @param beside the rule file that it fills in, by its name; empty for a rule file
 */
record RuleText(String name, String text, Map<String, String> beside) {

    RuleText(String name, String text) {
        this(name, text, Map.of());
    }

    static RuleText of(Path file) {
        try {
            return new RuleText(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same file with another text in it. */
    RuleText with(String other) {
        return new RuleText(name, other, beside);
    }

    /** What makes a rule book together. */
    Map<String, String> book() {
        var book = new TreeMap<>(beside);
        book.put(name, text);
        return book;
    }

    /** Every table of this module, in the order of folders and names. */
    static List<RuleText> tables() throws IOException {
        return files(file -> Table.isOne(file.toString())).map(RuleText::table).toList();
    }

    private static RuleText table(Path file) {
        var table = of(file);
        var ruleFile = of(file.resolveSibling(Table.ruleFile(table.name())));
        return new RuleText(table.name(), table.text(), ruleFile.book());
    }

    /** Every rule file of this module that needs no table, in the order of folders and names. */
    static List<RuleText> all() throws IOException {
        return files(file -> file.toString().endsWith(".drl"))
                .map(RuleText::of)
                .filter(rule -> !rule.text().contains("{offer}"))
                .toList();
    }

    private static Stream<Path> files(Predicate<Path> wanted) throws IOException {
        try (var files = Files.walk(Path.of(""))) {
            return files
                    .filter(wanted)
                    .filter(file -> !file.startsWith("target") && !file.startsWith("src"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
