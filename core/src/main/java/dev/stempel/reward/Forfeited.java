package dev.stempel.reward;

import java.math.BigDecimal;

/**
 * Something a customer still had who is erased: it goes to the programme's breakage, and the customer has nothing left.
 *
 * @param what what it is in the books: points, stamps of a card, vouchers or credit
 * @param unit what it is counted in
 * @param amount how much; below zero for a debt, which is forgiven
 */
public record Forfeited(String what, String unit, BigDecimal amount) implements Benefit {}
