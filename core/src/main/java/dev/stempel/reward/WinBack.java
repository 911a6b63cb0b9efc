package dev.stempel.reward;

/**
 * A customer who stayed away was asked to come back; the next purchase counts as won back.
 *
 * @param days how many days after the last purchase
 */
public record WinBack(long days) implements Benefit {}
