package dev.stempel.account;

import dev.stempel.reward.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's points: lots with their own expiry, spent in the order in which they expire.
 *
 * @param lots points earned and not yet spent, whether pending, spendable or expired
 * @param debt points taken back that the customer had already spent; the next points earned repay it
 * @param reserved points set aside for a redemption that is not completed yet, by the reservation's id
 */
public record PointBalance(List<Lot> lots, long debt, SortedMap<String, Reserved> reserved) {

    /** No points at all. */
    public static final PointBalance NONE = new PointBalance(List.of(), 0, new TreeMap<>());

    /**
     * Points set aside.
     *
     * @param points how many
     * @param until the instant at which they are free again unless they were spent before
     */
    public record Reserved(long points, Instant until) {}

    public PointBalance {
        lots = lots == null ? List.of() : List.copyOf(lots);
        reserved = Collections.unmodifiableSortedMap(reserved == null ? new TreeMap<>() : reserved);
    }

    /** Points that can be spent; below zero for a debt. */
    long spendable(LocalDate today, @Nullable LocalDate lastActivity, Instant at) {
        long sum = -debt;
        for (var lot : lots) {
            if (!lot.pending(today) && !lot.expired(today, lastActivity)) {
                sum += lot.points();
            }
        }
        for (var set : reserved.values()) {
            sum -= set.until().isAfter(at) ? set.points() : 0;
        }
        return sum;
    }

    /** Points earned that cannot be spent yet. */
    long pending(LocalDate today, @Nullable LocalDate lastActivity) {
        return lots.stream()
                .filter(lot -> lot.pending(today) && !lot.expired(today, lastActivity))
                .mapToLong(Lot::points)
                .sum();
    }

    PointBalance withoutExpired(LocalDate today, @Nullable LocalDate lastActivity) {
        return lots.stream().anyMatch(lot -> lot.expired(today, lastActivity))
                ? with(
                        lots.stream()
                                .filter(lot -> !lot.expired(today, lastActivity))
                                .toList(),
                        debt)
                : this;
    }

    PointBalance reserve(String id, Reserved points) {
        var more = new TreeMap<>(reserved);
        more.put(id, points);
        return new PointBalance(lots, debt, more);
    }

    PointBalance release(String id) {
        var fewer = new TreeMap<>(reserved);
        fewer.remove(id);
        return new PointBalance(lots, debt, fewer);
    }

    PointBalance earn(Points points) {
        long repaid = Math.min(debt, points.amount());
        var lot = Lot.of(points).with(points.amount() - repaid);
        var more = new ArrayList<Lot>();
        boolean merged = lot.points() == 0;
        for (var known : lots) {
            boolean same = !merged && known.sameTerms(lot);
            more.add(same ? known.with(known.points() + lot.points()) : known);
            merged |= same;
        }
        if (!merged) {
            more.add(lot);
        }
        return with(more, debt - repaid);
    }

    /** Spends points that can be spent, soonest to expire first; what is not there becomes a debt. */
    PointBalance spend(long points, LocalDate today, @Nullable LocalDate lastActivity) {
        return take(points, lot -> !lot.pending(today), today, lastActivity);
    }

    /** Takes back points of the same terms first, so that pending ones go and the balance stays. */
    PointBalance takeBack(Points points, LocalDate today, @Nullable LocalDate lastActivity) {
        var terms = Lot.of(points);
        long wanted = -points.amount();
        long there = lots.stream()
                .filter(lot -> lot.sameTerms(terms) && !lot.expired(today, lastActivity))
                .mapToLong(Lot::points)
                .sum();
        long ofSameTerms = Math.min(wanted, there);
        return take(ofSameTerms, lot -> lot.sameTerms(terms), today, lastActivity)
                .spend(wanted - ofSameTerms, today, lastActivity);
    }

    private PointBalance take(long points, Predicate<Lot> from, LocalDate today, @Nullable LocalDate lastActivity) {
        long left = points;
        var rest = new ArrayList<>(lots);
        rest.sort(Lot.soonestFirst(lastActivity));
        for (int i = 0; i < rest.size() && left > 0; i++) {
            var lot = rest.get(i);
            if (from.test(lot) && !lot.expired(today, lastActivity)) {
                long taken = Math.min(left, lot.points());
                rest.set(i, lot.with(lot.points() - taken));
                left -= taken;
            }
        }
        rest.removeIf(lot -> lot.points() == 0);
        return with(rest, debt + left);
    }

    private PointBalance with(List<Lot> otherLots, long otherDebt) {
        return new PointBalance(otherLots, otherDebt, reserved);
    }
}
