package dev.stempel.account;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A list in parts. Immutable: one that differs in a place shares all but one part with the one before, so that an account
 * of a year costs about as much to take on as one of ten days.
 */
final class SharedList<T> extends AbstractList<T> {

    /** So many are copied together. */
    private static final int MOST = 32;

    private static final SharedList<?> NONE = new SharedList<>(List.of());

    /** None of them is empty. */
    private final List<List<T>> parts;

    private final int size;

    private SharedList(List<List<T>> parts) {
        this.parts = parts;
        int sum = 0;
        for (var part : parts) {
            sum += part.size();
        }
        this.size = sum;
    }

    @SuppressWarnings("unchecked") // It holds nothing.
    static <T> SharedList<T> none() {
        return (SharedList<T>) NONE;
    }

    /** The same list; itself where it is one already. */
    static <T> SharedList<T> of(List<T> all) {
        if (all instanceof SharedList<T> shared) {
            return shared;
        }
        var parts = new ArrayList<List<T>>();
        for (int i = 0; i < all.size(); i += MOST) {
            parts.add(List.copyOf(all.subList(i, Math.min(all.size(), i + MOST))));
        }
        return parts.isEmpty() ? none() : new SharedList<>(List.copyOf(parts));
    }

    /** The same with another one in a place. */
    SharedList<T> with(int index, T other) {
        return changed(index, 1, List.of(other));
    }

    /** The same with one more before a place, or at the end. */
    SharedList<T> adding(int index, T more) {
        return changed(index, 0, List.of(more));
    }

    SharedList<T> without(int index) {
        return changed(index, 1, List.of());
    }

    private SharedList<T> changed(int index, int gone, List<T> come) {
        int number = 0;
        int place = index;
        while (number < parts.size() - 1 && place >= parts.get(number).size()) {
            place -= parts.get(number).size();
            number++;
        }
        var part = new ArrayList<T>(parts.isEmpty() ? List.of() : parts.get(number));
        part.subList(place, place + gone).clear();
        part.addAll(place, come);
        var changed = new ArrayList<>(parts.subList(0, number));
        for (int i = 0; i < part.size(); i += MOST) {
            changed.add(List.copyOf(part.subList(i, Math.min(part.size(), i + MOST))));
        }
        changed.addAll(parts.subList(Math.min(number + 1, parts.size()), parts.size()));
        return new SharedList<>(List.copyOf(changed));
    }

    /** Those from a place on; itself where that is all of them. */
    SharedList<T> from(int index) {
        if (index == 0) {
            return this;
        }
        int number = 0;
        int place = index;
        while (number < parts.size() && place >= parts.get(number).size()) {
            place -= parts.get(number).size();
            number++;
        }
        var left = new ArrayList<>(parts.subList(number, parts.size()));
        if (place > 0) {
            left.set(0, List.copyOf(left.get(0).subList(place, left.get(0).size())));
        }
        return new SharedList<>(List.copyOf(left));
    }

    /** The place of the last of these; -1 for none. */
    int last(Predicate<T> which) {
        int index = size;
        for (int number = parts.size() - 1; number >= 0; number--) {
            var part = parts.get(number);
            for (int place = part.size() - 1; place >= 0; place--) {
                index--;
                if (which.test(part.get(place))) {
                    return index;
                }
            }
        }
        return -1;
    }

    @Override
    public T get(int index) {
        int number = 0;
        int place = index;
        while (place >= parts.get(number).size()) {
            place -= parts.get(number).size();
            number++;
        }
        return parts.get(number).get(place);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<T> iterator() {
        return new InOrder<>(parts.iterator());
    }

    /** Goes through the parts: many who do so stop early. */
    private static final class InOrder<T> implements Iterator<T> {

        private final Iterator<List<T>> parts;
        private Iterator<T> part = Collections.emptyIterator();

        private InOrder(Iterator<List<T>> parts) {
            this.parts = parts;
        }

        @Override
        public boolean hasNext() {
            return part.hasNext() || parts.hasNext();
        }

        @Override
        public T next() {
            if (!part.hasNext()) {
                part = parts.next().iterator();
            }
            return part.next();
        }
    }
}
