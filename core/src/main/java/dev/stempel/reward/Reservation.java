package dev.stempel.reward;

import java.time.Instant;

/**
 * Points set aside for a redemption that is not completed yet.
 *
 * @param id the reservation's id: that of the event that made it
 * @param points how many
 * @param until the instant at which they are free again unless they were spent before
 */
public record Reservation(String id, long points, Instant until) implements Benefit {}
