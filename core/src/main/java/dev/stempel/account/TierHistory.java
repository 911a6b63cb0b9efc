package dev.stempel.account;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Works out the tier held on a day from the days on which points were earned and the tier of an earlier day, and from
 * nothing else: whenever it is asked, the answer is the same.
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
    private LocalDate reached = LocalDate.MIN;

    /** A history that can go on to the horizon; it looks only at days on which the points that count change. */
    TierHistory(Ladder ladder, Days earned, @Nullable TierMemory memory, LocalDate horizon) {
        this.ladder = ladder;
        var start = memory == null ? LocalDate.MIN : memory.day();
        come(earned.since(start.plusDays(1)), horizon);
        lapse(earned.since(memory == null ? start : ladder.firstThatCounts(start)), start, horizon);
        if (memory != null) {
            held = memory.level();
            lostOn = memory.lostOn();
            heldThrough = memory.heldThrough();
            reached = start;
            counted = memory.counted();
            countedInYear.put(start.getYear(), memory.counted());
            countedInYear.put(start.getYear() - 1, memory.countedBefore());
            review(start);
        }
    }

    private void come(List<Entry<LocalDate, Long>> earned, LocalDate horizon) {
        for (var some : earned) {
            if (!some.getKey().isAfter(horizon)) {
                turn(some.getKey(), some.getValue());
            }
        }
    }

    /** The later points are earned, the later they lapse: nothing after the first that outlasts the horizon. */
    private void lapse(List<Entry<LocalDate, Long>> earned, LocalDate start, LocalDate horizon) {
        for (var some : earned) {
            var lapsed = ladder.lastCountedDay(some.getKey()).plusDays(1);
            if (lapsed.isAfter(horizon)) {
                return;
            }
            if (lapsed.isAfter(start)) {
                turn(lapsed, inCalendarYears() ? 0 : -some.getValue());
            }
        }
    }

    private void turn(LocalDate day, long points) {
        turningPoints.merge(day, points, Long::sum);
    }

    private void count(LocalDate day, long points) {
        counted += points;
        countedInYear.merge(day.getYear(), points, Long::sum);
    }

    static Standing standing(
            Ladder ladder, Days earned, @Nullable TierMemory memory, LongSupplier balance, LocalDate today) {
        if (ladder.basis() == Ladder.Basis.BALANCE) {
            long points = balance.getAsLong();
            return Standing.on(ladder, ladder.supported(points), points, null);
        }
        var history = new TierHistory(ladder, earned, memory, today).replayTo(today);
        return Standing.on(ladder, history.held, history.qualifying(today), history.graceEnd());
    }

    /** Goes on to the end of a day. */
    TierHistory replayTo(LocalDate today) {
        for (var turn = turningPoints.firstEntry();
                turn != null && !turn.getKey().isAfter(today);
                turn = turningPoints.firstEntry()) {
            turningPoints.pollFirstEntry();
            var day = turn.getKey();
            fallBefore(day);
            count(day, turn.getValue());
            review(day);
        }
        fallBefore(today.plusDays(1));
        reached = today.isAfter(reached) ? today : reached;
        return this;
    }

    /** The tier at the end of the day it went on to. */
    TierMemory memory() {
        return new TierMemory(
                reached,
                held,
                lostOn,
                heldThrough,
                qualifying(reached),
                inCalendarYears() ? inYear(reached.getYear() - 1) : 0,
                null);
    }

    /** The same, but a tier that the points support is held for as long as they would, whatever is taken back now. */
    TierMemory heldToTheEnd() {
        var now = memory();
        if (held == 0 || lostOn != null || supported(now.day()) < held) {
            return now;
        }
        for (var turn : turningPoints.entrySet()) {
            count(turn.getKey(), turn.getValue());
            if (supported(turn.getKey()) < held) {
                return now.holdingThrough(turn.getKey().minusDays(1));
            }
        }
        return now;
    }

    private boolean inCalendarYears() {
        return ladder.basis() == Ladder.Basis.CALENDAR_YEAR;
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
        heldThrough = held > supported ? day.plus(ladder.length()).minusDays(1) : null;
    }

    private @Nullable LocalDate graceEnd() {
        return lostOn == null || ladder.grace() == null ? null : lostOn.plus(ladder.grace());
    }

    private int supported(LocalDate day) {
        int supported = ladder.supported(qualifying(day));
        return inCalendarYears() ? Math.max(supported, ladder.supported(inYear(day.getYear() - 1))) : supported;
    }

    /** Of the turning points passed so far: the day is not before the last of them, nor after the next. */
    private long qualifying(LocalDate day) {
        return inCalendarYears() ? inYear(day.getYear()) : counted;
    }

    private long inYear(int year) {
        return countedInYear.getOrDefault(year, 0L);
    }
}
