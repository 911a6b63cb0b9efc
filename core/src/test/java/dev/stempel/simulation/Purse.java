package dev.stempel.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A customer's points by the last day on which they can be spent, what is owed, and what is set aside. */
final class Purse {

    /** Points set aside: nobody else spends them, and they do not expire meanwhile. */
    private record Aside(TreeMap<LocalDate, Long> lots, Instant until, long promised) {

        boolean isOver(Instant at) {
            return !until.isAfter(at);
        }
    }

    private final TreeMap<LocalDate, Long> lots = new TreeMap<>();
    /** What did not expire because it was set aside, while that is done again. */
    private final TreeMap<LocalDate, Long> late = new TreeMap<>();

    private final TreeMap<String, Aside> reserved = new TreeMap<>();
    private final Map<YearMonth, Bonuses> bonuses = new HashMap<>();
    private long debt;

    /** How many bonuses counted in a month, and what they came to. */
    private record Bonuses(int times, long points) {

        Bonuses plus(Bonuses other) {
            return new Bonuses(times + other.times, points + other.points);
        }
    }

    /** Takes up what another customer has who is the same: the points of either pay the debt of the other. */
    void join(Purse other, LocalDate today) {
        other.lots.forEach(this::add);
        reserved.putAll(other.reserved);
        other.bonuses.forEach((month, more) -> bonuses.merge(month, more, Bonuses::plus));
        long owed = debt + other.debt;
        debt = 0;
        spend(owed, today);
    }

    /** What is given back where nothing counted is nothing. */
    void bonus(YearMonth month, int more, long points) {
        if (more > 0 || bonuses.containsKey(month)) {
            bonuses.merge(month, new Bonuses(more, points), Bonuses::plus);
            bonuses.values().removeIf(sum -> sum.times() == 0 && sum.points() == 0);
        }
    }

    int bonuses(YearMonth month) {
        var counted = bonuses.get(month);
        return counted == null ? 0 : counted.times();
    }

    /** As it is at this instant: reservations that are over are undone. */
    Purse at(Instant at) {
        if (reserved.values().stream().anyMatch(aside -> aside.isOver(at) || sum(aside.lots()) < aside.promised())) {
            again(Wallet.day(at), () -> reserved.values().removeIf(aside -> aside.isOver(at)));
        }
        return this;
    }

    /** Everything is as if nothing were set aside, and then what was promised is set aside again. */
    private void again(LocalDate today, Runnable change) {
        for (var aside : reserved.values()) {
            aside.lots().forEach((day, some) -> (day.isBefore(today) ? late : lots).merge(day, some, Long::sum));
            aside.lots().clear();
        }
        change.run();
        for (var aside : reserved.values()) {
            aside.lots().putAll(take(aside.promised(), late));
            aside.lots().putAll(take(aside.promised() - sum(aside.lots()), lots.tailMap(today)));
        }
        late.forEach(this::add);
        late.clear();
    }

    /** Points that can be spent on a day. */
    long points(LocalDate day) {
        return sum(lots.tailMap(day)) - debt;
    }

    /** What was earned and neither spent nor taken back, expired or not. */
    long entered() {
        return sum(lots)
                + reserved.values().stream()
                        .mapToLong(aside -> sum(aside.lots()))
                        .sum()
                - debt;
    }

    long debt() {
        return debt;
    }

    /** Points promised under this id, there or not; 0 when there are none. */
    long reserved(String id) {
        var aside = reserved.get(id);
        return aside == null ? 0 : aside.promised();
    }

    void earn(long points, LocalDate lastDay, LocalDate today) {
        again(today, () -> {
            long repaid = Math.min(debt, points);
            debt -= repaid;
            add(lastDay, points - repaid);
        });
    }

    /** Where they were earned if they are there, else as if spent. */
    void takeBack(long points, LocalDate lastDay, LocalDate today) {
        again(today, () -> {
            long left = points;
            for (var there : List.of(late, lots)) {
                long some = Math.min(left, there.getOrDefault(lastDay, 0L));
                there.merge(lastDay, -some, Long::sum);
                left -= some;
            }
            pay(left, today);
        });
    }

    /** What is not there is a debt. */
    void spend(long points, LocalDate today) {
        again(today, () -> pay(points, today));
    }

    private void pay(long points, LocalDate today) {
        debt += points - sum(take(points, lots.tailMap(today)));
    }

    void reserve(String id, long points, Instant until, LocalDate today) {
        again(today, () -> reserved.put(id, new Aside(new TreeMap<>(), until, points)));
    }

    /** An end that comes before its beginning ends nothing. */
    void release(String id, LocalDate today) {
        again(today, () -> reserved.remove(id));
    }

    /** What was promised can be spent today at least. */
    void commit(String id, long points, LocalDate today) {
        var aside = reserved.remove(id);
        if (aside != null) {
            aside.lots().forEach((day, some) -> add(day.isBefore(today) ? today : day, some));
        }
        spend(points, today);
    }

    /** Soonest to expire first. */
    private static Map<LocalDate, Long> take(long points, Map<LocalDate, Long> from) {
        var taken = new TreeMap<LocalDate, Long>();
        long left = points;
        for (var lot : from.entrySet()) {
            long some = Math.min(left, lot.getValue());
            lot.setValue(lot.getValue() - some);
            taken.put(lot.getKey(), some);
            left -= some;
        }
        return taken;
    }

    private void add(LocalDate lastDay, long points) {
        lots.merge(lastDay, points, Long::sum);
    }

    private static long sum(Map<LocalDate, Long> lots) {
        return lots.values().stream().mapToLong(Long::longValue).sum();
    }
}
