package dev.stempel.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Loan;
import dev.stempel.account.Decided;
import dev.stempel.event.Event;
import dev.stempel.ledger.Operation;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Reason;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is empty is not written, and must be read as it was: every record that is kept or lent, with nothing in its texts,
 * lists and maps.
 */
class EmptyRoundTripTest {

    private static final Map<Class<?>, Object> SMALLEST = Map.ofEntries(
            Map.entry(String.class, ""),
            Map.entry(long.class, 0L),
            Map.entry(Long.class, 0L),
            Map.entry(int.class, 0),
            Map.entry(Integer.class, 0),
            Map.entry(boolean.class, false),
            Map.entry(Boolean.class, false),
            Map.entry(BigDecimal.class, BigDecimal.ZERO),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(Period.class, Period.ofDays(1)),
            Map.entry(Currency.class, Currency.getInstance("EUR")),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(List.class, List.of()),
            Map.entry(Collection.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Reason.class, new Reason("x", "x", List.of())),
            Map.entry(SortedMap.class, new TreeMap<>()),
            Map.entry(NavigableMap.class, new TreeMap<>()),
            Map.entry(NavigableSet.class, new TreeSet<>()),
            Map.entry(SortedSet.class, new TreeSet<>()));

    /** Texts that name something, which nobody can leave empty. */
    private static final Set<String> NEVER_EMPTY = Set.of(
            "id",
            "key",
            "event",
            "customer",
            "code",
            "friend",
            "offer",
            "from",
            "to",
            "unit",
            "what",
            "type",
            "json",
            "tier",
            "nextTier",
            "ruleBook",
            "holder");

    static Stream<Class<?>> kept() {
        var kept = new TreeMap<String, Class<?>>();
        collect(Operation.class, kept);
        collect(Loan.class, kept);
        return kept.values().stream();
    }

    private static void collect(Type type, Map<String, Class<?>> kept) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), kept);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, kept));
        } else if (type instanceof Class<?> found && found.isSealed()) {
            Arrays.stream(found.getPermittedSubclasses()).forEach(one -> collect(one, kept));
        } else if (type instanceof Class<?> found && found.isRecord() && kept.put(found.getName(), found) == null) {
            Arrays.stream(found.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(component -> collect(component, kept));
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void isReadAsItWasWritten(Class<?> type) throws ReflectiveOperationException {
        Object smallest;
        try {
            smallest = smallest(type);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).as("There can be no such " + type).isInstanceOf(RuntimeException.class);
            return;
        }
        var json = StempelJson.write(smallest);
        assertThat(StempelJson.read(json, readAs(type))).as(json).isEqualTo(smallest);
    }

    private static Class<?> readAs(Class<?> type) {
        return Event.class.isAssignableFrom(type)
                ? Event.class
                : Benefit.class.isAssignableFrom(type) ? Benefit.class : type;
    }

    private static Object smallest(Class<?> type) throws ReflectiveOperationException {
        if (SMALLEST.containsKey(type)) {
            return SMALLEST.get(type);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isSealed()) {
            return smallest(type.getPermittedSubclasses()[0]);
        }
        var components = type.getRecordComponents();
        assertThat(components).as("No smallest value is known of " + type).isNotNull();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = smallest(type, components[i]);
        }
        return canonical(type, components).newInstance(values);
    }

    private static @Nullable Object smallest(Class<?> type, RecordComponent component)
            throws ReflectiveOperationException {
        if (component.getType() == type || component.getType() == Decided.class) {
            return null;
        }
        boolean isName = component.getType() == String.class && NEVER_EMPTY.contains(component.getName());
        return isName ? "x" : smallest(component.getType());
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) throws NoSuchMethodException {
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
    }
}
