package dev.stempel.event;

import java.time.Instant;

/**
 * Two accounts turn out to be one person's: the other's account goes into the customer's. From then on the events of either
 * id count for the customer's account, until an {@link AccountUnmerge}.
 *
 * @param customer whose account goes on
 * @param other whose account goes into it
 */
public record AccountMerge(String id, String customer, Instant at, String other) implements Event {

    public AccountMerge {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        other = Text.orEmpty(other);
    }

    /** The copy in the other's own history: nobody posts there any more without knowing of it. */
    public AccountMerge copy() {
        return new AccountMerge(id + "/" + other, other, at, other);
    }

    /** True for the copy in the other's own history. */
    public boolean isCopy() {
        return customer.equals(other);
    }
}
