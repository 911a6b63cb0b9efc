package dev.stempel.rule;

import java.math.BigDecimal;

/**
 * Money paid back to the customer.
 *
 * @param amount in the programme's currency
 */
public record MoneyBackGift(BigDecimal amount) implements Gift {

    /** No more than this. */
    public MoneyBackGift atMost(String cap) {
        return new MoneyBackGift(amount.min(Check.amount("atMost", cap)));
    }
}
