package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.event.Redemption;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Reward;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Settles a redemption: points are spent, soonest to expire first, or a voucher is handed in. */
final class Redeeming {

    /** Stands where an offer's id stands in rewards that come from no offer. */
    private static final String OFFER = "redemption";

    private Redeeming() {}

    static void settle(Redemption redemption, Account account, LocalDate day, Settled settled) {
        var reason = new Reason(OFFER, "The customer redeems", List.of(redemption));
        if (redemption.points() > account.points()) {
            refuse(
                    settled,
                    reason,
                    Cause.BALANCE,
                    redemption.points() + " points were asked for; " + account.points() + " can be spent.");
        } else if (redemption.points() > 0) {
            give(settled, reason, Points.of(-redemption.points(), 0));
        }
        if (!redemption.voucher().isEmpty()) {
            var voucher = account.vouchers().get(redemption.voucher());
            if (voucher == null) {
                refuse(
                        settled,
                        reason,
                        Cause.VOUCHER,
                        "The customer has no voucher \"" + redemption.voucher() + "\", or it is used.");
            } else if (!voucher.validOn(day)) {
                refuse(
                        settled,
                        reason,
                        Cause.VOUCHER,
                        "The voucher \"" + redemption.voucher() + "\" can be used from " + voucher.validFrom()
                                + " until " + voucher.validUntil() + "; this is " + day + ".");
            } else {
                give(settled, reason, new VoucherEnd(voucher.code(), voucher.partner(), voucher.value(), true));
            }
        }
    }

    private static void give(Settled settled, Reason reason, Benefit benefit) {
        settled.add(new Reward(OFFER, benefit, BigDecimal.ZERO, reason));
    }

    private static void refuse(Settled settled, Reason reason, Cause cause, String explanation) {
        settled.add(new Refusal(OFFER, cause, explanation, null, reason));
    }
}
