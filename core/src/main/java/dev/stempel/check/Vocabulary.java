package dev.stempel.check;

import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.account.DueAction;
import dev.stempel.account.Loyalty;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.problem.Phrase;
import dev.stempel.rule.Bought;
import dev.stempel.rule.Rewards;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything the check lets a rule file say, for whoever explains it. */
public final class Vocabulary {

    /**
     * What the check lets a condition ask, and nobody who writes offers would: ids, and what programs and the account itself
     * reckon with. Whatever is not here the guide shows.
     */
    private static final Map<Class<?>, Set<String>> FOR_PROGRAMS = Map.of(
            Account.class,
            Set.of(
                    "at",
                    "balance",
                    "breakage",
                    "cards",
                    "complaints",
                    "customer",
                    "due",
                    "dueActions",
                    "earned",
                    "history",
                    "ladder",
                    "lots",
                    "lotsFor",
                    "openVouchers",
                    "outstandingPoints",
                    "referrals",
                    "standing",
                    "tierMemory",
                    "today",
                    "unusedVoucher",
                    "unusedVouchers",
                    "used",
                    "version",
                    "vouchers",
                    "zone"),
            Event.class,
            Set.of("customer", "id"),
            Bought.class,
            Set.of("lineNumbers"),
            Card.class,
            Set.of("days", "filled", "former", "lifetime"),
            DueAction.class,
            Set.of("customer", "event"),
            Loyalty.class,
            Set.of("why"),
            Purchase.class,
            Set.of("currency", "lines"));

    private Vocabulary() {}

    /** The kinds of fact, by name. */
    public static Collection<Class<?>> facts() {
        return new FactTypes(List.of()).all();
    }

    /**
     * What a condition of an offer asks of a fact, by name; what is asked with a value, as in {@code card("ice cream")}, last.
     */
    public static List<Method> fields(Class<?> fact) {
        var others = forPrograms(fact);
        return allowed(fact).stream()
                .filter(field -> !others.contains(field.getName()))
                .toList();
    }

    /** What a condition may ask of a fact as well, and nobody who writes offers would. */
    static Set<String> forPrograms(Class<?> fact) {
        return FOR_PROGRAMS.entrySet().stream()
                .filter(entry -> entry.getKey().isAssignableFrom(fact))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that a condition may ask of a fact. */
    static List<Method> allowed(Class<?> fact) {
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
