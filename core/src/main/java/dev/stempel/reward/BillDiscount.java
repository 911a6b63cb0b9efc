package dev.stempel.reward;

import java.math.BigDecimal;

/**
 * Money off the next bills.
 *
 * @param percent the percentage taken off each
 * @param bills how many bills
 */
public record BillDiscount(BigDecimal percent, int bills) implements Benefit {}
