package dev.stempel.check;

import dev.stempel.account.Ladder;
import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule;
import dev.stempel.drl.Span;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.rule.PointsGift;
import dev.stempel.rule.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is not wrong with rule files, and still comes to nothing in the programme they are for. All of it is warned of. */
final class Practice {

    private Practice() {}

    static Stream<Problem> check(List<CheckedFile> files, Circumstances circumstances) {
        var today = circumstances.today();
        var policies = circumstances.policies();
        var cases = circumstances.cases();
        return Stream.of(
                        LonelyWords.of(files),
                        tiersWithoutPoints(files),
                        today == null ? Stream.<Problem>empty() : past(files, today),
                        policies == null ? Stream.<Problem>empty() : PartnerCheck.of(files, policies),
                        cases == null ? Stream.<Problem>empty() : Together.withoutCases(files, cases).stream())
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> past(List<CheckedFile> files, LocalDate today) {
        return files.stream()
                .flatMap(file -> file.rules().stream().flatMap(rule -> {
                    var until = rule.offer().validUntil();
                    return until != null && until.isBefore(today)
                            ? Stream.of(file.warning(validity(rule.rule()), Phrase.of("practice.past", until)))
                            : Stream.empty();
                }));
    }

    private static Span validity(Rule rule) {
        return rule.annotations().stream()
                .filter(annotation -> annotation.name().equals("valid"))
                .map(Rule.Annotation::valueSpan)
                .findFirst()
                .orElse(rule.span());
    }

    /** Tiers for which no rule gives points that count. */
    private static Stream<Problem> tiersWithoutPoints(List<CheckedFile> files) {
        var points = files.stream()
                .flatMap(file -> file.rules().stream())
                .map(rule -> rule.sentence().gift())
                .filter(PointsGift.class::isInstance)
                .map(PointsGift.class::cast)
                .toList();
        return files.stream()
                .flatMap(file -> file.rules().stream()
                        .filter(rule -> rule.sentence() instanceof Sentence.Tiering)
                        .flatMap(rule -> outOfReach(file, rule, points).stream()));
    }

    private static Optional<Problem> outOfReach(CheckedFile file, CheckedRule rule, List<PointsGift> points) {
        var ladder = ((Sentence.Tiering) rule.sentence()).ladder();
        boolean all = ladder.basis() == Ladder.Basis.BALANCE;
        if (points.stream().anyMatch(some -> all || some.qualifying())) {
            return Optional.empty();
        }
        return ladder.steps().stream()
                .filter(step -> step.from() > 0)
                .findFirst()
                .map(step -> file.warning(place(rule, step.tier()), Phrase.of("practice.tier", step.tier())));
    }

    private static Span place(CheckedRule rule, String tier) {
        return rule.written()
                .words()
                .flatMap(word -> word.arguments().stream())
                .filter(argument ->
                        argument instanceof Expr.Text text && text.value().equals(tier))
                .map(Expr::span)
                .findFirst()
                .orElse(rule.rule().span());
    }
}
