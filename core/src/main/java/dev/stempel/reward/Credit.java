package dev.stempel.reward;

import java.math.BigDecimal;

/** Money the customer can spend with us, in the programme's currency. */
public record Credit(BigDecimal amount) implements Benefit {}
