package dev.stempel.account;

import java.time.LocalDate;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Qualifying points and the tier they made, with no more memory than a tier can still depend on.
 *
 * @param ladder the tiers that apply; absent when no offer named any
 * @param earned qualifying points by the day of earning, as long as they may count
 * @param memory the tier at the end of a day before; absent when all days are looked at anew
 */
record Qualifying(
        @Nullable Ladder ladder, Days earned, @Nullable TierMemory memory) {

    /** Other tiers apply: the tier is worked out anew, as if they always had. */
    Qualifying under(@Nullable Ladder other) {
        return other == null || other.equals(ladder) ? this : new Qualifying(other, earned, null);
    }

    /** What two customers earned who are one: the better tier, and the points of both for it. Both are seen on the same day. */
    Qualifying with(Qualifying other) {
        boolean worse =
                memory == null ? other.memory != null : other.memory != null && !memory.isAsGoodAs(other.memory);
        return worse ? other.adding(this) : adding(other);
    }

    private Qualifying adding(Qualifying other) {
        var sums = new Qualifying(ladder == null ? other.ladder : ladder, earned, memory);
        for (var some : other.earned.entrySet()) {
            sums = sums.earn(some.getValue(), some.getKey());
        }
        return sums;
    }

    /** On a later day: days that no longer count are forgotten. */
    Qualifying on(LocalDate today) {
        var first = ladder == null ? today.minus(Ladder.A_YEAR) : ladder.settledThrough(today);
        if (ladder == null || ladder.basis() == Ladder.Basis.BALANCE) {
            return new Qualifying(ladder, earned.from(first), null);
        }
        var yesterday = today.minusDays(1);
        if (memory != null && !yesterday.isAfter(memory.day())) {
            return this;
        }
        var settled = through(first, ladder, memory == null ? null : memory.forGood());
        var latest = through(yesterday, ladder, memory == null ? settled : memory);
        return new Qualifying(
                ladder,
                earned.from(ladder.firstThatCounts(settled.day())),
                first.isBefore(yesterday) ? latest.resting(settled) : settled);
    }

    /** The tier at the end of a day, or of a later one where that is known. */
    private TierMemory through(LocalDate day, Ladder tiers, @Nullable TierMemory known) {
        return known != null && !day.isAfter(known.day())
                ? known
                : new TierHistory(tiers, earned, known, day).replayTo(day).memory();
    }

    Qualifying earn(long points, LocalDate day) {
        return new Qualifying(ladder, earned.with(day, earned.on(day) + points), earning(points, day, memory));
    }

    /** Points are taken back where they were earned; what is forgotten does not count any more in any case. */
    Qualifying takeBack(long points, LocalDate day, LocalDate today) {
        long there = earned.on(day);
        long taken = Math.min(points, there);
        return new Qualifying(ladder, earned.with(day, there - taken), earning(-taken, day, kept(today)));
    }

    private @Nullable TierMemory earning(long points, LocalDate day, @Nullable TierMemory known) {
        return ladder == null || known == null ? known : known.earning(points, day, ladder);
    }

    /** Where a tier outlasts a return, it is held as long as the points would have supported it. */
    private @Nullable TierMemory kept(LocalDate today) {
        return ladder == null || !ladder.outlastsReturns() || ladder.basis() == Ladder.Basis.BALANCE
                ? memory
                : new TierHistory(ladder, earned, memory, LocalDate.MAX)
                        .replayTo(today)
                        .heldToTheEnd();
    }

    /** The tier held on a day; the points that can be spent are only asked for where they decide. */
    @Nullable
    Standing standing(LongSupplier balance, LocalDate today) {
        return ladder == null ? null : TierHistory.standing(ladder, earned, memory, balance, today);
    }
}
