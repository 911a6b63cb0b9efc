package dev.stempel.reward;

import java.math.BigDecimal;

/**
 * Nothing is charged for shipping.
 *
 * @param amount what it would have cost, in the programme's currency
 */
public record FreeShipping(BigDecimal amount) implements Benefit {}
