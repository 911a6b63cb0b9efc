package dev.stempel.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What one customer should have, in plain numbers. Where accounts are merged, what is asked for is what all of them have,
 * and what changes is the customer's own.
 */
final class Wallet {

    static final LocalDate NEVER = LocalDate.MAX;

    private static final int CARD = 5;

    private final Map<String, Wallet> everybody;
    private final Diary diary;
    private final String customer;
    private final List<String> given = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private long credit;
    private long filled;

    Wallet(Map<String, Wallet> everybody, Diary diary, String customer) {
        this.everybody = everybody;
        this.diary = diary;
        this.customer = customer;
    }

    private Collection<Wallet> shared() {
        return diary.sharing(customer).stream()
                .map(one -> everybody.computeIfAbsent(one, id -> new Wallet(everybody, diary, id)))
                .toList();
    }

    private long sum(ToLongFunction<Wallet> what) {
        return shared().stream().mapToLong(what).sum();
    }

    private Purse purse() {
        return diary.purse(customer);
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
        return sum(wallet -> wallet.credit);
    }

    /** Stamps on the card in progress; below zero when the reward for them is used. */
    long filled() {
        return sum(wallet -> wallet.filled);
    }

    /** Vouchers given to any of them that none of them used or gave back. */
    long openVouchers() {
        return sum(wallet -> wallet.given.stream()
                .filter(code -> shared().stream().noneMatch(one -> one.ended.contains(code)))
                .count());
    }

    /** By the books, which know who used a voucher, and not whose it was. */
    long enteredVouchers() {
        return sum(wallet -> wallet.given.size() - wallet.ended.size());
    }

    int bonuses(YearMonth month) {
        return purse().bonuses(month);
    }

    /** Points earned with this last day; below zero when they are taken back. */
    void points(long points, LocalDate lastDay, Instant at) {
        if (points > 0) {
            diary.write(at, customer, purse -> purse.earn(points, lastDay, day(at)));
        } else if (points < 0) {
            diary.write(at, customer, purse -> purse.takeBack(-points, lastDay, day(at)));
        }
    }

    void spend(long points, Instant at) {
        diary.write(at, customer, purse -> purse.spend(points, day(at)));
    }

    void reserve(String id, long points, Instant at, Instant until) {
        diary.write(at, customer, purse -> purse.reserve(id, points, until, day(at)));
    }

    void release(String id, Instant at) {
        diary.write(at, customer, purse -> purse.release(id, day(at)));
    }

    void commit(String id, long points, Instant at) {
        diary.write(at, customer, purse -> purse.commit(id, points, day(at)));
    }

    /** Points promised under this id; 0 when there are none, or their time is over. */
    long reserved(String id, Instant at) {
        return purse().at(at).reserved(id);
    }

    static LocalDate day(Instant at) {
        return at.atZone(Model.ZONE).toLocalDate();
    }

    /** Stamps on the card, below zero for stamps taken back; returns the vouchers that come of it, or go. */
    long stamps(long more) {
        long after = filled() + more;
        long full = after >= 0 ? after / CARD : 0;
        long vouchers = more > 0 ? full : more == 0 ? 0 : -Math.min((CARD - 1 - after) / CARD, openVouchers());
        vouchers = more < 0 && after >= 0 ? 0 : vouchers;
        filled += more - CARD * vouchers;
        return vouchers;
    }

    void credit(long more) {
        credit += more;
    }

    void bonus(YearMonth month, int more, long points, Instant at) {
        if (more != 0) {
            diary.write(at, customer, purse -> purse.bonus(month, more, points));
        }
    }

    /** Which vouchers came and went: the model cannot know their codes. */
    void vouchers(List<String> came, List<String> went) {
        given.addAll(came);
        ended.addAll(went);
    }
}
