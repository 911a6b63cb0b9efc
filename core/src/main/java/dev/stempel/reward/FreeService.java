package dev.stempel.reward;

import java.time.LocalDate;

/**
 * A service for free, for a while.
 *
 * @param service what it is, as in "premium"
 * @param from the first free day
 * @param until the last free day
 */
public record FreeService(String service, LocalDate from, LocalDate until) implements Benefit {

    public FreeService {
        service = service == null ? "" : service;
    }
}
