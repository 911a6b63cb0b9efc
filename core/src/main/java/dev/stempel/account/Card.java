package dev.stempel.account;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A customer's stamp card.
 *
 * @param name the card's name
 * @param size stamps that make it full
 * @param filled stamps put on it and not yet used up; below zero when a stamp came back whose reward was used
 * @param nextFree true when a full card makes the next unit free
 * @param days the stamps of late by day, those used up included, in case their goods come back: the oldest are used up
 *     first
 * @param lifetime how long it lives after its first stamp; absent for ever
 * @param lapsedOn the last day of the card's predecessor that was lost by expiry; absent when none was
 * @param former the terms before others took their place, by the day of the first stamp under those others: they are its
 *     terms again when no such stamp is left
 */
public record Card(
        String name,
        long size,
        long filled,
        boolean nextFree,
        NavigableMap<LocalDate, Long> days,
        @Nullable Period lifetime,
        @Nullable LocalDate lapsedOn,
        NavigableMap<LocalDate, Terms> former) {

    /** What an offer says of its card: see the card's components of the same names. */
    public record Terms(
            long size, boolean nextFree, @Nullable Period lifetime) {}

    /** How many days with stamps that are used up are remembered. */
    private static final int USED_KEPT = 20;

    /** A card that nobody ever fills must not grow: beyond so many days the stamps of the oldest are told as one. */
    private static final int DAYS_KEPT = 100;

    public Card {
        name = name == null ? "" : name;
        days = days == null ? Collections.emptyNavigableMap() : Collections.unmodifiableNavigableMap(days);
        former = former == null || former.isEmpty()
                ? Collections.emptyNavigableMap()
                : Collections.unmodifiableNavigableMap(former);
    }

    /** An empty card. */
    public static Card empty(String name, long size) {
        return new Card(
                name, size, 0, false, Collections.emptyNavigableMap(), null, null, Collections.emptyNavigableMap());
    }

    /** The day of its first stamp; absent while it is empty. */
    public @Nullable LocalDate startedOn() {
        long newer = 0;
        for (var some : days.descendingMap().entrySet()) {
            newer += some.getValue();
            if (filled > 0 && newer >= filled) {
                return some.getKey();
            }
        }
        return null;
    }

    /** Stamps on the card in progress: from 0 to one less than its size, or below zero for a debt. */
    public long stamps() {
        return filled < 0 ? filled : filled % size;
    }

    /** Units that are free next time, because the card is full. */
    public long freeUnits() {
        return Math.max(0, filled) / size;
    }

    /** True when the next unit is free. */
    public boolean full() {
        return freeUnits() > 0;
    }

    /** Stamps that are still missing until the card is full. */
    public long missing() {
        return size - stamps();
    }

    /** The last day its stamps count; absent for ever or while it is empty. */
    public @Nullable LocalDate lastDay() {
        if (lifetime == null && former.isEmpty()) {
            return null;
        }
        var start = startedOn();
        return start == null ? null : terms().lastDay(start);
    }

    /** The card as it is on a day: empty when its last day is over. */
    Card on(LocalDate day) {
        return isOver(day)
                ? new Card(name, size, 0, nextFree, new TreeMap<>(), lifetime, lastDay(), new TreeMap<>())
                : this;
    }

    /** True when its stamps have lapsed by this day. */
    boolean isOver(LocalDate day) {
        var last = lastDay();
        return last != null && day.isAfter(last);
    }

    /** True when stamps of this day were lost with the card they were on. */
    public boolean lapsedSince(LocalDate day) {
        return lapsedOn != null && !day.isAfter(lapsedOn);
    }

    /** The card under the terms of stamps of this day, unless stamps of a later day are on it. */
    Card under(Terms terms, LocalDate day) {
        var known = terms();
        if (terms.equals(known.now()) || (!days.isEmpty() && day.isBefore(days.lastKey()))) {
            return this;
        }
        boolean unused = filled == 0 && days.isEmpty();
        return with(filled, days, lapsedOn, unused ? new CardTerms(terms, former) : known.changed(terms, day));
    }

    private CardTerms terms() {
        return new CardTerms(new Terms(size, nextFree, lifetime), former);
    }

    private Card with(long after, NavigableMap<LocalDate, Long> left, @Nullable LocalDate lapsed, CardTerms terms) {
        var now = terms.now();
        return new Card(name, now.size, after, now.nextFree, left, now.lifetime, lapsed, terms.former());
    }

    /**
     * The card with more stamps.
     *
     * @param count stamps put on it; below zero for stamps taken back
     * @param usedUp stamps that a full card used up; below zero when a full card is open again
     * @param day the day the stamps were earned
     */
    public Card stamped(long count, long usedUp, LocalDate day) {
        long after = filled + count - usedUp;
        var known = new TreeMap<>(days);
        known.merge(day, count, (there, more) -> Math.max(0, there + more));
        known.values().removeIf(stamps -> stamps <= 0);
        long missing = Math.max(0, after) - sum(known);
        if (missing > 0) {
            known.merge(known.isEmpty() || day.isBefore(known.firstKey()) ? day : known.firstKey(), missing, Long::sum);
        }
        forget(known, after);
        return with(after, known, lapsedOn, former.isEmpty() ? terms() : terms().without(day, known));
    }

    /** The card of two customers who are one: what is on it beyond a full card gives what the card promises next time. */
    Card with(Card other) {
        var known = Together.of(days, other.days, Long::sum);
        long after = filled + other.filled;
        forget(known, after);
        var younger = isYoungerThan(other) ? this : other;
        return with(
                after, known, later(lapsedOn, other.lapsedOn), younger.terms().of(known));
    }

    private boolean isYoungerThan(Card other) {
        return other.days.isEmpty() || (!days.isEmpty() && !days.lastKey().isBefore(other.days.lastKey()));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static void forget(NavigableMap<LocalDate, Long> known, long filled) {
        long sum = sum(known);
        while (known.size() > USED_KEPT && sum - known.firstEntry().getValue() >= filled) {
            sum -= known.pollFirstEntry().getValue();
        }
        while (known.size() > DAYS_KEPT) {
            var oldest = known.pollFirstEntry();
            known.put(
                    oldest.getKey(), oldest.getValue() + known.pollFirstEntry().getValue());
        }
    }

    private static long sum(NavigableMap<LocalDate, Long> days) {
        long sum = 0;
        for (long stamps : days.values()) {
            sum += stamps;
        }
        return sum;
    }
}
