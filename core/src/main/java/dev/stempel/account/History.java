package dev.stempel.account;

import dev.stempel.event.Activity;
import dev.stempel.event.Cancellation;
import dev.stempel.event.Complaint;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did so far, as far as offers ask for it.
 *
 * @param purchases how many purchases there were
 * @param firstPurchase the day of the first; absent when there was none
 * @param lastPurchase the day of the last; absent when there was none
 * @param lastActivity the day of the last event the customer took part in; absent when there was none
 * @param month the month of the last purchase; absent when there was none
 * @param purchasesInMonth how many purchases there were in that month
 * @param done how often and when the customer did other things, by the activity's kind; complaints count as
 *     {@code complaint}, wishes to cancel as {@code cancellation}
 */
public record History(
        long purchases,
        @Nullable LocalDate firstPurchase,
        @Nullable LocalDate lastPurchase,
        @Nullable LocalDate lastActivity,
        @Nullable YearMonth month,
        long purchasesInMonth,
        SortedMap<String, Done> done) {

    /** Nothing done yet. */
    public static final History NONE = new History(0, null, null, null, null, 0, new TreeMap<>());

    /**
     * Something a customer did.
     *
     * @param times how often in all
     * @param year the year of the last time
     * @param timesInYear how often in that year
     * @param last the day of the last time
     */
    public record Done(long times, int year, long timesInYear, LocalDate last) {

        private static Done first(LocalDate day) {
            return new Done(1, day.getYear(), 1, day);
        }

        private Done again(LocalDate day) {
            boolean sameYear = day.getYear() == year;
            boolean earlierYear = day.getYear() < year;
            return new Done(
                    times + 1,
                    Math.max(year, day.getYear()),
                    sameYear ? timesInYear + 1 : earlierYear ? timesInYear : 1,
                    later(last, day));
        }
    }

    public History {
        done = Collections.unmodifiableSortedMap(done == null ? new TreeMap<>() : done);
    }

    History after(Event event, LocalDate day) {
        if (event instanceof Day || event instanceof Return) {
            return this;
        }
        var history = event instanceof Purchase ? afterPurchase(day) : this;
        var kind = kind(event);
        return new History(
                history.purchases,
                history.firstPurchase,
                history.lastPurchase,
                later(lastActivity, day),
                history.month,
                history.purchasesInMonth,
                kind == null ? done : doneAlso(kind, day));
    }

    History alsoDone(String kind, LocalDate day) {
        return new History(
                purchases, firstPurchase, lastPurchase, lastActivity, month, purchasesInMonth, doneAlso(kind, day));
    }

    private History afterPurchase(LocalDate day) {
        var thisMonth = YearMonth.from(day);
        boolean same = thisMonth.equals(month);
        boolean earlier = month != null && thisMonth.isBefore(month);
        return new History(
                purchases + 1,
                firstPurchase == null || day.isBefore(firstPurchase) ? day : firstPurchase,
                later(lastPurchase, day),
                lastActivity,
                earlier ? month : thisMonth,
                same ? purchasesInMonth + 1 : earlier ? purchasesInMonth : 1,
                done);
    }

    private static @Nullable String kind(Event event) {
        if (event instanceof Activity activity) {
            return activity.kind();
        }
        return event instanceof Complaint ? "complaint" : event instanceof Cancellation ? "cancellation" : null;
    }

    private SortedMap<String, Done> doneAlso(String kind, LocalDate day) {
        var more = new TreeMap<>(done);
        more.merge(kind, Done.first(day), (known, first) -> known.again(day));
        return more;
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
