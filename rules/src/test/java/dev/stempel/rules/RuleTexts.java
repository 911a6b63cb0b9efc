package dev.stempel.rules;

import dev.stempel.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The rule files of this module. */
final class RuleTexts {

    private static final Set<String> NO_PROGRAMMES = Set.of("src", "target");

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

    /** Every rule file of every programme, dealt into rule books of so many files. */
    static List<Map<String, String>> dealt(Random random, int filesInABook) throws IOException {
        var files = new ArrayList<Path>();
        for (var programme : programmes()) {
            files.addAll(RuleBook.files(programme));
        }
        Collections.shuffle(files, random);
        var books = new ArrayList<Map<String, String>>();
        for (int from = 0; from < files.size(); from += filesInABook) {
            books.add(texts(files.subList(from, Math.min(files.size(), from + filesInABook))));
        }
        return books;
    }

    private static Map<String, String> texts(List<Path> files) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var file : files) {
            texts.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
        return texts;
    }
}
