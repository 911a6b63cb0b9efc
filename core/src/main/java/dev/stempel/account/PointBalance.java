package dev.stempel.account;

import dev.stempel.reward.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
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

    /** How long expired points are remembered; nobody takes goods back after that. */
    private static final Period EXPIRED_KEPT = Period.ofYears(2);

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

    /** Points neither spent nor expired, pending and reserved ones included; below zero for a debt. */
    long outstanding(LocalDate today, @Nullable LocalDate lastActivity) {
        return -debt
                + lots.stream()
                        .filter(lot -> !lot.expired(today, lastActivity))
                        .mapToLong(Lot::points)
                        .sum();
    }

    /** Points set aside under this id; 0 when there are none, or their time is over. */
    public long reserved(String id, Instant at) {
        var set = reserved.get(id);
        return set == null || !set.until().isAfter(at) ? 0 : set.points();
    }

    /** Points earned that cannot be spent yet. */
    long pending(LocalDate today, @Nullable LocalDate lastActivity) {
        return lots.stream()
                .filter(lot -> lot.pending(today) && !lot.expired(today, lastActivity))
                .mapToLong(Lot::points)
                .sum();
    }

    /** Expired points stay expired, whatever comes; they are remembered as long as their purchase may come back. */
    PointBalance settled(LocalDate today, @Nullable LocalDate lastActivity) {
        if (lots.stream().noneMatch(lot -> lot.expired(today, lastActivity))) {
            return this;
        }
        var kept = lots.stream()
                .filter(lot -> !lot.expired(today.minus(EXPIRED_KEPT), lastActivity))
                .map(lot -> lot.expired(today, lastActivity) ? lot.expiredOn(lot.lastDay(lastActivity)) : lot)
                .toList();
        return with(kept, debt);
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
        return take(points, lot -> !lot.pending(today) && !lot.expired(today, lastActivity), lastActivity);
    }

    /** The lots that so many points would be spent from, in that order; what is not there is left out. */
    List<Lot> lotsFor(long points, LocalDate today, @Nullable LocalDate lastActivity) {
        var taken = new ArrayList<Lot>();
        long left = points;
        for (var lot : lots.stream().sorted(Lot.soonestFirst(lastActivity)).toList()) {
            if (left > 0 && !lot.pending(today) && !lot.expired(today, lastActivity)) {
                taken.add(lot.with(Math.min(left, lot.points())));
                left -= Math.min(left, lot.points());
            }
        }
        return taken;
    }

    /** Takes points back where they were earned, pending, expired or not, so that the balance stays; then as if spent. */
    PointBalance takeBack(Points points, LocalDate earnedOn, LocalDate today, @Nullable LocalDate lastActivity) {
        Predicate<Lot> theirs = lot -> lot.holds(Lot.of(points), earnedOn, lastActivity);
        long wanted = -points.amount();
        long there = Math.min(
                wanted, lots.stream().filter(theirs).mapToLong(Lot::points).sum());
        return take(there, theirs, lastActivity).spend(wanted - there, today, lastActivity);
    }

    private PointBalance take(long points, Predicate<Lot> from, @Nullable LocalDate lastActivity) {
        long left = points;
        var rest = new ArrayList<>(lots);
        rest.sort(Lot.soonestFirst(lastActivity));
        for (int i = 0; i < rest.size() && left > 0; i++) {
            var lot = rest.get(i);
            if (from.test(lot)) {
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
