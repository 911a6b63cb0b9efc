package dev.stempel.event;

import java.time.Instant;

/**
 * A customer brought in a friend.
 *
 * @param friend the customer id of the friend
 */
public record Referral(String id, String customer, Instant at, String friend) implements Event {

    public Referral {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        friend = Text.orEmpty(friend);
    }
}
