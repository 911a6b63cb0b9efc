package dev.stempel.account;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Qualifying points and the tier they made, with no more memory than a tier can still depend on.
 *
 * @param ladder the tiers that apply; absent when no offer named any
 * @param earned qualifying points by the day of earning, as long as they may count
 * @param memory the tier at the end of a day before; absent when all days count anew
 */
record Qualifying(
        @Nullable Ladder ladder,
        NavigableMap<LocalDate, Long> earned,
        @Nullable TierMemory memory) {

    /** Other tiers apply: the tier is worked out anew, as if they always had. */
    Qualifying under(@Nullable Ladder other) {
        return other == null || other.equals(ladder) ? this : new Qualifying(other, earned, null);
    }

    /** On a later day: days that no longer count are forgotten. */
    Qualifying on(LocalDate today) {
        var first = ladder == null ? today.minus(Ladder.A_YEAR) : ladder.settledThrough(today);
        if (ladder == null || ladder.basis() == Ladder.Basis.BALANCE) {
            return new Qualifying(ladder, from(first), null);
        }
        if (memory != null && !first.isAfter(memory.day())) {
            return this;
        }
        var there =
                new TierHistory(ladder, earned, memory, first).replayTo(first).memory();
        return new Qualifying(ladder, from(ladder.firstThatCounts(first)), there);
    }

    private NavigableMap<LocalDate, Long> from(LocalDate first) {
        return earned.isEmpty() || !earned.firstKey().isBefore(first)
                ? earned
                : new TreeMap<>(earned.tailMap(first, true));
    }

    Qualifying earn(long points, LocalDate day) {
        var more = new TreeMap<>(earned);
        more.merge(day, points, Long::sum);
        return new Qualifying(ladder, more, memory);
    }

    /** Points are taken back where they were earned; what is forgotten does not count any more in any case. */
    Qualifying takeBack(long points, LocalDate day, LocalDate today) {
        var fewer = new TreeMap<>(earned);
        fewer.computeIfPresent(day, (key, there) -> there > points ? there - points : null);
        return new Qualifying(ladder, fewer, kept(today));
    }

    /** Where a tier outlasts a return, it is held as long as the points would have supported it. */
    private @Nullable TierMemory kept(LocalDate today) {
        return ladder == null || !ladder.outlastsReturns() || ladder.basis() == Ladder.Basis.BALANCE
                ? memory
                : new TierHistory(ladder, earned, memory, LocalDate.MAX)
                        .replayTo(today)
                        .heldToTheEnd();
    }

    @Nullable
    Standing standing(long balance, LocalDate today) {
        return ladder == null ? null : TierHistory.standing(ladder, earned, memory, balance, today);
    }
}
