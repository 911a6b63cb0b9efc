package dev.stempel.event;

import java.time.Instant;

/** A day has passed for a customer: birthdays, anniversaries, deadlines and expiry are looked at. */
public record Day(String id, String customer, Instant at) implements Event {

    public Day {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
    }
}
