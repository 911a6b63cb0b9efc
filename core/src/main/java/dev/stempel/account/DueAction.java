package dev.stempel.account;

import java.time.Instant;

/**
 * Something somebody has to do for a customer: get in touch, or decide what was handed to them. It is due until an
 * activity of the kind {@code contacted} or {@code complaint-answered} follows.
 *
 * @param customer the customer's id
 * @param subject what about, as a rule says it; for what was handed to a role, the complaint's or the event's id
 * @param role who has to do it; empty for whoever looks after the customer
 * @param event the id of the event that called for it
 * @param since when it became due
 */
public record DueAction(String customer, String subject, String role, String event, Instant since) {

    public DueAction {
        subject = subject == null ? "" : subject;
        role = role == null ? "" : role;
    }
}
