package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.check.FactTypes;
import dev.stempel.drl.Expr;
import dev.stempel.rule.Rewards;
import dev.stempel.rule.Words;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule's sentence, ready to be said whenever the rule fires. Its words are found when the rule is compiled, and what
 * names no fact is worked out then, once.
 */
final class Saying {

    private static final String REWARDS = "rewards";

    private final Part sentence;

    /** A part of a sentence and what is known of its value before a rule fires. */
    private interface Part {

        Class<?> type();

        @Nullable
        Object value(Function<String, @Nullable Object> named);

        default boolean isConstant() {
            return false;
        }
    }

    private record Constant(@Nullable Object value, Class<?> type) implements Part {

        @Override
        public @Nullable Object value(Function<String, @Nullable Object> named) {
            return value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    private record Named(String name, Class<?> type) implements Part {

        @Override
        public @Nullable Object value(Function<String, @Nullable Object> named) {
            return named.apply(name);
        }
    }

    private record Called(Method method, @Nullable Part owner, List<Part> arguments) implements Part {

        @Override
        public Class<?> type() {
            return boxed(method.getReturnType());
        }

        @Override
        public @Nullable Object value(Function<String, @Nullable Object> named) {
            var values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).value(named);
            }
            return invoke(method, owner == null ? null : owner.value(named), values);
        }

        /** The same when nothing has to be named. */
        private Part workedOut() {
            boolean constant =
                    (owner == null || owner.isConstant()) && arguments.stream().allMatch(Part::isConstant);
            return constant ? new Constant(value(name -> null), type()) : this;
        }
    }

    private Saying(Part sentence) {
        this.sentence = sentence;
    }

    static Saying of(CheckedRule rule) {
        return new Saying(part(rule.written(), rule.about().variables()));
    }

    /** Says it to the rewards, with the values the rule's conditions gave to its names. */
    void say(Rewards rewards, Function<String, @Nullable Object> named) {
        sentence.value(name -> name.equals(REWARDS) ? rewards : named.apply(name));
    }

    private static Part part(Expr expr, Map<String, Class<?>> variables) {
        if (expr instanceof Expr.Text text) {
            return new Constant(text.value(), String.class);
        } else if (expr instanceof Expr.Numeral number) {
            Object value = number.isWhole() ? number.value().longValueExact() : number.value();
            return new Constant(value, value.getClass());
        } else if (expr instanceof Expr.Variable variable) {
            var type = variable.name().equals(REWARDS) ? Rewards.class : variables.get(variable.name());
            return new Named(variable.name(), type == null ? Object.class : boxed(type));
        }
        return called((Expr.Word) expr, variables);
    }

    private static Part called(Expr.Word word, Map<String, Class<?>> variables) {
        var owner = word.owner() == null ? null : part(word.owner(), variables);
        var arguments = new ArrayList<Part>();
        word.arguments().forEach(argument -> arguments.add(part(argument, variables)));
        var method = owner instanceof Named named && !named.name().equals(REWARDS)
                ? FactTypes.accessor(named.type(), word.name())
                : Arrays.stream((owner == null ? Words.class : owner.type()).getMethods())
                        .filter(one -> one.getName().equals(word.name()) && takes(one, arguments))
                        .findFirst();
        return new Called(method.orElseThrow(), owner, arguments).workedOut();
    }

    private static boolean takes(Method method, List<Part> arguments) {
        var types = method.getParameterTypes();
        if (types.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            var given = arguments.get(i).type();
            boolean widened = types[i] == long.class && given == Integer.class;
            if (!widened && !boxed(types[i]).isAssignableFrom(given)) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> boxed(Class<?> type) {
        return type == long.class ? Long.class : type == int.class ? Integer.class : type;
    }

    private static @Nullable Object invoke(Method method, @Nullable Object owner, @Nullable Object[] arguments) {
        try {
            return method.invoke(owner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.getName(), e);
        }
    }
}
