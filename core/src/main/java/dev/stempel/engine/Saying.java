package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.check.FactTypes;
import dev.stempel.drl.Expr;
import dev.stempel.rule.Rewards;
import dev.stempel.rule.Words;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule's sentence, ready to be said whenever the rule fires. Its words are found when the rule is compiled, and what
 * names no fact is worked out then, once.
 */
final class Saying {

    private static final String REWARDS = "rewards";

    private static final Rewards NOBODY = new Rewards(sentence -> {});

    private final Part sentence;
    private final List<String> names;

    /** Tells what a rule's conditions gave to a name, by the name's number. */
    @FunctionalInterface
    interface Values {

        @Nullable
        Object of(int name);
    }

    /** A part of a sentence and what is known of its value before a rule fires. */
    private interface Part {

        Class<?> type();

        @Nullable
        Object value(Rewards rewards, Values values);

        default boolean isConstant() {
            return false;
        }
    }

    private record Constant(@Nullable Object value, Class<?> type) implements Part {

        @Override
        public @Nullable Object value(Rewards rewards, Values values) {
            return value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    private record Named(int name, Class<?> type) implements Part {

        @Override
        public @Nullable Object value(Rewards rewards, Values values) {
            return values.of(name);
        }
    }

    /** How every sentence begins. */
    private record Beginning(Class<?> type) implements Part {

        @Override
        public Object value(Rewards rewards, Values values) {
            return rewards;
        }
    }

    /** A word of a sentence, with what it is said of, where it is said of something, before what it is given. */
    private record Called(Accessor accessor, Class<?> type, List<Part> parts) implements Part {

        @Override
        public @Nullable Object value(Rewards rewards, Values values) {
            if (parts.size() == 2) {
                return accessor.of(
                        parts.get(0).value(rewards, values), parts.get(1).value(rewards, values));
            }
            var all = new Object[parts.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = parts.get(i).value(rewards, values);
            }
            return accessor.call(all);
        }

        /** The same when nothing has to be named. */
        private Part workedOut() {
            boolean constant = parts.stream().allMatch(Part::isConstant);
            return constant ? new Constant(value(NOBODY, name -> null), type()) : this;
        }
    }

    private Saying(Part sentence, List<String> names) {
        this.sentence = sentence;
        this.names = names;
    }

    static Saying of(CheckedRule rule) {
        var variables = rule.about().variables();
        return new Saying(part(rule.written(), variables), names(variables));
    }

    private static List<String> names(Map<String, Class<?>> variables) {
        return List.copyOf(variables.keySet());
    }

    /** The names that conditions of its rule give, by their number. */
    List<String> names() {
        return names;
    }

    /** Says it to the rewards, with the values the rule's conditions gave to its names. */
    void say(Rewards rewards, Values values) {
        sentence.value(rewards, values);
    }

    private static Part part(Expr expr, Map<String, Class<?>> variables) {
        if (expr instanceof Expr.Text text) {
            return new Constant(text.value(), String.class);
        } else if (expr instanceof Expr.Numeral number) {
            Object value = number.isWhole() ? number.value().longValueExact() : number.value();
            return new Constant(value, value.getClass());
        } else if (expr instanceof Expr.Variable variable) {
            if (variable.name().equals(REWARDS)) {
                return new Beginning(Rewards.class);
            }
            var type = variables.get(variable.name());
            return new Named(names(variables).indexOf(variable.name()), type == null ? Object.class : boxed(type));
        }
        return called((Expr.Word) expr, variables);
    }

    private static Part called(Expr.Word word, Map<String, Class<?>> variables) {
        var owner = word.owner() == null ? null : part(word.owner(), variables);
        var arguments = new ArrayList<Part>();
        word.arguments().forEach(argument -> arguments.add(part(argument, variables)));
        var method = owner instanceof Named named
                ? FactTypes.accessor(named.type(), word.name())
                : Arrays.stream((owner == null ? Words.class : owner.type()).getMethods())
                        .filter(one -> one.getName().equals(word.name()) && takes(one, arguments))
                        .findFirst();
        var values = owner == null ? arguments.stream() : Stream.concat(Stream.of(owner), arguments.stream());
        var type = boxed(method.orElseThrow().getReturnType());
        return new Called(Accessor.of(method.orElseThrow()), type, values.toList()).workedOut();
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
}
