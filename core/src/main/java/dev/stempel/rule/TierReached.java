package dev.stempel.rule;

/**
 * There when this event brought the customer to a higher tier.
 *
 * @param tier the tier reached
 */
public record TierReached(String tier) {}
