package dev.stempel.account;

import java.time.Duration;
import java.time.Instant;

/**
 * A complaint nobody has answered yet.
 *
 * @param id the complaint's event id
 * @param kind what it is about
 * @param severity from 1 to 5
 * @param at when it was made
 * @param hoursOpen full hours it has been waiting, at the time of the account
 * @param escalatedTo the role with more authority that was told last; empty when none was
 */
public record OpenComplaint(String id, String kind, int severity, Instant at, long hoursOpen, String escalatedTo) {

    public OpenComplaint {
        kind = kind == null ? "" : kind;
        escalatedTo = escalatedTo == null ? "" : escalatedTo;
    }

    /** True when a person with more authority was already told. */
    public boolean escalated() {
        return !escalatedTo.isEmpty();
    }

    /** Full days of 24 hours it has been waiting. */
    public long daysOpen() {
        return hoursOpen / 24;
    }

    OpenComplaint seenAt(Instant now) {
        var hours = Math.max(0, Duration.between(at, now).toHours());
        return new OpenComplaint(id, kind, severity, at, hours, escalatedTo);
    }

    OpenComplaint passedOnTo(String role) {
        return new OpenComplaint(id, kind, severity, at, hoursOpen, role);
    }
}
