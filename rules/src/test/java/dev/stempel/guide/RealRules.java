package dev.stempel.guide;

import dev.stempel.drl.Expr;
import dev.stempel.drl.FileParser;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Rule;
import dev.stempel.drl.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Conditions and sentences as they stand in the rule files of this module. */
final class RealRules {

    private final List<Said> said = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    /**
     * A word of a sentence.
     *
     * @param root the word its part of the sentence begins with
     * @param word the word itself
     * @param sentence all of the sentence
     */
    private record Said(String root, String word, String sentence) {}

    /**
     * A condition.
     *
     * @param fact the kind of fact
     * @param condition the line it stands in
     */
    private record Asked(String fact, String condition) {}

    static RealRules read() throws IOException {
        var real = new RealRules();
        try (var files = Files.walk(Path.of(""))) {
            for (var file : files.filter(file -> file.toString().endsWith(".drl") && !file.startsWith("src"))
                    .filter(file -> !file.startsWith("target"))
                    .sorted()
                    .toList()) {
                var source = new Source(file.toString(), Files.readString(file));
                FileParser.read(source, new Problems(source)).rules().forEach(rule -> real.add(rule, source));
            }
        }
        return real;
    }

    private void add(Rule rule, Source source) {
        var sentence = source.text(rule.sentenceSpan()).replaceAll("\\s+", " ").strip();
        if (rule.sentence() != null && !sentence.contains("{")) {
            add(rule.sentence(), sentence);
        }
        var lines = source.text().lines().toList();
        for (var pattern : rule.patterns()) {
            var line = lines.get(source.line(pattern.span().start()) - 1).strip();
            if (line.endsWith(")") && !line.contains("{")) {
                asked.add(new Asked(pattern.type(), line));
            }
        }
    }

    private void add(Expr expr, String sentence) {
        if (expr instanceof Expr.Word word) {
            said.add(new Said(root(word), word.name(), sentence));
            word.arguments().forEach(argument -> add(argument, sentence));
            if (word.owner() != null) {
                add(word.owner(), sentence);
            }
        }
    }

    private static String root(Expr.Word word) {
        return word.owner() instanceof Expr.Word owner ? root(owner) : word.name();
    }

    /** The shortest sentence with a word in a part that begins with another. */
    Optional<String> sentence(String root, String word) {
        return said.stream()
                .filter(one -> one.root().equals(root) && one.word().equals(word))
                .map(Said::sentence)
                .min(Comparator.comparing(String::length));
    }

    /** A condition on a kind of fact that says something about it, and not too much. */
    Optional<String> condition(String fact) {
        return asked.stream()
                .filter(one -> one.fact().equals(fact))
                .map(Asked::condition)
                .min(Comparator.comparing((String line) -> line.endsWith("()")).thenComparing(String::length));
    }
}
