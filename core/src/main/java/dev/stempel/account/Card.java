package dev.stempel.account;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A customer's stamp card.
 *
 * @param name the card's name
 * @param size stamps that make it full
 * @param filled stamps put on it and not yet used up; below zero when a stamp came back whose reward was used
 * @param nextFree true when a full card makes the next unit free
 * @param startedOn the day of its first stamp; absent while it is empty
 * @param lifetime how long it lives after its first stamp; absent for ever
 * @param lapsedOn the last day of the card's predecessor that was lost by expiry; absent when none was
 */
public record Card(
        String name,
        long size,
        long filled,
        boolean nextFree,
        @Nullable LocalDate startedOn,
        @Nullable Period lifetime,
        @Nullable LocalDate lapsedOn) {

    /** An empty card. */
    public static Card empty(String name, long size) {
        return new Card(name, size, 0, false, null, null, null);
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
        return lifetime == null || startedOn == null ? null : startedOn.plus(lifetime);
    }

    /** The card as it is on a day: empty when its last day is over. */
    Card on(LocalDate day) {
        var last = lastDay();
        return last != null && day.isAfter(last) && filled > 0
                ? new Card(name, size, 0, nextFree, null, lifetime, last)
                : this;
    }

    /** True when stamps of this day were lost with the card they were on. */
    public boolean lapsedSince(LocalDate day) {
        return lapsedOn != null && !day.isAfter(lapsedOn);
    }

    /** The card with its first stamp on this day. */
    Card since(LocalDate day) {
        return new Card(name, size, filled, nextFree, filled <= 0 ? null : day, lifetime, lapsedOn);
    }

    /** The card under its offer's present terms. */
    Card under(long newSize, boolean makesNextFree, @Nullable Period newLifetime) {
        return new Card(name, newSize, filled, makesNextFree, startedOn, newLifetime, lapsedOn);
    }

    /** The card with another number of stamps; a new card starts on this day. */
    public Card filled(long stamps, boolean newCard, LocalDate day) {
        var start = stamps <= 0 ? null : newCard || startedOn == null ? day : startedOn;
        return new Card(name, size, stamps, nextFree, start, lifetime, lapsedOn);
    }
}
