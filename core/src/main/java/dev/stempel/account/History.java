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
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a customer did so far, as far as offers ask for it.
 *
 * @param purchases how many purchases there were, without those of which everything came back
 * @param bought how many of them on which day
 * @param lastSeen the day of the last event but a purchase that the customer took part in; absent when there was none
 * @param done how often and when the customer did other things, by the activity's kind; complaints count as
 *     {@code complaint}, wishes to cancel as {@code cancellation}
 */
public record History(
        long purchases,
        NavigableMap<LocalDate, Long> bought,
        @Nullable LocalDate lastSeen,
        SortedMap<String, Done> done) {

    /** Nothing done yet. */
    public static final History NONE = new History(0, new TreeMap<>(), null, new TreeMap<>());

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
        bought = Collections.unmodifiableNavigableMap(bought == null ? new TreeMap<>() : bought);
        done = Collections.unmodifiableSortedMap(done == null ? new TreeMap<>() : done);
    }

    /** The day of the first purchase; absent when there was none. */
    public @Nullable LocalDate firstPurchase() {
        return bought.isEmpty() ? null : bought.firstKey();
    }

    History alsoDone(String kind, LocalDate day) {
        return new History(purchases, bought, lastSeen, doneAlso(kind, day));
    }

    /** The day of the last purchase; absent when there was none. */
    public @Nullable LocalDate lastPurchase() {
        return bought.isEmpty() ? null : bought.lastKey();
    }

    /** The day of the last event the customer took part in; absent when there was none. */
    public @Nullable LocalDate lastActivity() {
        var last = lastPurchase();
        return last == null ? lastSeen : later(lastSeen, last);
    }

    /** How many purchases there were in a month. */
    long purchasesIn(YearMonth month) {
        long sum = 0;
        for (long some :
                bought.subMap(month.atDay(1), true, month.atEndOfMonth(), true).values()) {
            sum += some;
        }
        return sum;
    }

    History after(Decision decision, LocalDate today) {
        var event = decision.event();
        if (event instanceof Purchase || event instanceof Return) {
            return decision.purchases() == 0 ? this : bought(decision.purchases(), decision.day());
        }
        if (event instanceof Day) {
            return this;
        }
        var kind = kind(event);
        return new History(purchases, bought, later(lastSeen, today), kind == null ? done : doneAlso(kind, today));
    }

    private History bought(int number, LocalDate day) {
        var days = new TreeMap<>(bought);
        days.merge(day, (long) number, Long::sum);
        days.remove(day, 0L);
        return new History(purchases + number, days, lastSeen, done);
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
