package dev.stempel.event;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every record of this package does with a part that was left out. */
final class Text {

    private Text() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What is empty is left out where it is written, so that it is absent when it is read. */
    static @Nullable String orAbsent(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Sorted, so that the same content is written in the same order on every run; what has no value is left out. */
    static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        if (map == null || map.isEmpty()) {
            return Map.of();
        }
        var sorted = new TreeMap<>(map);
        sorted.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(sorted);
    }
}
