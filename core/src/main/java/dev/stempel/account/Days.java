package dev.stempel.account;

import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums by day, in the order of the days. Immutable: one that differs in a day shares the others with the one before, so
 * that an account of a year of days costs about as much to take on as one of ten days.
 */
final class Days extends AbstractMap<LocalDate, Long> {

    static final Days NONE = new Days(List.of());

    /** So many days are copied together. */
    private static final int MOST = 32;

    private static final Comparator<Entry<LocalDate, Long>> BY_DAY = Entry.comparingByKey();

    /** None of them is empty. */
    private final List<List<Entry<LocalDate, Long>>> parts;

    private final int size;

    private Days(List<List<Entry<LocalDate, Long>>> parts) {
        this.parts = parts;
        int sum = 0;
        for (var part : parts) {
            sum += part.size();
        }
        this.size = sum;
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
        var sum = get(day);
        return sum == null ? 0 : sum;
    }

    /** The same with another sum on a day; a sum of 0 is none. */
    Days with(LocalDate day, long sum) {
        int number = Math.max(0, part(day));
        var part = new ArrayList<>(parts.isEmpty() ? List.of() : parts.get(number));
        int place = place(part, day);
        if (place >= 0) {
            part.remove(place);
        }
        if (sum != 0) {
            part.add(place < 0 ? -place - 1 : place, Map.entry(day, sum));
        }
        var changed = new ArrayList<>(parts);
        if (!parts.isEmpty()) {
            changed.remove(number);
        }
        if (part.size() > MOST) {
            changed.add(number, List.copyOf(part.subList(MOST, part.size())));
            part.subList(MOST, part.size()).clear();
        }
        if (!part.isEmpty()) {
            changed.add(number, List.copyOf(part));
        }
        return new Days(List.copyOf(changed));
    }

    /** Those from a day on; itself where that is all of them. */
    Days from(LocalDate first) {
        if (parts.isEmpty() || !parts.get(0).get(0).getKey().isBefore(first)) {
            return this;
        }
        int number = part(first);
        var left = new ArrayList<>(parts.subList(number + 1, parts.size()));
        var part = parts.get(number);
        int place = place(part, first);
        int begin = place < 0 ? -place - 1 : place;
        if (begin < part.size()) {
            left.add(0, List.copyOf(part.subList(begin, part.size())));
        }
        return new Days(List.copyOf(left));
    }

    /** The last part that begins on the day or before; -1 where none does. */
    private int part(LocalDate day) {
        int number = parts.size() - 1;
        while (number >= 0 && parts.get(number).get(0).getKey().isAfter(day)) {
            number--;
        }
        return number;
    }

    private static int place(List<Entry<LocalDate, Long>> part, LocalDate day) {
        return Collections.binarySearch(part, Map.entry(day, 0L), BY_DAY);
    }

    @Override
    public @Nullable Long get(@Nullable Object key) {
        if (!(key instanceof LocalDate day)) {
            return null;
        }
        int number = part(day);
        int place = number < 0 ? -1 : place(parts.get(number), day);
        return place < 0 ? null : parts.get(number).get(place).getValue();
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
                return new InOrder(parts.iterator());
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Goes through the parts: most who do so stop early. */
    private static final class InOrder implements Iterator<Entry<LocalDate, Long>> {

        private final Iterator<List<Entry<LocalDate, Long>>> parts;
        private Iterator<Entry<LocalDate, Long>> part = Collections.emptyIterator();

        private InOrder(Iterator<List<Entry<LocalDate, Long>>> parts) {
            this.parts = parts;
        }

        @Override
        public boolean hasNext() {
            return part.hasNext() || parts.hasNext();
        }

        @Override
        public Entry<LocalDate, Long> next() {
            if (!part.hasNext()) {
                part = parts.next().iterator();
            }
            return part.next();
        }
    }
}
