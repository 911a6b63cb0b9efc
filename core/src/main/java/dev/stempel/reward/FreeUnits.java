package dev.stempel.reward;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Units of this very basket that are free because a card was full.
 *
 * @param card the card that was full
 * @param units how many units are free
 * @param stamps how many stamps of the card that uses up
 * @param value what they would have cost, in the programme's currency
 * @param lines how many of them stand on which line of the purchase, counted from 0
 */
public record FreeUnits(String card, long units, long stamps, BigDecimal value, Map<Integer, Long> lines)
        implements Benefit {

    public FreeUnits {
        card = card == null ? "" : card;
        lines = Collections.unmodifiableMap(lines == null ? new TreeMap<>() : new TreeMap<>(lines));
    }
}
