package dev.stempel.measure;

import java.time.LocalDate;

/**
 * What is measured: a period, and whose.
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
            throw new IllegalArgumentException(
                    "The period from " + from + " to before " + before + " has no day. Maybe the dates are swapped?");
        }
        if (lapseDays < 1) {
            throw new IllegalArgumentException("lapseDays is " + lapseDays + ". Maybe 90?");
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

    boolean has(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(before);
    }
}
