package dev.stempel.settle;

import dev.stempel.policy.Policies;
import dev.stempel.policy.Policies.Debt;
import java.math.BigDecimal;

/**
 * What becomes of points that somebody owes.
 *
 * @param forgiven how many are owed no more
 * @param charge what is paid for them instead, in the programme's currency
 */
public record PointDebt(long forgiven, BigDecimal charge) {

    private static final PointDebt STAYS = new PointDebt(0, BigDecimal.ZERO);

    /** By the policies: it stays, is forgiven, or is paid for where points have a value. */
    public static PointDebt of(Policies policies, long points) {
        if (points <= 0 || policies.pointDebt() == Debt.ALLOW) {
            return STAYS;
        }
        if (policies.pointDebt() == Debt.FORGIVE) {
            return new PointDebt(points, BigDecimal.ZERO);
        }
        var charge = policies.round(policies.pointValue().multiply(BigDecimal.valueOf(points)));
        return charge.signum() > 0 ? new PointDebt(points, charge) : STAYS;
    }
}
