package dev.stempel.measure;

import dev.stempel.account.Account;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the programme owes its customers when the period is over, in its currency: the contract liability of IFRS 15, B39
 * to B41, before any expected breakage is taken off.
 *
 * @param outstandingPoints points neither spent nor expired, pending and reserved ones included; a customer's debt of
 *     points is not set off against what others have
 * @param points what they are worth at the policies' point value
 * @param vouchers the amounts of the vouchers that can still be used
 * @param items vouchers for an item that can still be used, which have no amount and are not in the total
 * @param credit money customers can spend with us
 * @param total points, vouchers and credit
 */
public record Liability(
        long outstandingPoints,
        BigDecimal points,
        BigDecimal vouchers,
        long items,
        BigDecimal credit,
        BigDecimal total) {

    static Liability of(Evidence evidence) {
        var liability = none(evidence.policies());
        for (var story : evidence.stories()) {
            liability = liability.plus(story.accountAt(evidence.scope().before()), evidence.policies());
        }
        return liability;
    }

    private static Liability none(Policies policies) {
        var zero = policies.round(BigDecimal.ZERO);
        return of(0, zero, 0, zero, policies);
    }

    private Liability plus(Account account, Policies policies) {
        var open = account.vouchers().values().stream()
                .filter(voucher ->
                        voucher.validUntil() == null || !voucher.validUntil().isBefore(account.today()))
                .map(Voucher::value)
                .toList();
        var amounts = open.stream().filter(Objects::nonNull).reduce(vouchers, BigDecimal::add);
        return of(
                outstandingPoints + Math.max(0, account.outstandingPoints()),
                amounts,
                items + open.stream().filter(Objects::isNull).count(),
                credit.add(account.credit()),
                policies);
    }

    private static Liability of(
            long outstandingPoints, BigDecimal vouchers, long items, BigDecimal credit, Policies policies) {
        var points = policies.round(policies.pointValue().multiply(BigDecimal.valueOf(outstandingPoints)));
        return new Liability(
                outstandingPoints,
                points,
                vouchers,
                items,
                credit,
                points.add(vouchers).add(credit));
    }
}
