package dev.stempel.check;

import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.account.DueAction;
import dev.stempel.account.Loyalty;
import dev.stempel.account.OpenComplaint;
import dev.stempel.event.Activity;
import dev.stempel.event.Cancellation;
import dev.stempel.event.Complaint;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Survey;
import dev.stempel.rule.Anniversary;
import dev.stempel.rule.Birthday;
import dev.stempel.rule.Bought;
import dev.stempel.rule.BroughtIn;
import dev.stempel.rule.CardCompleted;
import dev.stempel.rule.Friend;
import dev.stempel.rule.Lapse;
import dev.stempel.rule.Membership;
import dev.stempel.rule.TierReached;
import dev.stempel.rule.Today;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of fact a condition may be about, by the name rules use. */
public final class FactTypes {

    private static final Set<Class<?>> OWN = Set.of(
            Account.class,
            Activity.class,
            Anniversary.class,
            Birthday.class,
            Bought.class,
            BroughtIn.class,
            Cancellation.class,
            Card.class,
            CardCompleted.class,
            Complaint.class,
            Customer.class,
            Day.class,
            DueAction.class,
            Friend.class,
            Lapse.class,
            Line.class,
            Loyalty.class,
            Membership.class,
            OpenComplaint.class,
            Purchase.class,
            Redemption.class,
            Referral.class,
            Survey.class,
            TierReached.class,
            Today.class);

    /** Records have some of these for themselves. */
    private static final Set<String> OF_EVERY_OBJECT =
            Arrays.stream(Object.class.getMethods()).map(Method::getName).collect(Collectors.toUnmodifiableSet());

    private final Map<String, Class<?>> byName = new TreeMap<>();

    /** Stempel's own kinds of fact and those of the embedding application. */
    public FactTypes(Collection<Class<?>> more) {
        OWN.forEach(type -> byName.put(type.getSimpleName(), type));
        for (var type : more) {
            refuseHidden(type);
            if (byName.putIfAbsent(type.getSimpleName(), type) != null) {
                throw new IllegalArgumentException(
                        "The fact type " + type.getName() + " has the name of another one. " + "Maybe rename it?");
            }
        }
    }

    private static void refuseHidden(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!Modifier.isPublic(outer.getModifiers())) {
                throw new IllegalArgumentException("The fact type " + type.getName() + " cannot be seen by rules: "
                        + outer.getName() + " is not public. Maybe make it public?");
            }
        }
    }

    public Optional<Class<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** True for Stempel's own kinds of fact, false for those of an application. */
    public static boolean isStempels(Class<?> fact) {
        return OWN.contains(fact);
    }

    public Collection<String> names() {
        return byName.keySet();
    }

    public Collection<Class<?>> all() {
        return byName.values();
    }

    /** The accessor behind a field name: {@code open} is {@code open()}, {@code getOpen()} or {@code isOpen()}. */
    public static Optional<Method> accessor(Class<?> fact, String field) {
        return methods(fact)
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> method.getName().equals(field)
                        || method.getName().equals(getter("get", field))
                        || method.getName().equals(getter("is", field)))
                .findFirst();
    }

    /** The methods of a fact that a rule may ask, never one that every object has. */
    public static Stream<Method> methods(Class<?> fact) {
        return Arrays.stream(fact.getMethods())
                .filter(method ->
                        !Modifier.isStatic(method.getModifiers()) && !OF_EVERY_OBJECT.contains(method.getName()));
    }

    /** The field names of a fact, to help whoever misspelled one. */
    public static List<String> fields(Class<?> fact) {
        return methods(fact)
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
                .map(Method::getName)
                .sorted()
                .toList();
    }

    private static String getter(String prefix, String field) {
        return field.isEmpty() ? prefix : prefix + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }
}
