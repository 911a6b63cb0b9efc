package dev.stempel.reward;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Stamps on a card.
 *
 * @param card the card's name
 * @param count stamps added; below zero for stamps taken back
 * @param size stamps that make the card full
 * @param completed how often this filled the card
 * @param nextFree true when a full card makes the next unit free, false when it gives a reward of its own
 * @param lifetime how long a card lives after its first stamp; absent for ever
 */
public record Stamps(
        String card,
        long count,
        long size,
        long completed,
        boolean nextFree,
        @Nullable Period lifetime) implements Benefit {}
