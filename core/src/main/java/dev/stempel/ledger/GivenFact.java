package dev.stempel.ledger;

/**
 * A fact of the embedding application that was given with an event, as it is remembered: fixed from then on, and made an
 * object again only as one of the types the rule book is told of.
 *
 * @param type the simple name of its type
 * @param json its fields
 */
public record GivenFact(String type, String json) {}
