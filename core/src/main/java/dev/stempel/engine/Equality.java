package dev.stempel.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Compares two values the way rules mean it: numbers by how much they are, a choice with its name. */
public final class Equality {

    private Equality() {}

    /** True when both are the same, also when both are absent. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof Number one && right instanceof Number other) {
            return compare(one, other) == 0;
        }
        return right instanceof String name ? named(left).equals(name) : left.equals(right);
    }

    /** What a value has to be the same as to equal a text: itself, or the name of a choice. */
    static Object named(Object value) {
        return value instanceof Enum<?> choice ? choice.name() : value;
    }

    /** Below zero when the left is less. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static int order(Object left, Object right) {
        return left instanceof Number one && right instanceof Number other
                ? compare(one, other)
                : ((Comparable) left).compareTo(right);
    }

    private static int compare(Number one, Number other) {
        return isWhole(one) && isWhole(other)
                ? Long.compare(one.longValue(), other.longValue())
                : decimal(one).compareTo(decimal(other));
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer;
    }

    /** The number as it is written. */
    public static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal exact) {
            return exact;
        }
        return isWhole(number) ? BigDecimal.valueOf(number.longValue()) : new BigDecimal(number.toString());
    }
}
