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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's points: lots with their own expiry, spent in the order in which they expire.
 *
 * @param lots points earned and not yet spent, pending or spendable
 * @param expired points that expired unspent not long ago, for goods that may still come back
 * @param debt points taken back that the customer had already spent; the next points earned repay it
 * @param reserved points set aside for a redemption that is not completed yet, by the reservation's id
 */
public record PointBalance(List<Lot> lots, List<Lot> expired, long debt, SortedMap<String, Reserved> reserved) {

    /** For how long goods whose points have expired may come back without a debt. */
    private static final Period EXPIRED_KEPT = Period.ofDays(100);

    /** No points at all. */
    public static final PointBalance NONE = new PointBalance(List.of(), List.of(), 0, new TreeMap<>());

    /**
     * Points set aside. They do not expire as long as they are: a till was promised them. Which they are makes no other
     * difference: points are taken as if none were set aside, and then what was promised is set aside again.
     *
     * @param lots the points, soonest to expire first
     * @param until the instant at which they are free again unless they were spent before
     * @param promised how many were promised: more than there are where goods came back, or accounts were parted
     */
    public record Reserved(List<Lot> lots, Instant until, long promised) {

        public Reserved {
            lots = lots == null ? List.of() : List.copyOf(lots);
            promised = Math.max(promised, Lot.sum(lots.stream()));
        }

        /** How many there are. */
        public long points() {
            return Lot.sum(lots.stream());
        }
    }

    public PointBalance {
        lots = lots == null ? SharedList.none() : SharedList.of(lots);
        expired = expired == null ? SharedList.none() : SharedList.of(expired);
        reserved = Collections.unmodifiableSortedMap(reserved == null ? new TreeMap<>() : reserved);
    }

    /** Points that can be spent; below zero for a debt. */
    long spendable(LocalDate today, @Nullable LocalDate lastActivity, Instant at) {
        var now = now(today, lastActivity, at);
        return -now.debt + Lot.sum(now.alive(today, lastActivity).filter(lot -> !lot.pending(today)));
    }

    /** Points neither spent nor expired, pending and reserved ones included; below zero for a debt. */
    long outstanding(LocalDate today, @Nullable LocalDate lastActivity, Instant at) {
        var now = now(today, lastActivity, at);
        return -now.debt + Lot.sum(now.alive(today, lastActivity)) + now.set();
    }

    /** Points promised under this id; 0 when there are none, or their time is over. */
    public long reserved(String id, Instant at) {
        var set = reserved.get(id);
        return set == null || !set.until().isAfter(at) ? 0 : set.promised();
    }

    private long set() {
        return reserved.values().stream().mapToLong(Reserved::points).sum();
    }

    /** Points earned that cannot be spent yet. */
    long pending(LocalDate today, @Nullable LocalDate lastActivity, Instant at) {
        return Lot.sum(now(today, lastActivity, at).alive(today, lastActivity).filter(lot -> lot.pending(today)));
    }

    private Stream<Lot> alive(LocalDate today, @Nullable LocalDate lastActivity) {
        return lots.stream().filter(lot -> !lot.expired(today, lastActivity));
    }

    /** All points in lots, whatever their state, less what is owed. */
    long inLots() {
        return Lot.sum(lots.stream()) + set() - debt;
    }

    /** All points among the expired. */
    long inExpired() {
        return Lot.sum(expired.stream());
    }

    /** What time has done: reservations that are over are undone, and expired points stay expired, whatever comes. */
    PointBalance settled(LocalDate today, @Nullable LocalDate lastActivity, Instant at) {
        return now(today, lastActivity, at).withoutExpired(today, lastActivity);
    }

    private PointBalance now(LocalDate today, @Nullable LocalDate lastActivity, Instant at) {
        var promises = new TreeMap<>(reserved);
        boolean over = promises.values().removeIf(set -> !set.until().isAfter(at));
        return over || promises.values().stream().anyMatch(set -> set.promised() > set.points())
                ? opened().keeping(promises, today, lastActivity)
                : this;
    }

    /** As if nothing were set aside. */
    private PointBalance opened() {
        var all = SharedList.of(lots);
        for (var set : reserved.values()) {
            all = Lot.plus(all, set.lots());
        }
        return new PointBalance(all, expired, debt, new TreeMap<>());
    }

    /** With as much of what was promised set aside as there is; what was set aside before may have expired since. */
    private PointBalance keeping(
            SortedMap<String, Reserved> promises, LocalDate today, @Nullable LocalDate lastActivity) {
        var set = new TreeMap<String, Reserved>();
        var free = lots;
        for (var promise : promises.entrySet()) {
            var until = promise.getValue().until();
            long promised = promise.getValue().promised();
            var taking = Taking.of(promised, free, lot -> !lot.pending(today), lastActivity);
            set.put(promise.getKey(), new Reserved(taking.taken(), until, promised));
            free = taking.rest();
        }
        return new PointBalance(free, expired, debt, set);
    }

