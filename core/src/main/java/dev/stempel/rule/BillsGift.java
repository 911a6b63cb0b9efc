package dev.stempel.rule;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A percentage off the next bills.
 *
 * @param percent taken off each, from 1 to 100
 * @param bills how many bills, at least one
 * @param cost what it costs us in all, in the programme's currency; zero where nobody said what a bill comes to
 */
public record BillsGift(BigDecimal percent, int bills, BigDecimal cost) implements Gift {

    /** What one bill comes to, so that caps, budgets and authority can count what all of them cost us. */
    public BillsGift of(BigDecimal bill) {
        var off = Check.notNegative("of", bill)
                .multiply(percent)
                .multiply(BigDecimal.valueOf(bills))
                .divide(BigDecimal.valueOf(100), MathContext.DECIMAL64);
        return new BillsGift(percent, bills, off);
    }
}
