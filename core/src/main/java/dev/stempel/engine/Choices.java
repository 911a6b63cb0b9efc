package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.check.FactTypes;
import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule.Pattern;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which values in the conditions of one pattern are one of a few names, as a redemption's step is. */
final class Choices {

    private final @Nullable Class<?> fact;
    private final Map<String, Class<?>> names;

    Choices(Pattern pattern, CheckedRule rule, FactTypes types) {
        fact = types.named(pattern.type()).orElse(null);
        names = new HashMap<>(rule.about().variables());
        if (pattern.variable() != null && fact != null) {
            names.put(pattern.variable(), fact);
        }
        for (var constraint : pattern.constraints()) {
            var type = type(constraint.named());
            if (constraint.variable() != null && type != null) {
                names.put(constraint.variable(), type);
            }
        }
    }

    boolean isOne(Expr expr) {
        var type = type(expr);
        return type != null && type.isEnum();
    }

    /** The type of a value; absent where it does not matter. */
    private @Nullable Class<?> type(@Nullable Expr expr) {
        if (expr instanceof Expr.Variable variable) {
            return names.get(variable.name());
        } else if (expr instanceof Expr.Field field) {
            var owner = field.owner() == null ? fact : type(field.owner());
            return owner == null
                    ? null
                    : FactTypes.accessor(owner, field.name())
                            .<Class<?>>map(accessor -> accessor.getReturnType())
                            .orElse(null);
        }
        return null;
    }
}
