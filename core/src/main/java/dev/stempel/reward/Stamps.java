package dev.stempel.reward;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Stamps on a card.
 *
 * @param card the card's name
 * @param count stamps added; below zero for stamps taken back
 * @param filled stamps on the card afterwards that are not used up; below zero for a debt
 * @param size stamps that make the card full
 * @param completed how often this filled the card
 * @param nextFree true when a full card makes the next unit free, false when it gives a reward of its own
 * @param lifetime how long a card lives after its first stamp; absent for ever
 */
public record Stamps(
        String card,
        long count,
        long filled,
        long size,
        long completed,
        boolean nextFree,
        @Nullable Period lifetime) implements Benefit {

    public Stamps {
        card = card == null ? "" : card;
    }

    /** The same terms for so many stamps that fill the card so often. */
    public Stamps of(long stamps, long times) {
        return new Stamps(card, stamps, filled, size, times, nextFree, lifetime);
    }

    /** The same stamps on a card that holds this many afterwards. */
    public Stamps leaving(long stamps) {
        return new Stamps(card, count, stamps, size, completed, nextFree, lifetime);
    }
}
