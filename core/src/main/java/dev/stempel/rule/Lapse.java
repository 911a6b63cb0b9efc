package dev.stempel.rule;

/**
 * How long a customer has stayed away; there for everybody who ever bought.
 *
 * @param daysAway days since the last purchase
 * @param askedAfter after how many of them the customer was last asked to come back; 0 when nobody asked yet
 */
public record Lapse(long daysAway, long askedAfter) {}
