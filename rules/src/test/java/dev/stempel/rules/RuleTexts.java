package dev.stempel.rules;

import dev.stempel.RuleBook;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Source;
import dev.stempel.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The rule files of this module. */
final class RuleTexts {

    private static final Set<String> NO_PROGRAMMES = Set.of("src", "target");
    private static final Path POINTS = Path.of("tiers/points-per-euro.drl");

    private RuleTexts() {}

    /** Every folder of this module but the sources and what is built from them. */
    static List<Path> programmes() throws IOException {
        try (var folders = Files.list(Path.of(""))) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !NO_PROGRAMMES.contains(folder.toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Every rule file and every table, dealt into rule books of so many, each with points and one of the ladders that others build on. */
    static List<Map<String, String>> dealt(Random random, int filesInABook) throws IOException {
        var offers = new ArrayList<Path>();
        var ladders = new ArrayList<Path>();
        for (var programme : programmes()) {
            for (var file : RuleBook.files(programme)) {
                if (!Files.readString(file).contains(Table.OFFER_BLANK)) {
                    (Files.readString(file).contains("rewards.tiers(") ? ladders : offers).add(file);
                }
            }
        }
        Collections.shuffle(offers, random);
        var books = new ArrayList<Map<String, String>>();
        for (int from = 0; from < offers.size(); from += filesInABook) {
            var book = new ArrayList<>(offers.subList(from, Math.min(offers.size(), from + filesInABook)));
            book.add(POINTS);
            book.add(ladders.get(random.nextInt(ladders.size())));
            books.add(texts(book));
        }
        return books;
    }

    private static Map<String, String> texts(Collection<Path> files) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            texts.put(name, Files.readString(file));
            if (Table.isOne(name)) {
                var filledIn = Table.ruleFile(name);
                texts.put(filledIn, Files.readString(file.resolveSibling(filledIn)));
            }
        }
        return texts;
    }

    /** What these files say, each row of a table as if it were a rule file. */
    static List<String> said(Map<String, String> texts) {
        var said = new ArrayList<String>();
        texts.forEach((name, text) -> {
            if (Table.isOne(name)) {
                var table = Table.source(name, text);
                var ruleFile = new Source(Table.ruleFile(name), texts.get(Table.ruleFile(name)));
                Table.offers(table, ruleFile, new Problems(table)).forEach(row -> said.add(row.text()));
            } else {
                said.add(text);
            }
        });
        return said;
    }
}
