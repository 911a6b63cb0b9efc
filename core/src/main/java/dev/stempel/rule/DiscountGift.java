package dev.stempel.rule;

import dev.stempel.problem.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money off this basket: an amount in the programme's currency, or a percentage.
 *
 * @param amount the amount; absent for a percentage
 * @param share the part of the price, as in 0.05 for five percent; absent for an amount
 * @param lines the lines of the purchase it applies to, counted from 0; empty for the whole order
 */
public record DiscountGift(
        @Nullable BigDecimal amount, @Nullable BigDecimal share, List<Integer> lines) implements BasketGift {

    /** Only on what was bought here, not on the whole order. */
    public DiscountGift on(Bought bought) {
        return new DiscountGift(amount, share, bought.lineNumbers());
    }

    /** So many times the amount: once for each unit, or for each set. */
    public DiscountGift forEach(long times) {
        if (amount == null) {
            throw new Refused("percent.each");
        }
        return new DiscountGift(amount.multiply(BigDecimal.valueOf(times)), share, lines);
    }
}
