package dev.stempel.account;

import dev.stempel.problem.Refused;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a programme and what qualifies for them.
 *
 * @param steps the tiers from the lowest, which needs nothing, to the highest
 * @param basis what is counted, and over which qualification period
 * @param window the length of a rolling qualification period; absent for any other basis
 * @param grace how long a tier is kept after it is no longer supported; absent for not at all
 * @param oneStep true when a lost tier falls one step at a time, false when it falls to the one the points support
 * @param outlastsReturns true when goods that come back do not cost the tier before its qualification period ends
 */
public record Ladder(
        List<Step> steps,
        Basis basis,
        @Nullable Period window,
        @Nullable Period grace,
        boolean oneStep,
        boolean outlastsReturns) {

    /** The qualification period where an offer names none. */
    static final Period A_YEAR = Period.ofYears(1);

    /** By how many days months differ in length. */
    private static final int MONTHS_DIFFER = 3;

    /** What qualifies. */
    public enum Basis {
        /** Qualifying points of a rolling period that ends today. */
        ROLLING,
        /** Qualifying points of the calendar year; the tier holds through the next year. */
        CALENDAR_YEAR,
        /** The points the customer has now, so that spending them costs the tier. */
        BALANCE
    }

    /**
     * A tier and the points from which it is reached.
     *
     * @param tier the tier's name
     * @param from the points that are needed
     */
    public record Step(String tier, long from) {

        public Step {
            tier = tier == null ? "" : tier;
        }
    }

    public Ladder {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** A ladder of one tier that everybody has. */
    public static Ladder from(String lowest) {
        return new Ladder(List.of(new Step(lowest, 0)), Basis.ROLLING, Period.ofMonths(12), null, true, true);
    }

    /** The same ladder with a higher tier on top. */
    public Ladder then(String tier, long from) {
        var highest = steps.get(steps.size() - 1);
        if (from <= highest.from()) {
            throw new Refused("tier.order", tier, from, highest.tier(), highest.from());
        }
        var more = new ArrayList<>(steps);
        more.add(new Step(tier, from));
        return new Ladder(more, basis, window, grace, oneStep, outlastsReturns);
    }

    /** The same ladder on another basis. */
    public Ladder over(Basis otherBasis, @Nullable Period otherWindow) {
        return new Ladder(steps, otherBasis, otherWindow, grace, oneStep, outlastsReturns);
    }

    /** The same ladder with a grace period. */
    public Ladder grace(Period period) {
        return new Ladder(steps, basis, window, period, oneStep, outlastsReturns);
    }

    /** The same ladder, falling one step at a time or not. */
    public Ladder oneStep(boolean atATime) {
        return new Ladder(steps, basis, window, grace, atATime, outlastsReturns);
    }

    /** The same ladder, on which goods that come back cost the tier at once or not. */
    public Ladder outlastingReturns(boolean untilThePeriodEnds) {
        return new Ladder(steps, basis, window, grace, oneStep, untilThePeriodEnds);
    }

    /** How long a qualification period is. */
    Period length() {
        return window == null ? A_YEAR : window;
    }

    /** The last day on which points earned on a day count. */
    LocalDate lastCountedDay(LocalDate day) {
        return basis == Basis.CALENDAR_YEAR
                ? LocalDate.of(day.getYear() + 1, 12, 31)
                : day.plus(length()).minusDays(1);
    }

    /** The last day whose tier nothing can change any more: where a return costs the tier, not even a return. */
    LocalDate settledThrough(LocalDate today) {
        if (outlastsReturns) {
            return today.minusDays(1);
        }
        return basis == Basis.CALENDAR_YEAR
                ? LocalDate.of(today.getYear() - 2, 12, 31)
                : today.minus(length()).minusDays(1);
    }

    /** A day before which no points count on this one. */
    LocalDate firstThatCounts(LocalDate day) {
        return basis == Basis.CALENDAR_YEAR
                ? LocalDate.of(day.getYear() - 1, 1, 1)
                : day.minus(length()).minusDays(MONTHS_DIFFER);
    }

    /** The number of the highest step that these points support. */
    int supported(long points) {
        int supported = 0;
        for (int i = 1; i < steps.size(); i++) {
            if (points >= steps.get(i).from()) {
                supported = i;
            }
        }
        return supported;
    }
}
