package dev.stempel.rule;

import dev.stempel.account.OpenComplaint;

/**
 * Hand it to a person with more authority.
 *
 * @param to the role
 * @param complaint the complaint it is about; empty for the event itself
 */
public record EscalationGift(String to, String complaint) implements Gift {

    /** The complaint it is about. */
    public EscalationGift about(OpenComplaint open) {
        return new EscalationGift(to, open.id());
    }
}
