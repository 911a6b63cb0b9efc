package dev.stempel.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * A lower price for each unit, as in "members pay 8.50". Whoever pays less already keeps the lower price.
 *
 * @param price of one unit, in the programme's currency
 * @param lines the lines of the purchase it applies to, counted from 0
 */
public record PriceGift(BigDecimal price, List<Integer> lines) implements BasketGift {

    /**
     * A price, waiting for what it is the price of.
     *
     * @param amount of one unit, in the programme's currency
     */
    public record Each(BigDecimal amount) {

        /** What it is the price of. */
        public PriceGift on(Bought bought) {
            return new PriceGift(amount, bought.lineNumbers());
        }
    }
}