    private PointBalance withoutExpired(LocalDate today, @Nullable LocalDate lastActivity) {
        if (!anyExpired(today, lastActivity)) {
            return this;
        }
        var longAgo = today.minus(EXPIRED_KEPT);
        var alive = new ArrayList<Lot>();
        var dead = new ArrayList<>(expired);
        dead.removeIf(lot -> lot.expired(longAgo, lastActivity));
        var dying = new ArrayList<Lot>();
        for (var lot : lots) {
            if (lot.expired(today, lastActivity)) {
                dying.add(lot.expiredOn(lot.lastDay(lastActivity)));
            } else {
                alive.add(lot);
            }
        }
        return new PointBalance(alive, Lot.plus(dead, dying), debt, reserved);
    }

    /** Asked before each event, of as many lots as a customer has; so it goes without a stream. */
    private boolean anyExpired(LocalDate today, @Nullable LocalDate lastActivity) {
        return SharedList.of(lots).last(lot -> lot.expired(today, lastActivity)) >= 0;
    }

    /** What two customers have who are one: the points of either pay the debt of the other. */
    PointBalance with(PointBalance other, LocalDate today, @Nullable LocalDate lastActivity) {
        var all = Lot.plus(lots, other.lots);
        var dead = Lot.plus(expired, other.expired);
        var set = Together.of(reserved, other.reserved, (one, same) -> one);
        return new PointBalance(all, dead, 0, set).spend(debt + other.debt, today, lastActivity);
    }

    PointBalance reserve(String id, long points, Instant until, LocalDate today, @Nullable LocalDate lastActivity) {
        var more = new TreeMap<>(reserved);
        more.put(id, new Reserved(List.of(), until, points));
        return opened().keeping(more, today, lastActivity);
    }

    /** The points of a reservation are free again, with the expiry they had. */
    PointBalance release(String id, LocalDate today, @Nullable LocalDate lastActivity) {
        var fewer = new TreeMap<>(reserved);
        return fewer.remove(id) == null ? this : opened().keeping(fewer, today, lastActivity);
    }

    /** The points of a reservation can be spent, and at least today: they were promised. */
    PointBalance commit(String id, LocalDate today, @Nullable LocalDate lastActivity) {
        var set = reserved.get(id);
        if (set == null) {
            return this;
        }
        var spendable = set.lots().stream()
                .map(lot -> lot.expired(today, lastActivity) ? lot.expiredOn(today) : lot)
                .toList();
        var same = new TreeMap<>(reserved);
        same.put(id, new Reserved(spendable, set.until(), set.promised()));
        return new PointBalance(lots, expired, debt, same).release(id, today, lastActivity);
    }

    /** Points that are owed are paid first, with points that cannot be spent yet as well. */
    PointBalance earn(Lot points, LocalDate today, @Nullable LocalDate lastActivity) {
        long repaid = Math.min(debt, points.points());
        var earned = points.with(points.points() - repaid);
        return new PointBalance(Lot.plus(lots, earned), expired, debt - repaid, reserved)
                .again(reserved, today, lastActivity);
    }

    /** Spends points: see {@link #lotsFor}; what is not there becomes a debt. */
    PointBalance spend(long points, LocalDate today, @Nullable LocalDate lastActivity) {
        var spent = opened().spending(points, today, lastActivity);
        return new PointBalance(spent.rest(), expired, debt + points - spent.points(), new TreeMap<>())
                .again(reserved, today, lastActivity);
    }

    /** The lots that so many points would be spent from, in that order; what is not there is left out. */
    List<Lot> lotsFor(long points, LocalDate today, @Nullable LocalDate lastActivity) {
        return opened().spending(points, today, lastActivity).taken();
    }

    /**
     * Those that can be spent, soonest to expire first; then those that cannot yet: who gets less than that owes it, and
     * nobody owes points and has some.
     */
    private Taking spending(long points, LocalDate today, @Nullable LocalDate lastActivity) {
        var now = Taking.of(points, lots, spendable(today, lastActivity), lastActivity);
        long left = points - now.points();
        return left == 0 ? now : now.and(Taking.of(left, now.rest(), lot -> lot.pending(today), lastActivity));
    }

    /** Takes points back where they were earned, pending, expired or not, so that the balance stays; then as if spent. */
    PointBalance takeBack(Points points, LocalDate earnedOn, LocalDate today, @Nullable LocalDate lastActivity) {
        Predicate<Lot> theirs = lot -> lot.holds(Lot.of(points), earnedOn, lastActivity);
        Predicate<Lot> ofThatDay = lot -> earnedOn.equals(lot.since());
        var own = Taking.of(-points.amount(), opened().lots, theirs.and(ofThatDay), lastActivity);
        var alive = own.and(Taking.of(-points.amount() - own.points(), own.rest(), theirs, lastActivity));
        long left = -points.amount() - alive.points();
        var dead = Taking.of(left, expired, theirs, lastActivity);
        return new PointBalance(alive.rest(), dead.rest(), debt, new TreeMap<>())
                .spend(left - dead.points(), today, lastActivity)
                .again(reserved, today, lastActivity);
    }

    private PointBalance again(
            SortedMap<String, Reserved> promises, LocalDate today, @Nullable LocalDate lastActivity) {
        return promises.isEmpty() ? this : opened().keeping(promises, today, lastActivity);
    }

    private static Predicate<Lot> spendable(LocalDate today, @Nullable LocalDate lastActivity) {
        return lot -> !lot.pending(today) && !lot.expired(today, lastActivity);
    }
}
