package dev.stempel.reward;

import java.math.BigDecimal;

/**
 * Money paid back to the customer.
 *
 * @param amount in the programme's currency
 */
public record MoneyBack(BigDecimal amount) implements Benefit {}
