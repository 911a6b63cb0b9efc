package dev.stempel.engine;

import dev.stempel.account.OpenComplaint;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.problem.Similar;
import dev.stempel.rule.Bought;
import dev.stempel.rule.Friend;
import dev.stempel.rule.Lapse;
import dev.stempel.rule.Rewards;
import dev.stempel.rule.Sentence;
import dev.stempel.rule.Words;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says a rule's sentence once when the file is loaded, with stand-ins for the variables. So the very words that give the
 * reward refuse a wrong number, and what the sentence gives is known before any customer comes.
 */
final class Rehearsal {

    private static final List<Object> STAND_INS = List.of(
            1L,
            BigDecimal.ONE,
            Bought.byCategory(Purchase.of("rehearsal", "rehearsal", Instant.EPOCH)
                            .line(Line.of("sku", "category", 1, "1")))
                    .get(0),
            new OpenComplaint("rehearsal", "kind", 1, Instant.EPOCH, 0, ""),
            new Friend("rehearsal", 1, 1),
            new Lapse(1, 0),
            "1");

    private final List<Sentence> heard = new ArrayList<>();
    private final Rewards rewards = new Rewards(heard::add);

    private final Map<String, Class<?>> variables;

    private Rehearsal(Map<String, Class<?>> variables) {
        this.variables = variables;
    }

    /** Says the sentence; the variables' types are those of the {@code when} part. */
    static Sentence say(Call sentence, Map<String, Class<?>> variables) {
        var rehearsal = new Rehearsal(variables);
        rehearsal.value(sentence, Object.class);
        if (rehearsal.heard.size() != 1) {
            throw new SentenceParser.Unreadable(
                    sentence.offset(),
                    "The sentence is not complete. Maybe it should begin with \"rewards.\" and end with give( … )?");
        }
        return rehearsal.heard.get(0);
    }

    private @Nullable Object value(Call call, Class<?> wanted) {
        if (call instanceof Call.Text text) {
            return text.value();
        }
        if (call instanceof Call.Whole number) {
            return number.value();
        }
        if (call instanceof Call.Variable variable) {
            return variable.name().equals("rewards") ? rewards : standIn(type(variable, wanted));
        }
        return call((Call.Word) call, wanted);
    }

    private Class<?> type(Call.Variable variable, Class<?> wanted) {
        var type = variables.get(variable.name());
        if (type == null) {
            throw new SentenceParser.Unreadable(
                    variable.offset(),
                    "Nothing above is named \"" + variable.name() + "\". "
                            + Similar.hint(variable.name(), variables.keySet(), "name it in the when part"));
        }
        return type == Object.class ? wanted : type;
    }

    private @Nullable Object call(Call.Word word, Class<?> wanted) {
        if (word.target() instanceof Call.Variable variable && !variable.name().equals("rewards")) {
            return accessor(word, type(variable, wanted), wanted);
        }
        if (word.target() == null) {
            return invoke(word, null, Words.class);
        }
        var owner = value(word.target(), Object.class);
        if (owner == null) {
            throw unknown(word);
        }
        return invoke(word, owner, owner.getClass());
    }

    /** An accessor of a fact, as in {@code $purchase.goods()}. */
    private static Object accessor(Call.Word word, Class<?> fact, Class<?> wanted) {
        if (!word.arguments().isEmpty()) {
            throw new SentenceParser.Unreadable(
                    word.offset(), "\"" + word.name() + "\" takes nothing here. Maybe leave the brackets empty?");
        }
        return standIn(FactTypes.accessor(fact, word.name())
                .<Class<?>>map(Method::getReturnType)
                .orElse(wanted));
    }

    private @Nullable Object invoke(Call.Word word, @Nullable Object owner, Class<?> type) {
        for (var method : type.getMethods()) {
            if (isWord(method, word, owner == null)) {
                var arguments = arguments(method, word);
                if (arguments != null) {
                    return invoke(word, method, owner, arguments);
                }
            }
        }
        throw unknown(word);
    }

    private static boolean isWord(Method method, Call.Word word, boolean isStatic) {
        return method.getName().equals(word.name())
                && method.getParameterCount() == word.arguments().size()
                && Modifier.isStatic(method.getModifiers()) == isStatic
                && method.getDeclaringClass() != Object.class;
    }

    private Object @Nullable [] arguments(Method method, Call.Word word) {
        var types = method.getParameterTypes();
        var values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            var value = value(word.arguments().get(i), types[i]);
            if (value == null || !boxed(types[i]).isInstance(value)) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    private static @Nullable Object invoke(Call.Word word, Method method, @Nullable Object owner, Object[] arguments) {
        try {
            return method.invoke(owner, arguments);
        } catch (InvocationTargetException e) {
            var cause = e.getCause();
            throw new SentenceParser.Unreadable(
                    word.offset(), cause == null ? e.toString() : String.valueOf(cause.getMessage()));
        } catch (IllegalAccessException e) {
            throw unknown(word);
        }
    }

    private static Object standIn(Class<?> wanted) {
        return STAND_INS.stream().filter(boxed(wanted)::isInstance).findFirst().orElse(1L);
    }

    private static Class<?> boxed(Class<?> type) {
        return type == long.class || type == int.class ? Long.class : type;
    }

    private static SentenceParser.Unreadable unknown(Call.Word word) {
        var names = Arrays.stream(word.target() == null ? Words.class.getMethods() : Rewards.class.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .distinct()
                .toList();
        return new SentenceParser.Unreadable(
                word.offset(),
                "\"" + word.name() + "\" cannot be said here, or not with these numbers and texts. "
                        + Similar.hint(word.name(), names, "look it up in another rule file"));
    }
}
