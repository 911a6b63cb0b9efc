package dev.stempel.rule;

/** There when the event falls on the customer's birthday, in the programme's zone. */
public record Birthday() {}
