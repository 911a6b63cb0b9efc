package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.Redemption;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Reservation;
import dev.stempel.reward.ReservationEnd;
import dev.stempel.reward.Reward;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;

/** Settles a redemption: points are spent, soonest to expire first, or set aside, or a voucher is handed in. */
final class Redeeming {

    private final Redemption redemption;
    private final Account account;
    private final Settled settled;
    private final Reason reason;

    private Redeeming(Redemption redemption, Account account, Settled settled) {
        this.redemption = redemption;
        this.account = account;
        this.settled = settled;
        this.reason = OwnReasons.redeems(redemption);
    }

    /** The redemption as offers see it: points that were set aside and are now spent are points to spend. */
    static Redemption seen(Redemption redemption, Account account) {
        return redemption.step() == Redemption.Step.COMMIT
                ? redemption.spending(account.balance().reserved(redemption.reservation(), redemption.at()))
                : redemption;
    }

    /** Settles it, unless the points are for a wish: that is for the offers to say. False when no offer can fulfil it. */
    static boolean settle(Redemption redemption, Account account, Settled settled) {
        var redeeming = new Redeeming(redemption, account, settled);
        switch (redemption.step()) {
            case RESERVE -> redeeming.reserve();
            case COMMIT, RELEASE -> redeeming.end();
            case AT_ONCE -> redeeming.spend();
        }
        if (!redemption.voucher().isEmpty()) {
            redeeming.handIn();
        }
        return redemption.wish().isEmpty() || settled.outcome().refused().isEmpty();
    }

    private void spend() {
        if (redemption.points() > 0 && redemption.wish().isEmpty() && enough()) {
            give(Points.of(-redemption.points(), 0));
        }
    }

    private void reserve() {
        if (enough()) {
            var until = redemption.at().plus(settled.policies.reservationTime());
            give(new Reservation(redemption.id(), redemption.points(), until));
        }
    }

    private void end() {
        boolean commit = redemption.step() == Redemption.Step.COMMIT;
        if (account.balance().reserved(redemption.reservation(), redemption.at()) == 0) {
            refuse(
                    Cause.RESERVATION,
                    "There is no reservation \"" + redemption.reservation() + "\", or its time is over.");
            return;
        }
        give(new ReservationEnd(redemption.reservation(), commit));
        if (commit && redemption.wish().isEmpty()) {
            give(Points.of(-redemption.points(), 0));
        }
    }

    /** Goods came back while points were set aside: what was promised is spent, and what is not there becomes a debt. */
    static void settleDebt(Redemption redemption, Account account, Settled settled) {
        if (redemption.step() == Redemption.Step.COMMIT) {
            new Redeeming(redemption, account, settled).settleDebt();
        }
    }

    private void settleDebt() {
        var spent = Decision.nothing(redemption, settled.day);
        for (var reward : settled.rewards()) {
            spent = spent.with(reward);
        }
        var debt = PointDebt.of(settled.policies, account.after(spent).debt() - account.debt());
        if (debt.forgiven() > 0) {
            give(Points.of(debt.forgiven(), 0));
        }
        if (debt.charge().signum() > 0) {
            give(new MoneyBack(debt.charge().negate()), debt.charge().negate());
        }
    }

    private boolean enough() {
        if (redemption.points() <= account.points()) {
            return true;
        }
        refuse(Cause.BALANCE, redemption.points() + " points were asked for; " + account.points() + " can be spent.");
        return false;
    }

    private void handIn() {
        var voucher = account.unusedVoucher(redemption.voucher()).orElse(null);
        if (voucher == null) {
            refuse(Cause.VOUCHER, "The customer has no voucher \"" + redemption.voucher() + "\", or it is used.");
        } else if (!voucher.validOn(settled.day)) {
            refuse(
                    Cause.VOUCHER,
                    "The voucher \"" + redemption.voucher() + "\" can be used from " + voucher.validFrom() + " until "
                            + voucher.validUntil() + "; this is " + settled.day + ".");
        } else {
            give(new VoucherEnd(voucher.code(), voucher.partner(), voucher.value(), true));
        }
    }

    private void give(Benefit benefit) {
        give(benefit, BigDecimal.ZERO);
    }

    private void give(Benefit benefit, BigDecimal cost) {
        settled.add(new Reward(reason.offer(), benefit, cost, reason));
    }

    private void refuse(Cause cause, String explanation) {
        settled.add(new Refusal(reason.offer(), cause, explanation, null, reason));
    }
}
