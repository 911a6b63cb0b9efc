package dev.stempel.reward;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A voucher that can no longer be used: it was handed in, or taken back with the purchase that earned it.
 *
 * @param code its code
 * @param partner who takes it; empty for our own shop
 * @param value its amount in the programme's currency; absent when it is good for an item
 * @param used true when it was handed in, false when it was taken back
 */
public record VoucherEnd(
        String code, String partner, @Nullable BigDecimal value, boolean used) implements Benefit {

    public VoucherEnd {
        partner = partner == null ? "" : partner;
    }

    /** The end of a voucher that goes back unused, with the purchase that earned it. */
    public static VoucherEnd takenBack(Voucher voucher) {
        return new VoucherEnd(voucher.code(), voucher.partner(), voucher.value(), false);
    }
}
