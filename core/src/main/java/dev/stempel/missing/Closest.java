package dev.stempel.missing;

import dev.stempel.check.CheckedRule;
import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule.Constraint;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import dev.stempel.reward.Missing;
import dev.stempel.reward.Unmet;
import dev.stempel.reward.Unmet.Kind;
import dev.stempel.rule.Bought;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the facts that come nearest to meeting a rule's conditions, and what they lack. Where a rule compares facts with
 * each other all combinations are tried, up to a number at which nobody reads rules any more. Used once.
 */
final class Closest {

    private static final int MOST_COMBINATIONS = 10_000;

    private final List<Pattern> patterns;
    private final Map<String, Class<?>> types;
    private final List<Object> facts;
    private @Nullable List<Unmet> best;
    private int combinations;

    private Closest(CheckedRule rule, List<Object> facts) {
        patterns = rule.rule().patterns();
        types = new HashMap<>();
        rule.about().factTypes().forEach(type -> types.put(type.getSimpleName(), type));
        this.facts = facts;
    }

    /** A fact, what it lacks for its pattern, and the names it gives to the patterns below. */
    private record Candidate(List<Unmet> unmet, Map<String, @Nullable Object> names) {}

    /** The fewest conditions that these facts do not meet; empty when they meet all. */
    static List<Unmet> unmet(CheckedRule rule, List<Object> facts) {
        var closest = new Closest(rule, facts);
        closest.search(0, Map.of(), List.of());
        return Objects.requireNonNull(closest.best);
    }

    private void search(int number, Map<String, @Nullable Object> names, List<Unmet> before) {
        boolean better = best == null || Missing.distance(before) < Missing.distance(best);
        if (!better || (best != null && combinations > MOST_COMBINATIONS)) {
            return;
        }
        combinations++;
        if (number == patterns.size()) {
            best = before;
            return;
        }
        for (var candidate : candidates(patterns.get(number), number, names)) {
            var unmet =
                    Stream.concat(before.stream(), candidate.unmet().stream()).toList();
            search(number + 1, candidate.names(), unmet);
        }
    }

    /** What may take a pattern's place, nearest first; only the nearest where nothing below asks which it is. */
    private List<Candidate> candidates(Pattern pattern, int number, Map<String, @Nullable Object> names) {
        if (pattern.quantifier() == Quantifier.NOT) {
            return List.of(new Candidate(inTheWay(pattern, names), names));
        }
        var candidates = new ArrayList<Candidate>();
        for (var fact : of(pattern, names)) {
            candidates.add(candidate(pattern, fact, names));
        }
        if (candidates.isEmpty()) {
            candidates.add(new Candidate(List.of(Wanted.nothing(pattern)), names));
        }
        candidates.sort(Comparator.comparingLong(candidate -> Missing.distance(candidate.unmet())));
        boolean asked = pattern.quantifier() == Quantifier.THERE && isAskedBelow(pattern, number);
        var first = candidates.get(0);
        return asked
                ? candidates
                : List.of(pattern.quantifier() == Quantifier.THERE ? first : new Candidate(first.unmet(), names));
    }

    private boolean isAskedBelow(Pattern pattern, int number) {
        var given = Stream.concat(
                        Stream.ofNullable(pattern.variable()),
                        pattern.constraints().stream().map(Constraint::variable).filter(Objects::nonNull))
                .toList();
        return patterns.stream()
                .skip(number + 1L)
                .flatMap(below -> below.constraints().stream())
                .flatMap(constraint -> variables(constraint.expression()))
                .anyMatch(given::contains);
    }

    private List<Object> of(Pattern pattern, Map<String, @Nullable Object> names) {
        var type = type(pattern);
        return facts.stream()
                .filter(type::isInstance)
                .filter(fact -> type != Bought.class || isAboutTheSame(pattern, value(pattern, fact, names)))
                .toList();
    }

    private static boolean isAboutTheSame(Pattern pattern, Value value) {
        return pattern.constraints().stream()
                .map(Constraint::expression)
                .filter(expr -> Wanted.key(expr) != null)
                .allMatch(value::holds);
    }

    private Candidate candidate(Pattern pattern, Object fact, Map<String, @Nullable Object> names) {
        var known = new HashMap<>(names);
        if (pattern.variable() != null) {
            known.put(pattern.variable(), fact);
        }
        var value = new Value(type(pattern), fact, known);
        for (var constraint : pattern.constraints()) {
            if (constraint.variable() != null) {
                known.put(constraint.variable(), value.of(constraint.named()));
            }
        }
        return new Candidate(unmet(pattern, value), known);
    }

    private static List<Unmet> unmet(Pattern pattern, Value value) {
        var conditions = new Conditions(pattern.type(), value, Wanted.about(pattern));
        return pattern.constraints().stream()
                .filter(Closest::compares)
                .map(Constraint::expression)
                .filter(expr -> variables(expr).allMatch(value.names()::containsKey))
                .flatMap(expr -> conditions.unmet(expr, true).stream())
                .toList();
    }

    /** A field that only gets a name may be anything. */
    private static boolean compares(Constraint constraint) {
        return constraint.variable() == null || constraint.named() != constraint.expression();
    }

    /** What would have to be otherwise for facts not to meet a pattern that none may meet. */
    private List<Unmet> inTheWay(Pattern pattern, Map<String, @Nullable Object> names) {
        var unmet = new ArrayList<Unmet>();
        for (var fact : of(pattern, names)) {
            var candidate = candidate(pattern, fact, names);
            if (candidate.unmet().isEmpty()) {
                var conditions = new Conditions(
                        pattern.type(), new Value(type(pattern), fact, candidate.names()), Wanted.about(pattern));
                unmet.addAll(pattern.constraints().stream()
                        .filter(Closest::compares)
                        .filter(constraint -> Wanted.key(constraint.expression()) == null)
                        .map(constraint -> conditions.unmet(constraint.expression(), false))
                        .reduce(Conditions::fewer)
                        .orElseGet(() -> List.of(Wanted.of(Kind.NOT_THERE, pattern, null))));
            }
        }
        return unmet;
    }

    private Value value(Pattern pattern, Object fact, Map<String, @Nullable Object> names) {
        return new Value(type(pattern), fact, names);
    }

    private Class<?> type(Pattern pattern) {
        return Objects.requireNonNull(types.get(pattern.type()));
    }

    private static Stream<String> variables(Expr expr) {
        return expr.all().filter(Expr.Variable.class::isInstance).map(one -> ((Expr.Variable) one).name());
    }
}
