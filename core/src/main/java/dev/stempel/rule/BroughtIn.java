package dev.stempel.rule;

/**
 * There when somebody brought the customer in, so that the friend can be rewarded too.
 *
 * @param by the customer id of whoever did
 */
public record BroughtIn(String by) {}
