package dev.stempel.ledger;

import java.math.BigDecimal;

/**
 * One movement in the books: something leaves one book account and enters another, so the two legs sum to zero by
 * themselves. Entries are never changed; undoing one is another entry.
 *
 * @param event the event that caused it
 * @param number its place among the entries of that event, counted from 1
 * @param offer the offer that caused it
 * @param from the book account it leaves, as in {@code programme:points}
 * @param to the book account it enters, as in {@code customer:c-7:points}
 * @param unit what moves: points, stamps of a card, items, or a currency
 * @param amount how much, above zero
 */
public record Entry(String event, int number, String offer, String from, String to, String unit, BigDecimal amount) {}
