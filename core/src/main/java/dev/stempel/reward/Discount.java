package dev.stempel.reward;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Money off this very basket. Parts in a sorted map are kept as they are: nobody may change them afterwards.
 *
 * @param amount the whole discount, in the programme's currency
 * @param lines the part of it that falls on each line of the purchase, counted from 0; the parts sum to the whole
 */
public record Discount(BigDecimal amount, Map<Integer, BigDecimal> lines) implements Benefit {

    public Discount {
        lines = lines == null ? Map.of() : inOrder(lines);
    }

    /** In the order of the lines, so that the same parts are written in the same order on every run. */
    private static Map<Integer, BigDecimal> inOrder(Map<Integer, BigDecimal> parts) {
        if (parts instanceof SortedMap<Integer, BigDecimal> sorted) {
            return Collections.unmodifiableSortedMap(sorted);
        }
        return parts.size() < 2 ? Map.copyOf(parts) : Collections.unmodifiableMap(new TreeMap<>(parts));
    }
}
