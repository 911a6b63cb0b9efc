package dev.stempel.measure;

import dev.stempel.account.Account;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the programme owes when a day is over, in its currency: to its customers the contract liability of IFRS 15, B39 to
 * B41, before any expected breakage is taken off; and to its partners.
 *
 * @param outstandingPoints points neither spent nor expired, pending and reserved ones included; a customer's debt of
 *     points is not set off against what others have
 * @param lapsedPoints points that expired unspent so far: the breakage there was
 * @param points what the outstanding points are worth at the policies' point value
 * @param vouchers the amounts of the vouchers that can still be used
 * @param items vouchers for an item that can still be used, which have no amount and are not in the total
 * @param stamps stamps on cards that are not used up, which have no amount and are not in the total
 * @param credit money customers can spend with us
 * @param total points, vouchers and credit: what is owed to customers
 * @param partners what vouchers handed in to partners came to so far; what was paid to partners is not in these books
 */
public record Liability(
        long outstandingPoints,
        long lapsedPoints,
        BigDecimal points,
        BigDecimal vouchers,
        long items,
        long stamps,
        BigDecimal credit,
        BigDecimal total,
        BigDecimal partners) {

    static Liability of(Evidence evidence) {
        var liability = none(evidence.policies());
        for (var story : evidence.stories()) {
            liability = liability.plus(story.seenAt(evidence.scope().before()), evidence.policies());
        }
        return liability;
    }

    static Liability none(Policies policies) {
        var zero = policies.round(BigDecimal.ZERO);
        return new Liability(0, 0, zero, zero, 0, 0, zero, zero, zero);
    }

    Liability plus(Story.Seen seen, Policies policies) {
        var sum = this;
        for (var account : seen.accounts()) {
            sum = sum.plus(account, policies);
        }
        return new Liability(
                sum.outstandingPoints,
                lapsedPoints + seen.lapsed(),
                sum.points,
                sum.vouchers,
                sum.items,
                sum.stamps,
                sum.credit,
                sum.total,
                partners.add(seen.partners()));
    }

    private Liability plus(Account account, Policies policies) {
        var open = account.vouchers().values().stream()
                .filter(voucher ->
                        voucher.validUntil() == null || !voucher.validUntil().isBefore(account.today()))
                .map(Voucher::value)
                .toList();
        long sum = outstandingPoints + Math.max(0, account.outstandingPoints());
        var worth = policies.round(policies.pointValue().multiply(BigDecimal.valueOf(sum)));
        var amounts = open.stream().filter(Objects::nonNull).reduce(vouchers, BigDecimal::add);
        var credits = credit.add(account.credit());
        return new Liability(
                sum,
                lapsedPoints,
                worth,
                amounts,
                items + open.stream().filter(Objects::isNull).count(),
                stamps + stampsOn(account),
                credits,
                worth.add(amounts).add(credits),
                partners);
    }

    private static long stampsOn(Account account) {
        return account.cards().keySet().stream()
                .mapToLong(name -> Math.max(0, account.card(name).filled()))
                .sum();
    }
}
