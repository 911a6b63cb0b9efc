package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Severity;
import dev.stempel.problem.Similar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Categories and brands nobody can list: what the rule files themselves speak of is what there is. A word that is used
 * once, beside one that is used more and is nearly the same, is probably misspelled.
 */
final class LonelyWords {

    private static final List<String> FIELDS = List.of("category", "brand");

    private LonelyWords() {}

    /** A word where it is written: what every row of a table takes from its rule file, or from one cell, is written once. */
    private record Use(String word, String place) {

        static Use of(Expr.Text text, CheckedFile file) {
            return new Use(text.value(), file.file().source().place(text.span()));
        }
    }

    static Stream<Problem> of(List<CheckedFile> files) {
        return FIELDS.stream().flatMap(field -> of(files, field));
    }

    private static Stream<Problem> of(List<CheckedFile> files, String field) {
        Map<String, Long> uses = files.stream()
                .flatMap(file -> texts(file, field).map(text -> Use.of(text, file)))
                .distinct()
                .collect(Collectors.groupingBy(Use::word, Collectors.counting()));
        var common = uses.entrySet().stream()
                .filter(use -> use.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        return files.stream()
                .flatMap(file -> texts(file, field)
                        .filter(text -> !common.contains(text.value()))
                        .flatMap(text -> Similar.to(text.value(), common).stream()
                                .map(word -> file.problem(
                                        text.span(),
                                        Severity.WARNING,
                                        Phrase.of("practice.lonely", text.value()),
                                        Phrase.of("did-you-mean", word)))));
    }

    private static Stream<Expr.Text> texts(CheckedFile file, String field) {
        return file.file().rules().stream()
                .flatMap(rule -> rule.patterns().stream())
                .flatMap(pattern -> Compared.with(Set.of(field), pattern).stream());
    }
}
