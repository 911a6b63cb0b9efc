package dev.stempel.check;

import dev.stempel.check.CheckedRule.About;
import dev.stempel.drl.Expr;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Rule;
import dev.stempel.drl.Rule.Constraint;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import dev.stempel.drl.Span;
import dev.stempel.problem.Phrase;
import dev.stempel.rule.Bought;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether the conditions of a rule speak of facts and fields there are, and compare what can be compared. */
final class ConditionCheck {

    private final FactTypes known;
    private final Problems problems;
    private final Map<String, Class<?>> variables = new LinkedHashMap<>();
    private final Set<Class<?>> factTypes = new LinkedHashSet<>();
    private final Set<Bought.Key> boughtKeys = EnumSet.noneOf(Bought.Key.class);

    private ConditionCheck(FactTypes known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    static About check(Rule rule, FactTypes known, Problems problems) {
        var check = new ConditionCheck(known, problems);
        rule.patterns().forEach(check::check);
        return new About(check.factTypes, check.boughtKeys, check.variables);
    }

    private void check(Pattern pattern) {
        var type = known.named(pattern.type());
        if (type.isEmpty()) {
            problems.tell(
                    pattern.span(),
                    Phrase.of("fact.unknown", pattern.type()),
                    Hints.similar(pattern.type(), known.names(), "fact.unknown.hint"));
            nameWhatIsLost(pattern);
            return;
        }
        var fact = type.get();
        factTypes.add(fact);
        // What a fact is called that need not be there, nothing else can know.
        var names = pattern.quantifier() == Quantifier.THERE ? variables : new HashMap<>(variables);
        if (pattern.variable() != null) {
            name(names, pattern.variable(), fact, pattern.span());
        }
        for (var constraint : pattern.constraints()) {
            check(constraint, fact, names);
        }
    }

    private void nameWhatIsLost(Pattern pattern) {
        if (pattern.variable() != null) {
            variables.put(pattern.variable(), Object.class);
        }
        pattern.constraints().stream()
                .map(Constraint::variable)
                .filter(Objects::nonNull)
                .forEach(name -> variables.put(name, Object.class));
    }

    private void name(Map<String, Class<?>> names, String variable, Class<?> type, Span span) {
        if (names.put(variable, type) != null) {
            problems.tell(span, "variable.twice", variable);
        }
    }

    private void check(Constraint constraint, Class<?> fact, Map<String, Class<?>> names) {
        var types = new Types(fact, names, problems);
        var expression = constraint.expression();
        if (constraint.variable() != null) {
            var named = constraint.named();
            if (!(named instanceof Expr.Field || named instanceof Expr.Attribute || named instanceof Expr.Word)) {
                problems.tell(named.span(), "variable.field", constraint.variable());
                names.put(constraint.variable(), Object.class);
                return;
            }
            name(names, constraint.variable(), types.quietly(named), constraint.span());
        }
        if (problems.has(constraint.span())) {
            return;
        }
        if (constraint.variable() == null || constraint.named() != expression) {
            types.condition(expression);
        } else {
            types.of(expression);
        }
        if (fact == Bought.class) {
            collectKeys(expression);
        }
    }

    private void collectKeys(Expr expression) {
        expression
                .all()
                .filter(Expr.Field.class::isInstance)
                .map(Expr.Field.class::cast)
                .forEach(field -> {
                    for (var key : Bought.Key.values()) {
                        if (field.owner() == null && key.field().equals(field.name())) {
                            boughtKeys.add(key);
                        }
                    }
                });
    }
}
