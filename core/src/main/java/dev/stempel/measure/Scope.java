package dev.stempel.measure;

import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.time.LocalDate;
import java.util.List;

/**
 * What is measured: a period, and whose. One without a day is refused.
 *
 * @param from the first day, in the programme's zone
 * @param before the day after the last
 * @param segment only customers of this segment; empty for all
 * @param lapseDays a customer who did nothing for more days than this counts as lost
 */
public record Scope(LocalDate from, LocalDate before, String segment, int lapseDays) {

    private static final int LAPSE_DAYS = 90;

    public Scope {
        if (!from.isBefore(before)) {
            throw invalid(
                    "The period from " + from + " to " + before.minusDays(1) + " has no day.",
                    "Maybe the dates are swapped?");
        }
        if (lapseDays < 1) {
            throw invalid("Customers are lost after " + lapseDays + " days.", "Maybe 90?");
        }
        segment = segment == null ? "" : segment;
    }

    /** All customers from the first day to before the second; who did nothing for 90 days is lost. */
    public static Scope of(LocalDate from, LocalDate before) {
        return new Scope(from, before, "", LAPSE_DAYS);
    }

    /** The same period for one segment only. */
    public Scope of(String otherSegment) {
        return new Scope(from, before, otherSegment, lapseDays);
    }

    /** The same with customers lost after another number of days. */
    public Scope lapsedAfter(int days) {
        return new Scope(from, before, segment, days);
    }

    private static InvalidInput invalid(String message, String hint) {
        return new InvalidInput(List.of(Problem.in("scope", message, hint)));
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(before);
    }
}
