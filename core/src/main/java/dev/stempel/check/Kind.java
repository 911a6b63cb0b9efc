package dev.stempel.check;

import dev.stempel.problem.Phrase;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What kind of value something is, as far as comparing it goes. */
enum Kind {
    TEXT,
    NUMBER,
    YES_NO,
    DATE,
    LIST,
    ATTRIBUTES,
    CHOICE,
    NOTHING,
    FACT,
    UNKNOWN;

    private static final Set<Class<?>> NUMBERS =
            Set.of(long.class, int.class, short.class, byte.class, double.class, float.class);

    static Kind of(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        } else if (NUMBERS.contains(type) || java.lang.Number.class.isAssignableFrom(type)) {
            return NUMBER;
        } else if (type == boolean.class || type == Boolean.class) {
            return YES_NO;
        } else if (TemporalAccessor.class.isAssignableFrom(type)) {
            return DATE;
        } else if (Collection.class.isAssignableFrom(type)) {
            return LIST;
        } else if (Map.class.isAssignableFrom(type)) {
            return ATTRIBUTES;
        } else if (type.isEnum()) {
            return CHOICE;
        } else if (type == void.class) {
            return NOTHING;
        }
        return type == Object.class ? UNKNOWN : FACT;
    }

    /** What people call it. */
    Phrase phrase() {
        return Phrase.of("kind." + name());
    }
}
