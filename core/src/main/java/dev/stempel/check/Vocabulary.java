package dev.stempel.check;

import dev.stempel.problem.Phrase;
import dev.stempel.rule.Rewards;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything the check lets a rule file say, for whoever explains it. */
public final class Vocabulary {

    private Vocabulary() {}

    /** The kinds of fact, by name. */
    public static Collection<Class<?>> facts() {
        return new FactTypes(List.of()).all();
    }

    /** What a condition can ask of a fact, by name; what is asked with a value, as in {@code card("ice cream")}, last. */
    public static List<Method> fields(Class<?> fact) {
        return FactTypes.methods(fact)
                .filter(method -> method.getReturnType() != fact && method.getReturnType() != void.class)
                .filter(method -> Arrays.stream(method.getParameterTypes())
                        .allMatch(type -> Kind.of(type) == Kind.TEXT || Kind.of(type) == Kind.NUMBER))
                .sorted(Comparator.comparing(Method::getParameterCount).thenComparing(Method::getName))
                .toList();
    }

    /** What people call a kind of value. */
    public static Phrase kind(Class<?> type) {
        return Kind.of(type).phrase();
    }

    /** The words a sentence begins with, after {@code rewards}. */
    public static List<Method> beginnings() {
        return Words.known(Rewards.class, false);
    }

    /** The words for what is given, and for times and percentages. */
    public static List<Method> gifts() {
        return Words.known(dev.stempel.rule.Words.class, true);
    }

    /** The words that can follow something that was said. */
    public static List<Method> following(Class<?> said) {
        return said.getPackage() == Rewards.class.getPackage() ? Words.known(said, false) : List.of();
    }

    /** How a word is written, with an example of each value it takes. */
    public static String usage(Method word) {
        return Words.usage(List.of(word));
    }

    /** The annotations, each with an example. */
    public static SortedMap<String, String> annotations() {
        return new TreeMap<>(Annotations.EXAMPLES);
    }
}
