package dev.stempel.account;

import dev.stempel.reward.TierChange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands on the ladder.
 *
 * @param tier the tier held
 * @param level its number, counted from 0 for the lowest
 * @param qualifying points that count toward a tier in the present qualification period
 * @param nextTier the next higher tier; absent at the top
 * @param missing qualifying points that are still missing for the next tier; 0 at the top
 * @param until the last day of the grace period when the tier is about to be lost; absent otherwise
 */
public record Standing(
        String tier,
        int level,
        long qualifying,
        @Nullable String nextTier,
        long missing,
        @Nullable LocalDate until) {

    /** Where these points lead on a ladder to somebody who holds the tier of this level. */
    static Standing on(Ladder ladder, int level, long points, @Nullable LocalDate until) {
        var steps = ladder.steps();
        boolean top = level == steps.size() - 1;
        return new Standing(
                steps.get(level).tier(),
                level,
                points,
                top ? null : steps.get(level + 1).tier(),
                top ? 0 : Math.max(0, steps.get(level + 1).from() - points),
                until);
    }

    /** What there is to tell of somebody who stood in one place and now stands in another; absent for the same tier. */
    public static @Nullable TierChange change(@Nullable Standing before, @Nullable Standing after) {
        if (after == null || (before != null && before.tier.equals(after.tier))) {
            return null;
        }
        boolean up = before == null ? after.level > 0 : after.level > before.level;
        return new TierChange(before == null ? null : before.tier, after.tier, up);
    }
}
