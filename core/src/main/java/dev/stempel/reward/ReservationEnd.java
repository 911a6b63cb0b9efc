package dev.stempel.reward;

/**
 * A reservation is over.
 *
 * @param id the reservation's id
 * @param committed true when its points are spent, false when they are free again
 */
public record ReservationEnd(String id, boolean committed) implements Benefit {}
