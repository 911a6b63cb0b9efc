package dev.stempel.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What one customer should have, in plain numbers. */
final class Wallet {

    static final LocalDate NEVER = LocalDate.MAX;

    private static final int CARD = 5;

    /** Points set aside. */
    private record Set(long points, Instant until) {}

    /** Points by the last day on which they can be spent. */
    private final TreeMap<LocalDate, Long> lots = new TreeMap<>();

    private final Map<String, Set> reserved = new HashMap<>();
    private final Map<YearMonth, Integer> bonuses = new HashMap<>();
    private long debt;
    private long credit;
    private long stamps;
    private long vouchersUsed;

    /** Points that can be spent. */
    long points(Instant at) {
        var day = at.atZone(Model.ZONE).toLocalDate();
        long set = reserved.values().stream()
                .filter(one -> one.until().isAfter(at))
                .mapToLong(Set::points)
                .sum();
        return lots.tailMap(day).values().stream().mapToLong(Long::longValue).sum() - debt - set;
    }

    long debt() {
        return debt;
    }

    /** What was earned and neither spent nor taken back, expired or not. */
    long entered() {
        return lots.values().stream().mapToLong(Long::longValue).sum() - debt;
    }

    long credit() {
        return credit;
    }

    /** Stamps on the card in progress; below zero when the reward for them is used. */
    long filled() {
        return stamps - CARD * completed();
    }

    long openVouchers() {
        return completed() - vouchersUsed;
    }

    int bonuses(YearMonth month) {
        return bonuses.getOrDefault(month, 0);
    }

    private long completed() {
        return Math.max(stamps / CARD, vouchersUsed);
    }

    /** Points earned with this last day; below zero when they are taken back, where they were earned if they are there. */
    void points(long points, LocalDate lastDay, LocalDate today) {
        if (points > 0) {
            long repaid = Math.min(debt, points);
            debt -= repaid;
            lots.merge(lastDay, points - repaid, Long::sum);
        } else {
            long there = Math.min(-points, lots.getOrDefault(lastDay, 0L));
            lots.merge(lastDay, -there, Long::sum);
            spend(-points - there, today);
        }
    }

    /** Soonest to expire first; what is not there is a debt. */
    void spend(long points, LocalDate today) {
        long left = points;
        for (var lot : lots.tailMap(today).entrySet()) {
            long taken = Math.min(left, lot.getValue());
            lot.setValue(lot.getValue() - taken);
            left -= taken;
        }
        debt += left;
    }

    void stamps(long more) {
        stamps += more;
    }

    void credit(long more) {
        credit += more;
    }

    void bonus(YearMonth month, int more) {
        bonuses.merge(month, more, Integer::sum);
    }

    void reserve(String id, long points, Instant until) {
        reserved.put(id, new Set(points, until));
    }

    /** Points set aside under this id; 0 when there are none, or their time is over. */
    long reserved(String id, Instant at) {
        var set = reserved.get(id);
        return set == null || !set.until().isAfter(at) ? 0 : set.points();
    }

    void release(String id) {
        reserved.remove(id);
    }

    boolean knows(String reservation) {
        return reserved.containsKey(reservation);
    }

    void useVoucher() {
        vouchersUsed++;
    }
}
