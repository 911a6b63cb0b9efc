package dev.stempel.reward;

/**
 * Somebody should get in touch with the customer: an entry in the list of due actions.
 *
 * @param subject what about, as in "ask why they stayed away"
 */
public record Contact(String subject) implements Benefit {

    public Contact {
        subject = subject == null ? "" : subject;
    }
}
