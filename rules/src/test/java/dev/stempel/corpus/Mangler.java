package dev.stempel.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mangles rule files at random, word by word, so that most of a file still makes sense. The same seed, the same files. */
final class Mangler {

    private static final Pattern WORD = Pattern.compile("\"[^\"\n]*\"|//.*|\\$?\\w+|\\s+|[^\\s\\w]");
    private static final Pattern COMMENT = Pattern.compile("(?m)^//.*\n");
    private static final List<String> ODD = List.of(
            "\u0000",
            "\u00A0",
            "\u200B",
            "\u202E",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "“",
            "’",
            "\\",
            "\\u0022",
            "\"",
            "'",
            "/*",
            "*/",
            "//",
            "((((((((",
            "))))))))",
            "[[[[",
            "{{{{",
            "not not not",
            "-",
            "99999999999999999999",
            "1e9",
            "0x7f",
            "é",
            "，",
            ";;",
            "..",
            "@",
            "@@",
            "$",
            "$$",
            "#",
            "%",
            "\r",
            "\t",
            "\f",
            "\u2028");

    private final List<RuleText> rules;
    private final List<List<String>> files;
    private final List<String> words;
    private final Random random;

    Mangler(List<RuleText> rules, long seed) {
        this.rules = rules;
        files = rules.stream().map(RuleText::text).map(Mangler::words).toList();
        words = Stream.concat(
                        Stream.concat(files.stream().flatMap(List::stream), ODD.stream()),
                        HostileFiles.payloads().stream())
                .distinct()
                .toList();
        random = new Random(seed);
    }

    /** One more file, mangled in one to eight ways. */
    RuleText next() {
        int which = random.nextInt(rules.size());
        var file = new ArrayList<>(files.get(which));
        for (int i = random.nextInt(8); i >= 0; i--) {
            mangle(file);
        }
        return rules.get(which).with(String.join("", file));
    }

    private void mangle(List<String> file) {
        int at = random.nextInt(file.size() + 1);
        int end = Math.min(file.size(), at + 1 + random.nextInt(3));
        switch (random.nextInt(8)) {
            case 0 -> file.subList(at, end).clear();
            case 1 -> file.addAll(at, List.copyOf(file.subList(at, end)));
            case 2 -> file.add(at, any(words));
            case 3 -> file.addAll(0, List.copyOf(file.subList(at, end)));
            case 4 -> file.addAll(at, part(any(files)));
            case 5 -> file.add(at, any(words).repeat(1 + random.nextInt(40)));
            case 6 -> file.subList(at, file.size()).clear();
            default -> {
                file.subList(at, end).clear();
                file.add(at, any(words));
            }
        }
    }

    private List<String> part(List<String> file) {
        int from = random.nextInt(file.size());
        return List.copyOf(file.subList(from, Math.min(file.size(), from + random.nextInt(20))));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Without its comments, so that what is mangled means something. */
    private static List<String> words(String text) {
        return WORD.matcher(COMMENT.matcher(text).replaceAll(""))
                .results()
                .map(word -> word.group())
                .toList();
    }
}
