package dev.stempel.account;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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

    /** What each turning point changes: the points that come, less those that no longer count from that day on. */
    private final NavigableMap<LocalDate, Long> turningPoints = new TreeMap<>();

    private final Map<Integer, Long> countedInYear = new HashMap<>();
    private long counted;
    private int held;
    private @Nullable LocalDate lostOn;
    private @Nullable LocalDate heldThrough;

    private TierHistory(Ladder ladder, NavigableMap<LocalDate, Long> earned) {
        this.ladder = ladder;
        earned.forEach((day, points) -> {
            turningPoints.merge(day, points, Long::sum);
            turningPoints.merge(lastCountedDay(day).plusDays(1), inCalendarYears() ? 0 : -points, Long::sum);
        });
    }

    static Standing standing(Ladder ladder, NavigableMap<LocalDate, Long> earned, long balance, LocalDate today) {
        if (ladder.basis() == Ladder.Basis.BALANCE) {
            return standing(ladder, ladder.supported(balance), balance, null);
        }
        var history = new TierHistory(ladder, earned.headMap(today, true));
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
        for (var turn : turningPoints.headMap(today, true).entrySet()) {
            var day = turn.getKey();
            fallBefore(day);
            counted += turn.getValue();
            countedInYear.merge(day.getYear(), turn.getValue(), Long::sum);
            review(day);
        }
        fallBefore(today.plusDays(1));
    }

    private boolean inCalendarYears() {
        return ladder.basis() == Ladder.Basis.CALENDAR_YEAR;
    }

    private LocalDate lastCountedDay(LocalDate day) {
        return inCalendarYears()
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
        int supported = ladder.supported(qualifying(day));
        return inCalendarYears()
                ? Math.max(supported, ladder.supported(countedInYear.getOrDefault(day.getYear() - 1, 0L)))
                : supported;
    }

    /** Of the turning points passed so far: the day is not before the last of them, nor after the next. */
    private long qualifying(LocalDate day) {
        return inCalendarYears() ? countedInYear.getOrDefault(day.getYear(), 0L) : counted;
    }
}
