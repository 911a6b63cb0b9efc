package dev.stempel.reward;

import java.math.BigDecimal;

/**
 * Money the customer can spend with us.
 *
 * @param amount in the programme's currency
 */
public record Credit(BigDecimal amount) implements Benefit {}
