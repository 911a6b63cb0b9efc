package dev.stempel.rule;

/**
 * There when this event filled a stamp card.
 *
 * @param card the card's name
 * @param times how often it was filled
 */
public record CardCompleted(String card, long times) {}
