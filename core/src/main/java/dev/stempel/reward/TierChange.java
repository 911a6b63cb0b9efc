package dev.stempel.reward;

import org.jspecify.annotations.Nullable;

/**
 * The customer's tier is another one than before.
 *
 * @param from the tier before; absent for a customer who had none
 * @param to the tier now
 * @param up true when the new tier is the higher one
 */
public record TierChange(@Nullable String from, String to, boolean up) implements Benefit {}
