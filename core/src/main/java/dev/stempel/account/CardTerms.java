package dev.stempel.account;

import dev.stempel.account.Card.Terms;
import java.time.LocalDate;
import java.time.Period;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a card's stamps are there: those of the youngest. What comes back takes its terms along.
 *
 * @param now the present terms
 * @param former those before them, by the day of the first stamp under others
 */
record CardTerms(Terms now, NavigableMap<LocalDate, Terms> former) {

    /** With the terms of a stamp of this day, the card's youngest. */
    CardTerms changed(Terms terms, LocalDate day) {
        var known = new TreeMap<>(former);
        known.putIfAbsent(day, now);
        return new CardTerms(terms, known);
    }

    /** Where none of this day's stamps is left, the terms that began with them begin with the next, or never began. */
    CardTerms without(LocalDate day, NavigableMap<LocalDate, Long> left) {
        var known = new TreeMap<>(former);
        var before = left.containsKey(day) ? null : known.remove(day);
        var next = left.higherKey(day);
        if (before != null && next != null) {
            known.put(next, before);
        }
        return new CardTerms(before == null || next != null ? now : before, known).of(left);
    }

    /** What is known of these days: terms go together with the days on which they began. */
    CardTerms of(NavigableMap<LocalDate, Long> days) {
        var known = new TreeMap<>(former);
        known.keySet().retainAll(days.keySet());
        return new CardTerms(now, known);
    }

    /**
     * The last day of stamps that have been there since a day; absent for ever. Other terms give them their whole lifetime
     * from the first stamp under these terms, but no more than the stamps had.
     */
    @Nullable
    LocalDate lastDay(LocalDate start) {
        LocalDate last = null;
        LocalDate changed = null;
        for (var change : former.tailMap(start, false).entrySet()) {
            last = lastDay(start, changed, last, change.getValue().lifetime());
            changed = change.getKey();
        }
        return lastDay(start, changed, last, now.lifetime());
    }

    private static @Nullable LocalDate lastDay(
            LocalDate start, @Nullable LocalDate changed, @Nullable LocalDate before, @Nullable Period lifetime) {
        if (lifetime == null) {
            return null;
        }
        var last = start.plus(lifetime);
        if (changed == null) {
            return last;
        }
        var whole = changed.plus(lifetime);
        var allowed = before == null || whole.isBefore(before) ? whole : before;
        return allowed.isAfter(last) ? allowed : last;
    }
}
