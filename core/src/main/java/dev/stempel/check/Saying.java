package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Problems;
import dev.stempel.drl.Span;
import dev.stempel.problem.Refused;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of a sentence with the method behind it and the values it is told: what takes the values, and what becomes of
 * them, is decided by the very method that gives the reward.
 */
final class Saying {

    /** Said by a word after which nothing can be said. */
    private static final Object NOTHING = new Object();

    private final Expr.Word word;
    private final Method method;
    private final List<Object> values;

    /** One whose values are as many as the method takes. */
    Saying(Expr.Word word, Method method, List<Object> values) {
        this.word = word;
        this.method = method;
        this.values = values;
    }

    /** True when each value is of the type the method takes. */
    boolean fits() {
        var types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (!Words.boxed(types[i]).isInstance(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What is said; absent when the word refuses it, which has been told by then. */
    @Nullable
    Object by(@Nullable Object owner, Problems problems) {
        try {
            var result = method.invoke(owner, values.toArray());
            return result == null ? NOTHING : result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Refused refused) {
                problems.tell(place(word), refused.what(), refused.what().hint());
                return null;
            }
            throw new IllegalStateException(word.name(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(word.name(), e);
        }
    }

    /** A word that refuses does so because of its one number or text; with several it is shown itself. */
    private static Span place(Expr.Word word) {
        boolean one = word.arguments().size() == 1
                && (word.arguments().get(0) instanceof Expr.Text
                        || word.arguments().get(0) instanceof Expr.Numeral);
        return one ? word.arguments().get(0).span() : word.span();
    }
}
