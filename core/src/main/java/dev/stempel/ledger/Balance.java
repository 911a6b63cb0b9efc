package dev.stempel.ledger;

import java.math.BigDecimal;

/**
 * What a book account holds.
 *
 * @param account the book account, as in {@code customer:c-7:points}
 * @param unit what it is counted in: points, stamps of a card, items, or a currency
 * @param amount how much; below zero for a debt
 */
public record Balance(String account, String unit, BigDecimal amount) {}
