package dev.stempel.cli;

import dev.stempel.reward.Points;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** What one offer gave in a run; what returns took back is taken off. */
final class OfferTotals {

    private long rewards;
    private long takenBack;
    private long points;
    private long stamps;
    private long vouchers;
    private long refused;
    private BigDecimal cost = BigDecimal.ZERO;

    void add(Reward reward, boolean returned) {
        rewards += returned ? 0 : 1;
        takenBack += returned ? 1 : 0;
        cost = cost.add(reward.cost());
        var benefit = reward.benefit();
        if (benefit instanceof Points some) {
            points += some.amount();
        } else if (benefit instanceof Stamps some) {
            stamps += some.count();
        } else if (benefit instanceof Voucher) {
            vouchers++;
        } else if (benefit instanceof VoucherEnd end && !end.used()) {
            vouchers--;
        }
    }

    void addRefusal() {
        refused++;
    }

    static String header(int width, Currency currency) {
        return String.format(
                Locale.ROOT,
                "%-" + Math.max(5, width) + "s %9s %10s %12s %10s %9s %14s %9s%n",
                "Offer",
                "Rewards",
                "Taken back",
                "Points",
                "Stamps",
                "Vouchers",
                "Cost " + currency,
                "Refused");
    }

    String row(int width, String offer) {
        return String.format(
                Locale.ROOT,
                "%-" + Math.max(5, width) + "s %,9d %,10d %,12d %,10d %,9d %,14.2f %,9d%n",
                offer,
                rewards,
                takenBack,
                points,
                stamps,
                vouchers,
                cost,
                refused);
    }
}
