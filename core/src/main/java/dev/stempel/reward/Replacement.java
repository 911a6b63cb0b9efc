package dev.stempel.reward;

import java.math.BigDecimal;

/** The same thing again, free: what it is, and what it is worth in the programme's currency. */
public record Replacement(String item, BigDecimal value) implements Benefit {}
