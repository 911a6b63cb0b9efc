package dev.stempel.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What one customer should have, in plain numbers. What moves points counts at its own time, however late it was sent, so
 * they are added up anew from all that happened.
 */
final class Wallet {

    static final LocalDate NEVER = LocalDate.MAX;

    private static final int CARD = 5;

    private final List<Move> moves = new ArrayList<>();
    private final Map<YearMonth, Integer> bonuses = new HashMap<>();
    private long credit;
    private long stamps;
    private long vouchersUsed;

    /** What moves points, and when. */
    private record Move(Instant at, Consumer<Purse> what) {}

    private Purse purse() {
        var purse = new Purse();
        moves.stream()
                .sorted(Comparator.comparing(Move::at))
                .forEach(move -> move.what().accept(purse.at(move.at())));
        return purse;
    }

    private void move(Instant at, Consumer<Purse> what) {
        moves.add(new Move(at, what));
    }

    /** Points that can be spent. */
    long points(Instant at) {
        return purse().at(at).points(day(at));
    }

    long debt() {
        return purse().debt();
    }

    long entered() {
        return purse().entered();
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

    /** Points earned with this last day; below zero when they are taken back. */
    void points(long points, LocalDate lastDay, Instant at) {
        if (points > 0) {
            move(at, purse -> purse.earn(points, lastDay));
        } else {
            move(at, purse -> purse.takeBack(-points, lastDay, day(at)));
        }
    }

    void spend(long points, Instant at) {
        move(at, purse -> purse.spend(points, day(at)));
    }

    void reserve(String id, long points, Instant at, Instant until) {
        move(at, purse -> purse.reserve(id, points, until, day(at)));
    }

    void release(String id, Instant at) {
        move(at, purse -> purse.release(id));
    }

    void commit(String id, long points, Instant at) {
        move(at, purse -> purse.commit(id, points, day(at)));
    }

    /** Points set aside under this id; 0 when there are none, or their time is over. */
    long reserved(String id, Instant at) {
        return purse().at(at).reserved(id);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Model.ZONE).toLocalDate();
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

    void useVoucher() {
        vouchersUsed++;
    }
}
