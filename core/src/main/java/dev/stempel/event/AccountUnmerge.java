package dev.stempel.event;

import java.time.Instant;

/**
 * Two accounts were merged by mistake: either customer gets back what the events that named the customer made, those since
 * the merge included.
 *
 * @param customer into whose account the other's went
 * @param other whose account it was
 */
public record AccountUnmerge(String id, String customer, Instant at, String other) implements Event {

    public AccountUnmerge {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        other = Text.orEmpty(other);
    }

    /** The copy in the other's own history. */
    public AccountUnmerge copy() {
        return new AccountUnmerge(id + "/" + other, other, at, other);
    }

    /** True for the copy in the other's own history. */
    public boolean isCopy() {
        return customer.equals(other);
    }
}
