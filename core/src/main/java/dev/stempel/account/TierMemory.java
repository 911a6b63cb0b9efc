package dev.stempel.account;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The tier as it was at the end of a day, and what made it: what came before need not be looked at again.
 *
 * @param day the day
 * @param level the tier held, counted from 0 for the lowest
 * @param lostOn the day from which its grace period runs; absent when it does not
 * @param heldThrough the last day until which it is held whatever the points; absent for no such day
 * @param counted the points that counted on the day: of the rolling period, or of its calendar year
 * @param countedBefore the points of the calendar year before; 0 where a period is rolling
 * @param settled the tier of a day before, for the case that goods come back and cost the tier of this one; absent where
 *     nothing can change this one any more
 */
public record TierMemory(
        LocalDate day,
        int level,
        @Nullable LocalDate lostOn,
        @Nullable LocalDate heldThrough,
        long counted,
        long countedBefore,
        @Nullable TierMemory settled) {

    private static final Comparator<TierMemory> WORST_FIRST = Comparator.comparingInt(TierMemory::level)
            .thenComparing(TierMemory::lostOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(TierMemory::heldThrough, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** True for a higher tier, or for the same one when it is held at least as long. */
    boolean isAsGoodAs(TierMemory other) {
        return WORST_FIRST.compare(this, other) >= 0;
    }

    /** The tier that nothing can change any more. */
    TierMemory forGood() {
        return settled == null ? this : settled;
    }

    TierMemory holdingThrough(LocalDate last) {
        return new TierMemory(day, level, null, last, counted, countedBefore, settled);
    }

    TierMemory resting(TierMemory on) {
        return new TierMemory(day, level, lostOn, heldThrough, counted, countedBefore, on);
    }

    /** The same when other points were earned on a day: more, or fewer for less than zero. */
    TierMemory earning(long points, LocalDate on, Ladder ladder) {
        if (on.isAfter(day)) {
            return this;
        }
        if (settled != null) {
            return settled.earning(points, on, ladder);
        }
        boolean before = ladder.basis() == Ladder.Basis.CALENDAR_YEAR && on.getYear() < day.getYear();
        long more = ladder.lastCountedDay(on).isBefore(day) ? 0 : points;
        return new TierMemory(
                day,
                level,
                lostOn,
                heldThrough,
                counted + (before ? 0 : more),
                countedBefore + (before ? more : 0),
                null);
    }
}
