package dev.stempel.reward;

import java.math.BigDecimal;

/**
 * The same thing again, free.
 *
 * @param item what it is
 * @param value what it is worth in the programme's currency
 */
public record Replacement(String item, BigDecimal value) implements Benefit {

    public Replacement {
        item = item == null ? "" : item;
    }
}
