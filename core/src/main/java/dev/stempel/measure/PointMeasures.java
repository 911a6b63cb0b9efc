package dev.stempel.measure;

import dev.stempel.event.Return;
import dev.stempel.reward.Points;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of points in the period.
 *
 * @param earned points earned, less those taken back with returned goods
 * @param spent points spent
 * @param expired points that expired unspent
 * @param redemptionRate see {@link Rates#redemption}
 * @param breakage see {@link Rates#breakage}
 */
public record PointMeasures(
        long earned,
        long spent,
        long expired,
        @Nullable BigDecimal redemptionRate,
        @Nullable BigDecimal breakage) {

    static PointMeasures of(Evidence evidence) {
        long earned = 0;
        long spent = 0;
        for (var operation : evidence.operations().toList()) {
            boolean returned = operation.event() instanceof Return;
            for (var points : operation.decision().outcome().all(Points.class).toList()) {
                boolean spends = points.amount() < 0 && !returned;
                spent -= spends ? points.amount() : 0;
                earned += spends ? 0 : points.amount();
            }
        }
        var scope = evidence.scope();
        long expired = 0;
        for (var story : evidence.stories()) {
            expired += story.seenAt(scope.before()).lapsed()
                    - story.seenAt(scope.from()).lapsed();
        }
        return new PointMeasures(
                earned, spent, expired, Rates.redemption(spent, earned), Rates.breakage(expired, earned));
    }
}
