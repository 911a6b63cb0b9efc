package dev.stempel.ledger.jdbc;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** A stream that is read page by page, so that nothing stays open and nothing large is held in memory. */
final class Pages {

    private Pages() {}

    /**
     * A stream of everything in an order.
     *
     * @param next the next page after a place; empty at the end
     * @param place where an element stands in the order, above zero
     */
    static <T> Stream<T> of(LongFunction<List<T>> next, ToLongFunction<T> place) {
        return Stream.iterate(
                        next.apply(0),
                        page -> !page.isEmpty(),
                        page -> next.apply(place.applyAsLong(page.get(page.size() - 1))))
                .flatMap(List::stream);
    }
}
