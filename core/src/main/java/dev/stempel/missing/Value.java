package dev.stempel.missing;

import dev.stempel.check.FactTypes;
import dev.stempel.drl.Expr;
import dev.stempel.engine.Equality;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a checked condition come to for one fact, just as they do for the engine.
 *
 * @param type the kind of fact, as the condition names it
 * @param fact the fact
 * @param names what the conditions before it gave names to
 */
record Value(Class<?> type, Object fact, Map<String, @Nullable Object> names) {

    /** What it comes to; absent where something on the way is. */
    @Nullable
    Object of(Expr expr) {
        if (expr instanceof Expr.Text text) {
            return text.value();
        } else if (expr instanceof Expr.Numeral number) {
            return number.value();
        } else if (expr instanceof Expr.Constant constant) {
            return constant.word().equals("null") ? null : Boolean.valueOf(constant.word());
        } else if (expr instanceof Expr.Variable variable) {
            return names.get(variable.name());
        } else if (expr instanceof Expr.Field field) {
            return field.owner() == null
                    ? read(FactTypes.accessor(type, field.name()).orElseThrow(), fact)
                    : ofOwner(field.owner(), field.name(), List.of());
        } else if (expr instanceof Expr.Word word) {
            return word.owner() == null
                    ? call(type, fact, word.name(), word.arguments())
                    : ofOwner(word.owner(), word.name(), word.arguments());
        } else if (expr instanceof Expr.Attribute attribute) {
            return of(attribute.owner()) instanceof Map<?, ?> attributes
                    ? attributes.get(attribute.key().value())
                    : null;
        } else if (expr instanceof Expr.Binary sum && "+-*/".contains(sum.operator())) {
            return calculated(sum);
        }
        return holds(expr);
    }

    boolean holds(Expr expr) {
        if (expr instanceof Expr.Not not) {
            return !holds(not.inner());
        } else if (expr instanceof Expr.In in) {
            var value = of(in.value());
            return in.negated() != in.values().stream().anyMatch(one -> compare(value, "==", of(one)));
        } else if (expr instanceof Expr.Binary binary) {
            return switch (binary.operator()) {
                case "&&" -> holds(binary.left()) && holds(binary.right());
                case "||" -> holds(binary.left()) || holds(binary.right());
                default -> compare(of(binary.left()), binary.operator(), of(binary.right()));
            };
        }
        return Boolean.TRUE.equals(of(expr));
    }

    private static boolean compare(@Nullable Object left, String operator, @Nullable Object right) {
        return switch (operator) {
            case "==" -> Equality.equal(left, right);
            case "!=" -> !Equality.equal(left, right);
            case "contains" -> left instanceof Collection<?> all && all.contains(right);
            default -> left != null && right != null && isInOrder(Equality.order(left, right), operator);
        };
    }

    private static boolean isInOrder(int order, String operator) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private @Nullable Object calculated(Expr.Binary sum) {
        if (!(of(sum.left()) instanceof Number left && of(sum.right()) instanceof Number right)) {
            return null;
        }
        return switch (sum.operator()) {
            case "+" -> Equality.decimal(left).add(Equality.decimal(right));
            case "-" -> Equality.decimal(left).subtract(Equality.decimal(right));
            case "*" -> Equality.decimal(left).multiply(Equality.decimal(right));
            default ->
                Equality.decimal(right).signum() == 0
                        ? null
                        : Equality.decimal(left).divide(Equality.decimal(right), MathContext.DECIMAL128);
        };
    }

    private @Nullable Object ofOwner(Expr expr, String name, List<Expr> arguments) {
        var owner = of(expr);
        return owner == null ? null : call(owner.getClass(), owner, name, arguments);
    }

    private @Nullable Object call(Class<?> owner, Object target, String name, List<Expr> arguments) {
        if (arguments.isEmpty()) {
            return read(FactTypes.accessor(owner, name).orElseThrow(), target);
        }
        var method = FactTypes.methods(owner)
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.size())
                .findFirst()
                .orElseThrow();
        var values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = given(of(arguments.get(i)), method.getParameterTypes()[i]);
        }
        return read(method, target, values);
    }

    private static @Nullable Object given(@Nullable Object value, Class<?> wanted) {
        if (!(value instanceof Number number)) {
            return value;
        }
        return wanted == long.class || wanted == Long.class
                ? (Object) number.longValue()
                : wanted == int.class || wanted == Integer.class ? (Object) number.intValue() : number;
    }

    private static @Nullable Object read(Method accessor, Object target, @Nullable Object... values) {
        try {
            return accessor.invoke(target, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(accessor.getName(), e);
        }
    }
}
