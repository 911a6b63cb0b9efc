package dev.stempel;

import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Event;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.util.List;

/** Finds the complaint that turns out to be unfounded. */
final class Unfounded {

    private Unfounded() {}

    /** True when the event says that a complaint is unfounded. */
    static boolean is(Event event) {
        return event instanceof Activity activity && activity.kind().equals(Complaint.UNFOUNDED);
    }

    /**
     * The complaint in question.
     *
     * @throws InvalidInput when the customer has none of that name, or it was found unfounded before
     */
    static Operation complaint(Ledger ledger, Event event) {
        var id = Complaint.foundUnfoundedBy(event).orElse("");
        var complaint = ledger.operation(id)
                .filter(known -> known.event() instanceof Complaint
                        && ledger.share(known.event().customer(), event.customer()))
                .orElseThrow(() -> problem(
                        event,
                        "The customer " + event.customer() + " has no complaint \"" + id + "\".",
                        "Maybe the attribute \"complaint\" names another event?"));
        if (!ledger.reversals(id).isEmpty()) {
            throw problem(event, "The complaint " + id + " was found unfounded before.", "Maybe it was sent twice?");
        }
        return complaint;
    }

    private static InvalidInput problem(Event event, String message, String hint) {
        return new InvalidInput(List.of(Problem.in("event " + event.id(), message, hint)));
    }
}
