package dev.stempel.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A voucher to be handed in later, here or at a partner's.
 *
 * @param code what the customer shows; the same event always gives the same code
 * @param partner who takes it; empty for our own shop
 * @param item what it is good for, as in "cone"; absent when it is good for an amount of money
 * @param value its amount in the programme's currency; absent when it is good for an item
 * @param validFrom the first day it can be used
 * @param validUntil the last day it can be used; absent for ever
 * @param card the stamp card it was given for; absent otherwise
 */
public record Voucher(
        String code,
        String partner,
        @Nullable String item,
        @Nullable BigDecimal value,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String card)
        implements Benefit {

    public Voucher {
        partner = partner == null ? "" : partner;
        item = item == null || item.isEmpty() ? null : item;
        card = card == null || card.isEmpty() ? null : card;
    }

    /** The same voucher under another code. */
    public Voucher withCode(String other) {
        return new Voucher(other, partner, item, value, validFrom, validUntil, card);
    }

    /** True when it can be used on this day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && validThrough(day);
    }

    /** True when it is not over on this day. */
    public boolean validThrough(LocalDate day) {
        return validUntil == null || !day.isAfter(validUntil);
    }
}
