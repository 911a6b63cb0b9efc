package dev.stempel.rule;

import java.math.BigDecimal;

/**
 * Multiplies the points this event earns; bonus points are not multiplied.
 *
 * @param by the factor, above zero
 */
public record Multiplier(BigDecimal by) implements Gift {}
