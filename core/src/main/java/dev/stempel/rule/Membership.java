package dev.stempel.rule;

/**
 * There when it is known since when the customer is a member.
 *
 * @param years full years
 * @param months full months, the years included
 */
public record Membership(long years, long months) {}
