package dev.stempel.settle;

import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import dev.stempel.offer.Limit;
import dev.stempel.offer.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What limits and budgets still have room for, while one event is settled. Used by one evaluation. */
final class Allowance {

    private final Function<Limit, Used> before;
    private final LocalDate day;
    private Map<String, Draw> draws = Map.of();
    private Map<Limit, Used> ofThisEvent = Map.of();

    /**
     * Nothing used by this event yet.
     *
     * @param before what was used of a limit or budget before it
     * @param day the day it counts for
     */
    Allowance(Function<Limit, Used> before, LocalDate day) {
        this.before = before;
        this.day = day;
    }

    /**
     * What is left of one limit.
     *
     * @param limit the limit
     * @param used how much of it is used
     * @param room how much is left, never below zero
     */
    record Room(Limit limit, BigDecimal used, BigDecimal room) {}

    /** The first limit that has no room for so much; absent when all have. */
    @Nullable
    Room tooSmall(Offer offer, Worth worth) {
        for (var limit : offer.limits()) {
            var room = room(limit);
            if (room.room().compareTo(worth.in(limit.unit())) < 0) {
                return room;
            }
        }
        return null;
    }

    /** The limits of which nothing is left. */
    List<Room> exhausted(Offer offer) {
        return offer.limits().stream()
                .map(this::room)
                .filter(room -> room.room().signum() == 0)
                .toList();
    }

    private Room room(Limit limit) {
        var used = limit.counted(used(limit));
        return new Room(limit, used, limit.most().subtract(used).max(BigDecimal.ZERO));
    }

    private Used used(Limit limit) {
        if (limit.scope() == Limit.Scope.PURCHASE) {
            return ofThisEvent.getOrDefault(limit, Used.NOTHING);
        }
        var now = draws.get(limit.key(day));
        return now == null ? before.apply(limit) : before.apply(limit).plus(now.used());
    }

    void draw(Offer offer, Worth worth) {
        if (!offer.limits().isEmpty() && draws.isEmpty() && ofThisEvent.isEmpty()) {
            draws = new LinkedHashMap<>();
            ofThisEvent = new HashMap<>();
        }
        for (var limit : offer.limits()) {
            var amount = limit.unit() == Limit.Unit.TIMES ? BigDecimal.ZERO : worth.in(limit.unit());
            var used = new Used(1, amount);
            if (limit.scope() == Limit.Scope.PURCHASE) {
                ofThisEvent.merge(limit, used, Used::plus);
            } else {
                draw(limit, used);
            }
        }
    }

    private void draw(Limit limit, Used used) {
        boolean shared = limit.scope() == Limit.Scope.EVERYBODY;
        var cap = limit.unit() == Limit.Unit.TIMES
                ? new Used(limit.most().longValue(), BigDecimal.ZERO)
                : new Used(Long.MAX_VALUE, limit.most());
        var key = limit.key(day);
        var before = draws.get(key);
        draws.put(
                key, new Draw(key, shared, before == null ? used : before.used().plus(used), shared ? cap : null));
    }

    List<Draw> draws() {
        return draws.isEmpty() ? List.of() : List.copyOf(draws.values());
    }
}
