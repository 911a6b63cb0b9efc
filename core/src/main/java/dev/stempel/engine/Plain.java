package dev.stempel.engine;

import static java.util.Objects.requireNonNull;

import dev.stempel.check.FactTypes;
import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule;
import dev.stempel.drl.Rule.Constraint;
import dev.stempel.drl.Rule.Pattern;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes conditions of expressions that speak of one fact and of values that stand in the rule, and says which do. Those
 * need no engine: they are asked of the facts directly.
 */
final class Plain {

    private static final Set<String> COMPARISONS = Set.of("&&", "||", "==", "!=", "<", "<=", ">", ">=", "contains");
    private static final Set<Class<?>> EXACT =
            Set.of(long.class, int.class, Long.class, Integer.class, BigDecimal.class);
    private static final Map<String, IntPredicate> BY_SIZE = Map.of(
            "<", order -> order < 0, "<=", order -> order <= 0, ">", order -> order > 0, ">=", order -> order >= 0);

    private static final FactTypes OWN = new FactTypes(List.of());

    private final Class<?> fact;

    private Plain(Class<?> fact) {
        this.fact = fact;
    }

    /** True when every condition of the rule can be asked of one fact of ours, whatever the other facts are. */
    static boolean isPlain(Rule rule) {
        return rule.patterns().stream()
                .allMatch(pattern -> OWN.named(pattern.type())
                        .map(type -> new Plain(type).isPlain(pattern))
                        .orElse(false));
    }

    /** What makes conditions on the kind of fact this one is about. */
    static Plain about(Pattern pattern) {
        return new Plain(OWN.named(pattern.type()).orElseThrow());
    }

    private boolean isPlain(Pattern pattern) {
        return pattern.constraints().stream().map(Constraint::expression).allMatch(this::isPlain);
    }

    Class<?> fact() {
        return fact;
    }

    private boolean isPlain(Expr expr) {
        if (expr instanceof Expr.Text || expr instanceof Expr.Numeral || expr instanceof Expr.Constant) {
            return true;
        } else if (expr instanceof Expr.Field field) {
            return field.owner() == null && isExact(accessor(field.name()).getReturnType());
        } else if (expr instanceof Expr.Word word) {
            return word.owner() == null
                    && word.arguments().stream().allMatch(Expr.Text.class::isInstance)
                    && isExact(method(word).getReturnType());
        } else if (expr instanceof Expr.Attribute attribute) {
            return isPlain(attribute.owner());
        } else if (expr instanceof Expr.Binary binary) {
            return COMPARISONS.contains(binary.operator()) && isPlain(binary.left()) && isPlain(binary.right());
        } else if (expr instanceof Expr.Not not) {
            return isPlain(not.inner());
        }
        return expr instanceof Expr.In in
                && isPlain(in.value())
                && in.values().stream().allMatch(this::isPlain);
    }

    private static boolean isExact(Class<?> type) {
        boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
        return !number || type == boolean.class || EXACT.contains(type);
    }

    /** What has to hold of a fact, all of it; what only gives a name always holds. */
    Condition all(List<Constraint> constraints) {
        var conditions = constraints.stream()
                .filter(constraint -> constraint.variable() == null || constraint.named() != constraint.expression())
                .map(constraint -> condition(constraint.expression()))
                .toArray(Condition[]::new);
        return conditions.length == 1
                ? conditions[0]
                : candidate -> {
                    for (var condition : conditions) {
                        if (!condition.holds(candidate)) {
                            return false;
                        }
                    }
                    return true;
                };
    }

    private Condition condition(Expr expr) {
        if (expr instanceof Expr.Not not) {
            var inner = condition(not.inner());
            return candidate -> !inner.holds(candidate);
        } else if (expr instanceof Expr.In in) {
            return in(in);
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        var reading = reading(expr);
        return candidate -> Boolean.TRUE.equals(reading.of(candidate));
    }

    private Condition in(Expr.In in) {
        var value = reading(in.value());
        var among = in.values().stream().map(this::reading).toList();
        return candidate -> {
            var found = value.of(candidate);
            return among.stream().anyMatch(one -> Equality.equal(found, one.of(candidate))) != in.negated();
        };
    }

    private Condition binary(Expr.Binary binary) {
        if (binary.operator().equals("&&")) {
            var one = condition(binary.left());
            var other = condition(binary.right());
            return candidate -> one.holds(candidate) && other.holds(candidate);
        } else if (binary.operator().equals("||")) {
            var one = condition(binary.left());
            var other = condition(binary.right());
            return candidate -> one.holds(candidate) || other.holds(candidate);
        }
        var left = reading(binary.left());
        var right = reading(binary.right());
        return switch (binary.operator()) {
            case "==" -> candidate -> Equality.equal(left.of(candidate), right.of(candidate));
            case "!=" -> candidate -> !Equality.equal(left.of(candidate), right.of(candidate));
            case "contains" ->
                candidate -> left.of(candidate) instanceof Collection<?> all && contains(all, right.of(candidate));
            default -> bySize(left, right, requireNonNull(BY_SIZE.get(binary.operator())));
        };
    }

    private static boolean contains(Collection<?> all, @Nullable Object one) {
        return one != null && all.contains(one);
    }

    /** Nothing is neither more nor less than something. */
    private static Condition bySize(Reading left, Reading right, IntPredicate wanted) {
        return candidate -> {
            var one = left.of(candidate);
            var other = right.of(candidate);
            return one != null && other != null && wanted.test(Equality.order(one, other));
        };
    }

    /** What an expression stands for. */
    Reading reading(Expr expr) {
        if (expr instanceof Expr.Field field) {
            return Readings.of(accessor(field.name()));
        } else if (expr instanceof Expr.Word word) {
            return word(word);
        } else if (expr instanceof Expr.Attribute attribute) {
            var owner = reading(attribute.owner());
            var key = attribute.key().value();
            return candidate -> owner.of(candidate) instanceof Map<?, ?> all ? all.get(key) : null;
        } else if (expr instanceof Expr.Binary || expr instanceof Expr.Not || expr instanceof Expr.In) {
            return condition(expr)::holds;
        }
        var value = value(expr);
        return candidate -> value;
    }

    private Reading word(Expr.Word word) {
        var accessor = Accessor.of(method(word));
        var arguments = word.arguments().stream().map(Plain::value).toList();
        return candidate -> {
            var values = new Object[arguments.size() + 1];
            values[0] = candidate;
            for (int i = 1; i < values.length; i++) {
                values[i] = arguments.get(i - 1);
            }
            return accessor.call(values);
        };
    }

    /** The value that stands in the rule. */
    static @Nullable Object value(Expr expr) {
        if (expr instanceof Expr.Text text) {
            return text.value();
        } else if (expr instanceof Expr.Numeral number) {
            boolean fits = number.isWhole() && number.value().toBigInteger().bitLength() < Long.SIZE;
            return fits ? (Object) number.value().longValueExact() : number.value();
        }
        var word = ((Expr.Constant) expr).word();
        return word.equals("null") ? null : (Object) Boolean.valueOf(word);
    }

    private Method accessor(String field) {
        return FactTypes.accessor(fact, field).orElseThrow();
    }

    private Method method(Expr.Word word) {
        return FactTypes.methods(fact)
                .filter(method -> method.getName().equals(word.name())
                        && method.getParameterCount() == word.arguments().size())
                .findFirst()
                .orElseThrow();
    }
}
