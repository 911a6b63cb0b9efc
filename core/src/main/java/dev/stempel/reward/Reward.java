package dev.stempel.reward;

import java.math.BigDecimal;

/**
 * Something the customer gets, and why.
 *
 * @param offer the offer that gives it
 * @param benefit what it is
 * @param cost what it is worth in the programme's currency: limits and budgets in money count this
 * @param reason why it was given
 */
public record Reward(String offer, Benefit benefit, BigDecimal cost, Reason reason) {}
