package dev.stempel.rule;

/**
 * Words of apology.
 *
 * @param text the words
 */
public record ApologyGift(String text) implements Gift {}
