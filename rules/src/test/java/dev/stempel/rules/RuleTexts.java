package dev.stempel.rules;

import dev.stempel.RuleBook;
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

    /** Every rule file that needs no table, dealt into rule books of so many, each with points and one of the ladders that others build on. */
    static List<Map<String, String>> dealt(Random random, int filesInABook) throws IOException {
        var offers = new ArrayList<Path>();
        var ladders = new ArrayList<Path>();
        for (var programme : programmes()) {
            for (var file : RuleBook.files(programme)) {
                if (standsAlone(file)) {
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

    /** Neither a table of offers nor the rule file it fills in. */
    private static boolean standsAlone(Path file) throws IOException {
        return file.toString().endsWith(".drl") && !Files.readString(file).contains("{offer}");
    }

    private static Map<String, String> texts(Collection<Path> files) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var file : files) {
            texts.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
        return texts;
    }
}
