package dev.stempel.event;

import java.time.Instant;

/**
 * Something that happened to one customer. Events are the only way facts come in; each is decided once and remembered
 * under its id.
 *
 * <p>All events are immutable. Their constructors only tidy (absent lists become empty); whether an event makes sense
 * is answered by {@link EventCheck}, which finds all problems at once.
 */
public sealed interface Event
        permits AccountMerge,
                AccountUnmerge,
                Activity,
                Cancellation,
                Complaint,
                Day,
                Purchase,
                Redemption,
                Referral,
                Return,
                Survey {

    /** The idempotency key: the same id with the same content is counted once, however often it is sent. */
    String id();

    /** The id of the customer (member) it happened to. */
    String customer();

    /** When it happened. Dates and weekdays are derived from it in the programme's own zone. */
    Instant at();
}
