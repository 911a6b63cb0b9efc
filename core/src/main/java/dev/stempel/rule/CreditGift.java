package dev.stempel.rule;

import java.math.BigDecimal;

/**
 * Money the customer can spend with us.
 *
 * @param amount in the programme's currency
 */
public record CreditGift(BigDecimal amount) implements Gift {

    /** No more than this. */
    public CreditGift atMost(String cap) {
        return new CreditGift(amount.min(Check.amount("atMost", cap)));
    }
}
