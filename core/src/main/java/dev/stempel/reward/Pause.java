package dev.stempel.reward;

import java.time.LocalDate;

/**
 * A subscription rests: nothing is delivered and nothing is charged.
 *
 * @param from the first day of rest
 * @param until the last day of rest
 */
public record Pause(LocalDate from, LocalDate until) implements Benefit {}
