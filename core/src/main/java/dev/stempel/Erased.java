package dev.stempel;

import dev.stempel.event.Event;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import java.util.List;

/** The answer to an event that was counted before, of a customer who was erased since. */
final class Erased {

    private static final Reason REASON = new Reason("erasure", "The customer was erased", List.of());

    private Erased() {}

    static Outcome outcome(Event event) {
        var refusal = new Refusal(
                REASON.offer(),
                Cause.ERASED,
                "The event was counted before, and the customer was erased since.",
                null,
                REASON);
        return new Outcome(event.id(), List.of(), List.of(refusal));
    }
}
