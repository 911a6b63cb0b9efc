package dev.stempel;

import dev.stempel.event.Event;
import dev.stempel.ledger.Erasure;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.EventConflict;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import java.util.List;

/** The answer to an event that was counted before. */
final class Repeated {

    private static final Reason ERASURE = new Reason("erasure", "The customer was erased", List.of());

    private Repeated() {}

    /**
     * What was decided when it was sent first.
     *
     * @param known what the ledger has under the event's id
     * @throws EventConflict when that was an event with other content
     */
    static Outcome outcome(Operation known, Event event) {
        if (!Erasure.isSame(known.event(), event)) {
            throw new EventConflict(List.of(Problem.in(
                    "event " + event.id(),
                    "The id was used before, for an event with other content.",
                    "Maybe two receipts have the same number?")));
        }
        return known.decision().outcome();
    }

    /** What can still be said of a customer who was erased since. */
    static Outcome ofErased(Event event) {
        var refusal = new Refusal(
                ERASURE.offer(),
                Cause.ERASED,
                "The event was counted before, and the customer was erased since.",
                null,
                ERASURE);
        return new Outcome(event.id(), List.of(), List.of(refusal));
    }
}
