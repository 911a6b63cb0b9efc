package dev.stempel.rule;

/**
 * There when the event falls on the day the customer joined, some years later.
 *
 * @param years how many years later, at least one
 */
public record Anniversary(int years) {}
