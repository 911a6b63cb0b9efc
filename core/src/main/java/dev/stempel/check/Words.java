package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Problems;
import dev.stempel.problem.Phrase;
import dev.stempel.rule.Bought;
import dev.stempel.rule.Gift;
import dev.stempel.rule.PriceGift;
import dev.stempel.rule.Rewards;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words a sentence can be made of, and how each is used. */
final class Words {

    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            long.class,
            "10",
            String.class,
            "\"2.50\"",
            Period.class,
            "days(30)",
            Gift.class,
            "points(10)",
            BigDecimal.class,
            "$amount",
            Bought.class,
            "$bought");

    private final Problems problems;

    Words(Problems problems) {
        this.problems = problems;
    }

    /** The words of this name that can be said here; empty when there is none, which has been told by then. */
    List<Method> named(Expr.Word word, @Nullable Object owner) {
        var known = known(owner == null ? dev.stempel.rule.Words.class : owner.getClass(), owner == null);
        var named = known.stream()
                .filter(method -> method.getName().equals(word.name()))
                .toList();
        if (named.isEmpty()) {
            tellUnknown(word, owner, known.stream().map(Method::getName).toList());
        }
        return named;
    }

    private void tellUnknown(Expr.Word word, @Nullable Object owner, List<String> names) {
        boolean begins = owner == null && has(known(Rewards.class, false), word.name());
        boolean gift = owner != null && has(known(dev.stempel.rule.Words.class, true), word.name());
        var hint = begins
                ? Phrase.of("word.begins.hint", word.name())
                : gift
                        ? Phrase.of("word.gift.hint", word.name())
                        : Hints.similar(
                                word.name(),
                                names,
                                names.isEmpty() ? "word.none.hint" : "word.unknown.hint",
                                String.join(", ", names.stream().distinct().toList()));
        problems.tell(word.span(), Phrase.of("word.unknown", word.name()), hint);
    }

    private static boolean has(List<Method> methods, String name) {
        return methods.stream().anyMatch(method -> method.getName().equals(name));
    }

    static List<Method> known(Class<?> type, boolean isStatic) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
                .filter(method -> isWord(type, method))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .toList();
    }

    /** What a record holds, and what every object has, nobody says in a sentence. */
    private static boolean isWord(Class<?> type, Method method) {
        boolean component = type.isRecord()
                && method.getParameterCount() == 0
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(part -> part.getName().equals(method.getName()));
        boolean object = Arrays.stream(Object.class.getMethods())
                .anyMatch(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
        return !component && !object;
    }

    /** What can follow something that was said, for people. */
    static String list(Object said) {
        return String.join(
                ", ",
                known(said.getClass(), false).stream()
                        .map(Method::getName)
                        .distinct()
                        .toList());
    }

    /** Tells which value does not fit a word, and how the word is used. */
    void tellArguments(Expr.Word word, List<Method> candidates, List<Object> values) {
        var arguments = word.arguments();
        var method = candidates.stream()
                .filter(candidate -> candidate.getParameterCount() == arguments.size())
                .findFirst();
        if (method.isEmpty()) {
            tellNumber(word, candidates);
            return;
        }
        var types = method.get().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (!boxed(types[i]).isInstance(values.get(i))) {
                if (values.get(i) instanceof dev.stempel.rule.Words.Percent
                        || values.get(i) instanceof PriceGift.Each) {
                    problems.tell(arguments.get(i).span(), "sentence.part", list(values.get(i)));
                } else {
                    tellArgument(word, arguments.get(i), types[i], usage(candidates));
                }
                return;
            }
        }
        problems.tell(word.span(), "word.usage", word.name(), usage(candidates));
    }

    private void tellNumber(Expr.Word word, List<Method> candidates) {
        var arguments = word.arguments();
        boolean decimalComma = arguments.size() == 2
                && candidates.get(0).getParameterCount() == 1
                && arguments.get(0) instanceof Expr.Numeral one
                && one.isGluedTo(arguments.get(1));
        if (!decimalComma) {
            boolean gifts = word.name().equals("give") && arguments.size() > 1;
            problems.tell(word.span(), gifts ? "gift.one" : "word.usage", word.name(), usage(candidates));
            return;
        }
        var both = arguments.get(0).span().to(arguments.get(1).span());
        var written = problems.source().text(both);
        if (candidates.get(0).getParameterTypes()[0] == String.class) {
            problems.tell(both, "number.quotes", written, written.replace(',', '.'));
        } else {
            problems.tell(both, "number.whole", written, word.name(), usage(candidates));
        }
    }

    private void tellArgument(Expr.Word word, Expr argument, Class<?> wanted, String usage) {
        if (argument instanceof Expr.Numeral number && wanted == String.class) {
            problems.tell(argument.span(), "number.quotes", number, number);
        } else if (argument instanceof Expr.Numeral number && wanted == long.class) {
            problems.tell(argument.span(), "number.whole", number, word.name(), usage);
        } else if (argument instanceof Expr.Text text && wanted == long.class) {
            problems.tell(argument.span(), "text.number", text.value(), word.name(), usage);
        } else {
            problems.tell(argument.span(), "word.argument", word.name(), usage);
        }
    }

    static String usage(List<Method> candidates) {
        var method = candidates.get(0);
        var parameters = Arrays.stream(method.getParameterTypes())
                .map(type ->
                        EXAMPLES.getOrDefault(type, "$" + type.getSimpleName().toLowerCase(Locale.ROOT)))
                .toList();
        return method.getName() + (parameters.isEmpty() ? "()" : "( " + String.join(", ", parameters) + " )");
    }

    static Class<?> boxed(Class<?> type) {
        return type == long.class || type == int.class ? Long.class : type;
    }
}
