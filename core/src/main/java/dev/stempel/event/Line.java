package dev.stempel.event;

import dev.stempel.problem.Amounts;
import dev.stempel.problem.InvalidInput;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a purchase.
 *
 * @param sku the article
 * @param category the article's category; absent where the shop has none
 * @param brand the article's brand; absent where the shop has none
 * @param quantity units on this line, at least one
 * @param unitPrice price of one unit in the purchase's currency, tax included; below zero for a discount that the shop
 *     itself writes as a line of its own
 * @param free true for units given away: they count as units, never as paid units
 * @param minimumPrice what a unit must at least cost after discounts; absent for no floor but zero
 */
public record Line(
        String sku,
        @Nullable String category,
        @Nullable String brand,
        long quantity,
        BigDecimal unitPrice,
        boolean free,
        @Nullable BigDecimal minimumPrice) {

    public Line {
        sku = Text.orEmpty(sku);
        category = Text.orAbsent(category);
        brand = Text.orAbsent(brand);
        unitPrice = Text.orZero(unitPrice);
    }

    /**
     * Units of an article that are paid for.
     *
     * @param unitPrice as in {@code "2.50"}
     * @throws InvalidInput when the price is no amount
     */
    public static Line of(String sku, String category, long quantity, String unitPrice) {
        return new Line(sku, category, null, quantity, amount(sku, unitPrice), false, null);
    }

    private static BigDecimal amount(String sku, String text) {
        return Amounts.read("line of " + sku, text);
    }

    /** The same line of a brand. */
    public Line ofBrand(String name) {
        return new Line(sku, category, name, quantity, unitPrice, free, minimumPrice);
    }

    /**
     * The same line with a price a unit may not go below.
     *
     * @param price as in {@code "2.50"}
     * @throws InvalidInput when the price is no amount
     */
    public Line notBelow(String price) {
        return new Line(sku, category, brand, quantity, unitPrice, free, amount(sku, price));
    }

    /** The same article, price and terms in another number. */
    public Line withQuantity(long units) {
        return new Line(sku, category, brand, units, unitPrice, free, minimumPrice);
    }

    /** The same line, given away. */
    public Line givenFree() {
        return new Line(sku, category, brand, quantity, unitPrice, true, minimumPrice);
    }

    /** True for units that somebody pays for: not given away, and with a price above zero. */
    public boolean paid() {
        return !free && unitPrice.signum() > 0;
    }

    /** Units that are paid for. */
    public long paidUnits() {
        return paid() ? quantity : 0;
    }

    /** Quantity times unit price; zero for free units. */
    public BigDecimal amount() {
        if (free) {
            return BigDecimal.ZERO;
        }
        return quantity == 1 ? unitPrice : unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
