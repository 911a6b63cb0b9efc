package dev.stempel.reward;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Money off this very basket.
 *
 * @param amount the whole discount, in the programme's currency
 * @param lines the part of it that falls on each line of the purchase, counted from 0; the parts sum to the whole
 */
public record Discount(BigDecimal amount, Map<Integer, BigDecimal> lines) implements Benefit {

    public Discount {
        lines = lines == null || lines.size() < 2
                ? Map.copyOf(lines == null ? Map.of() : lines)
                : Collections.unmodifiableMap(new TreeMap<>(lines));
    }
}
