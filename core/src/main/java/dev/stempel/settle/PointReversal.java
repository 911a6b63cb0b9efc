package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.Event;
import dev.stempel.policy.Policies;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes what an earlier event did with points: those that were spent come back, those that were earned are taken, and what
 * the customer has not got any more is a debt, forgiven or charged. Used for one reversal.
 */
final class PointReversal {

    private final Policies policies;
    private final Event event;
    private final Account before;
    private final Decision with;
    private final Decision without;
    private Account account;

    /**
     * Nothing undone yet.
     *
     * @param account the account now
     * @param event the return
     * @param before the account before the earlier event
     * @param with what that earned
     * @param without what it earns without the goods that come back
     */
    PointReversal(Policies policies, Account account, Event event, Account before, Decision with, Decision without) {
        this.policies = policies;
        this.account = account;
        this.event = event;
        this.before = before;
        this.with = with;
        this.without = without;
    }

    /** What undoes this sum of points, on these terms. */
    List<Reward> of(Tally.Key key, Tally.Sum sum, Points terms) {
        return sum.first() > 0 ? giveBack(key, sum, terms) : takeBack(key, sum, terms);
    }

    /** Points that were spent expire as they would have. */
    private List<Reward> giveBack(Tally.Key key, Tally.Sum sum, Points terms) {
        var rewards = new ArrayList<Reward>();
        long left = givenBack(key, sum.first());
        for (var lot : SpentLots.of(before, with, key, left)) {
            var back = new Points(lot.points(), 0, lot.spendableFrom(), lot.expires(), lot.idle());
            rewards.add(key.reward(back, BigDecimal.ZERO, event));
            left -= lot.points();
        }
        if (left > 0 || sum.second() != 0) {
            rewards.add(key.reward(points(terms, left, sum.second()), sum.cost(), event));
        }
        for (var reward : rewards) {
            account = after(reward);
        }
        return rewards;
    }

    private List<Reward> takeBack(Tally.Key key, Tally.Sum sum, Points terms) {
        var all = key.reward(points(terms, sum.first(), sum.second()), sum.cost(), event);
        var after = after(all);
        var debt = PointDebt.of(policies, after.debt() - account.debt());
        if (debt.forgiven() > 0) {
            all = key.reward(points(terms, sum.first() + debt.forgiven(), sum.second()), sum.cost(), event);
            after = after(all);
        }
        account = after;
        var charge = debt.charge();
        return charge.signum() > 0
                ? List.of(all, key.reward(new MoneyBack(charge.negate()), charge.negate(), event))
                : List.of(all);
    }

    /** Points that turned into vouchers come back with those that are still unused. */
    private long givenBack(Tally.Key key, long points) {
        var bought = with.outcome().rewards().stream()
                .filter(key::isOf)
                .map(Reward::benefit)
                .filter(benefit -> benefit instanceof Voucher
                        && !without.outcome().vouchers().contains(benefit))
                .map(Voucher.class::cast)
                .toList();
        long unused = bought.stream()
                .filter(voucher -> account.unusedVoucher(voucher.code()).isPresent())
                .count();
        return bought.isEmpty() ? points : points / bought.size() * unused;
    }

    private static Points points(Points terms, long amount, long qualifying) {
        return new Points(amount, qualifying, terms.spendableFrom(), terms.expires(), terms.idle());
    }

    private Account after(Reward reward) {
        return account.after(Decision.nothing(event, with.day()).with(reward));
    }
}
