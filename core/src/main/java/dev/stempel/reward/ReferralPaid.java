package dev.stempel.reward;

/**
 * A friend was brought in for good: it is counted, and will not be rewarded again.
 *
 * @param friend the friend's customer id
 */
public record ReferralPaid(String friend) implements Benefit {}
