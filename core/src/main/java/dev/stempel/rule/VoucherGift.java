package dev.stempel.rule;

import java.math.BigDecimal;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A voucher for later.
 *
 * @param partner who takes it; empty for our own shop
 * @param item what it is good for; absent when it is good for an amount
 * @param value its amount in the programme's currency; absent when it is good for an item
 * @param worth what an item costs us, in the programme's currency; zero where nobody said
 * @param validity how long it can be used; absent for ever
 */
public record VoucherGift(
        String partner,
        @Nullable String item,
        @Nullable BigDecimal value,
        BigDecimal worth,
        @Nullable Period validity) implements Gift {

    /** It can be used until the end of the day this long from now. */
    public VoucherGift validFor(Period period) {
        return new VoucherGift(partner, item, value, worth, period);
    }

    /** What the item costs us, so that budgets can count it. */
    public VoucherGift worth(String cost) {
        return new VoucherGift(partner, item, value, Check.amount("worth", cost), validity);
    }
}
