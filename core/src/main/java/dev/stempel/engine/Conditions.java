package dev.stempel.engine;

import dev.stempel.problem.Similar;
import dev.stempel.rule.Bought;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** What a rule's {@code when} part is about, and the names it gives. */
final class Conditions {

    private static final Pattern BINDING = Pattern.compile("(\\$\\w+)\\s*:\\s*(\\w+)(\\s*\\[)?");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

    private final FactTypes known;
    private final Problems problems;
    private final Map<String, Class<?>> variables = new HashMap<>();
    private final Set<Class<?>> factTypes = new LinkedHashSet<>();
    private final Set<String> boughtKeys = new LinkedHashSet<>();

    /** Hears what is wrong, and in which line. */
    interface Problems {
        void tell(int line, String message, String hint);
    }

    private Conditions(FactTypes known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    static Conditions of(BaseDescr when, FactTypes known, Problems problems) {
        var conditions = new Conditions(known, problems);
        conditions.read(when);
        return conditions;
    }

    /** The variables and their types; {@code Object} where the type is not known. */
    Map<String, Class<?>> variables() {
        return variables;
    }

    /** The kinds of fact the conditions are about. */
    Set<Class<?>> factTypes() {
        return factTypes;
    }

    /** Of which kind of {@link Bought} they ask: category, brand, sku. */
    Set<String> boughtKeys() {
        return boughtKeys;
    }

    private void read(BaseDescr descr) {
        if (descr instanceof PatternDescr pattern) {
            read(pattern);
        } else if (descr instanceof AndDescr
                || descr instanceof OrDescr
                || descr instanceof NotDescr
                || descr instanceof ExistsDescr) {
            ((ConditionalElementDescr) descr).getDescrs().forEach(part -> read((BaseDescr) part));
        } else {
            problems.tell(
                    descr.getLine(),
                    "This condition is not allowed.",
                    "Maybe say it with a fact, \"not\" or \"exists\"?");
        }
    }

    private void read(PatternDescr pattern) {
        var type = known.named(pattern.getObjectType());
        if (type.isEmpty()) {
            problems.tell(
                    pattern.getLine(),
                    "There is no fact \"" + pattern.getObjectType() + "\".",
                    Similar.hint(pattern.getObjectType(), known.names(), "it is spelled otherwise"));
            return;
        }
        if (pattern.getSource() != null) {
            problems.tell(
                    pattern.getLine(), "\"from\" is not allowed.", "Maybe ask a developer to offer it as a fact?");
        }
        var fact = type.get();
        factTypes.add(fact);
        if (pattern.getIdentifier() != null) {
            variables.put(pattern.getIdentifier(), fact);
        }
        for (var constraint : pattern.getDescrs()) {
            if (constraint instanceof ExprConstraintDescr expression) {
                read(expression.getExpression(), fact);
                guard(expression, fact);
            } else {
                problems.tell(pattern.getLine(), "This condition is not allowed.", "Maybe write it as a comparison?");
            }
        }
    }

    private void guard(ExprConstraintDescr expression, Class<?> fact) {
        for (var refused : ConstraintGuard.refuse(expression.getExpression(), fact, variables)) {
            problems.tell(expression.getLine(), refused.message(), refused.hint());
        }
    }

    private void read(String constraint, Class<?> fact) {
        var words = STRING.matcher(constraint).replaceAll("");
        var binding = BINDING.matcher(words);
        while (binding.find()) {
            boolean element = binding.group(3) != null;
            var accessor = FactTypes.accessor(fact, binding.group(2)).filter(whole -> !element);
            variables.put(
                    binding.group(1),
                    accessor.<Class<?>>map(Method::getReturnType).orElse(Object.class));
        }
        if (fact == Bought.class) {
            var word = WORD.matcher(words);
            while (word.find()) {
                if (Set.of("category", "brand", "sku").contains(word.group())) {
                    boughtKeys.add(word.group());
                }
            }
        }
    }
}
