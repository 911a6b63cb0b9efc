package dev.stempel.account;

import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums by day, in the order of the days. Immutable: one that differs in a day shares the others with the one before. */
final class Days extends AbstractMap<LocalDate, Long> {

    static final Days NONE = new Days(SharedList.none());

    private static final Comparator<Entry<LocalDate, Long>> BY_DAY = Entry.comparingByKey();

    private final SharedList<Entry<LocalDate, Long>> days;

    private Days(SharedList<Entry<LocalDate, Long>> days) {
        this.days = days;
    }

    /** The same sums; itself where it is one already. */
    static Days of(Map<LocalDate, Long> sums) {
        if (sums instanceof Days days) {
            return days;
        }
        var days = NONE;
        for (var some : new TreeMap<>(sums).entrySet()) {
            days = days.with(some.getKey(), some.getValue());
        }
        return days;
    }

    /** The sum of a day; 0 for a day without one. */
    long on(LocalDate day) {
        int place = place(day);
        return place < 0 ? 0 : days.get(place).getValue();
    }

    /** The same with another sum on a day; a sum of 0 is none. */
    Days with(LocalDate day, long sum) {
        int place = place(day);
        if (place >= 0) {
            return new Days(sum == 0 ? days.without(place) : days.with(place, Map.entry(day, sum)));
        }
        return sum == 0 ? this : new Days(days.adding(-place - 1, Map.entry(day, sum)));
    }

    /** Those from a day on; itself where that is all of them. */
    Days from(LocalDate first) {
        int place = place(first);
        int begin = place < 0 ? -place - 1 : place;
        return begin == 0 ? this : new Days(days.from(begin));
    }

    /** Each day from a day on, to look at: nothing is copied. */
    List<Entry<LocalDate, Long>> since(LocalDate first) {
        int place = place(first);
        return days.subList(place < 0 ? -place - 1 : place, days.size());
    }

    private int place(LocalDate day) {
        return Collections.binarySearch(days, Map.entry(day, 0L), BY_DAY);
    }

    @Override
    public @Nullable Long get(@Nullable Object key) {
        int place = key instanceof LocalDate day ? place(day) : -1;
        return place < 0 ? null : days.get(place).getValue();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<LocalDate, Long>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<LocalDate, Long>> iterator() {
                return days.iterator();
            }

            @Override
            public int size() {
                return days.size();
            }
        };
    }
}
