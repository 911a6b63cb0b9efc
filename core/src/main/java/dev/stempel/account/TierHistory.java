package dev.stempel.account;

import java.time.LocalDate;
import java.time.Period;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works out the tier held on a day from the days on which points were earned, and from nothing else: whenever it is
 * asked, and in whatever order the events came in, the answer is the same.
 *
 * <p>A tier is reached on the day its points are. When the points no longer support it, it is kept for the grace period;
 * then it falls. Falling one step, the lower tier is held for a whole qualification period before it can be lost in its
 * turn.
 */
final class TierHistory {

    private final Ladder ladder;
    private final NavigableMap<LocalDate, Long> earned;
    private int held;
    private @Nullable LocalDate lostOn;
    private @Nullable LocalDate heldThrough;

    private TierHistory(Ladder ladder, NavigableMap<LocalDate, Long> earned) {
        this.ladder = ladder;
        this.earned = earned;
    }

    static Standing standing(Ladder ladder, NavigableMap<LocalDate, Long> earned, long balance, LocalDate today) {
        if (ladder.basis() == Ladder.Basis.BALANCE) {
            return standing(ladder, ladder.supported(balance), balance, null);
        }
        var history = new TierHistory(ladder, earned);
        history.replayTo(today);
        return standing(ladder, history.held, history.qualifying(today), history.graceEnd());
    }

    private static Standing standing(Ladder ladder, int level, long points, @Nullable LocalDate until) {
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

    private void replayTo(LocalDate today) {
        for (var day : turningPoints(today)) {
            fallBefore(day);
            review(day);
        }
        fallBefore(today.plusDays(1));
    }

    /** The days on which support can change: points come, or no longer count. */
    private SortedSet<LocalDate> turningPoints(LocalDate today) {
        var days = new TreeSet<LocalDate>();
        for (var day : earned.headMap(today, true).keySet()) {
            days.add(day);
            days.add(lastCountedDay(day).plusDays(1));
        }
        return days.headSet(today, true);
    }

    private LocalDate lastCountedDay(LocalDate day) {
        return ladder.basis() == Ladder.Basis.CALENDAR_YEAR
                ? LocalDate.of(day.getYear() + 1, 12, 31)
                : day.plus(window()).minusDays(1);
    }

    private Period window() {
        return ladder.window() == null ? Period.ofYears(1) : ladder.window();
    }

    private void review(LocalDate day) {
        int supported = supported(day);
        if (supported >= held) {
            held = supported;
            lostOn = null;
            heldThrough = null;
        } else if (lostOn == null && (heldThrough == null || day.isAfter(heldThrough))) {
            lostOn = day;
        }
    }

    /** Lets the held tier fall as often as its grace ends before the day. */
    private void fallBefore(LocalDate day) {
        while (true) {
            if (lostOn == null && heldThrough != null && heldThrough.plusDays(1).isBefore(day)) {
                var after = heldThrough.plusDays(1);
                heldThrough = null;
                review(after);
            }
            var graceEnd = graceEnd();
            var falls = graceEnd == null ? lostOn : graceEnd.plusDays(1);
            if (falls == null || !falls.isBefore(day)) {
                return;
            }
            fall(falls);
        }
    }

    private void fall(LocalDate day) {
        int supported = supported(day);
        lostOn = null;
        held = ladder.oneStep() ? Math.max(held - 1, supported) : supported;
        heldThrough = held > supported ? day.plus(window()).minusDays(1) : null;
    }

    private @Nullable LocalDate graceEnd() {
        return lostOn == null || ladder.grace() == null ? null : lostOn.plus(ladder.grace());
    }

    private int supported(LocalDate day) {
        if (ladder.basis() == Ladder.Basis.ROLLING) {
            return ladder.supported(qualifying(day));
        }
        var lastYear = year(day.getYear() - 1, day);
        return Math.max(ladder.supported(qualifying(day)), ladder.supported(lastYear));
    }

    private long qualifying(LocalDate day) {
        if (ladder.basis() == Ladder.Basis.CALENDAR_YEAR) {
            return year(day.getYear(), day);
        }
        long sum = 0;
        for (var entry :
                earned.subMap(day.minus(window()).minusDays(1), true, day, true).entrySet()) {
            if (!lastCountedDay(entry.getKey()).isBefore(day)) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    private long year(int year, LocalDate upTo) {
        var end = LocalDate.of(year, 12, 31);
        return sum(earned.subMap(LocalDate.of(year, 1, 1), true, end.isBefore(upTo) ? end : upTo, true));
    }

    private static long sum(NavigableMap<LocalDate, Long> days) {
        long sum = 0;
        for (long points : days.values()) {
            sum += points;
        }
        return sum;
    }
}
