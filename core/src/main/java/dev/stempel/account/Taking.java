package dev.stempel.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points taken out of lots, soonest to expire first.
 *
 * @param taken what was taken, in that order
 * @param rest what is left
 */
record Taking(List<Lot> taken, List<Lot> rest) {

    /**
     * As many of these points as there are.
     *
     * @param points how many are wanted
     * @param lots where from
     * @param from which of the lots may be taken from
     */
    static Taking of(long points, List<Lot> lots, Predicate<Lot> from, @Nullable LocalDate lastActivity) {
        var taking = new Taking(new ArrayList<>(), new ArrayList<>());
        long left = points;
        for (var lot : sorted(lots, lastActivity)) {
            long some = from.test(lot) ? Math.min(left, lot.points()) : 0;
            left -= some;
            if (some > 0) {
                taking.taken.add(lot.with(some));
            }
            if (lot.points() > some) {
                taking.rest.add(lot.with(lot.points() - some));
            }
        }
        return taking;
    }

    /** These points, and then those taken out of what is left of them. */
    Taking and(Taking more) {
        return new Taking(Stream.concat(taken.stream(), more.taken.stream()).toList(), more.rest);
    }

    private static List<Lot> sorted(List<Lot> lots, @Nullable LocalDate lastActivity) {
        return lots.stream().sorted(Lot.soonestFirst(lastActivity)).toList();
    }

    /** How many points were taken. */
    long points() {
        return Lot.sum(taken.stream());
    }
}
