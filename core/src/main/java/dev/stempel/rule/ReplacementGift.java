package dev.stempel.rule;

import java.math.BigDecimal;

/**
 * The same thing again, free.
 *
 * @param item what it is
 * @param value what it is worth, in the programme's currency; zero where nobody said
 */
public record ReplacementGift(String item, BigDecimal value) implements Gift {

    /** What it is worth, so that caps and authority can count it. */
    public ReplacementGift worth(BigDecimal amount) {
        return new ReplacementGift(item, Check.notNegative("worth", amount));
    }
}
