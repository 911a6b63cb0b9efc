package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.event.Event;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Outcome;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Decides an event and posts what was decided, each event once.
 *
 * @param ledger where it is posted
 * @param deciding what decides it
 * @param zone the programme's zone
 */
record Processing(Ledger ledger, Deciding deciding, ZoneId zone) {

    Outcome process(Event event, List<Object> facts) {
        return processNew(event, facts)
                .orElseGet(() -> Attempts.at("event " + event.id(), () -> processAnew(event, facts)));
    }

    /**
     * Nearly every event is later than all the customer did, and so it is new: that is found out by posting, and nothing
     * is asked before. Any other may be known.
     */
    private Optional<Outcome> processNew(Event event, List<Object> facts) {
        long erasures = ledger.erasures();
        var account = ledger.recent(event.customer()).orElseGet(() -> Account.empty(event.customer(), zone));
        if (!event.at().isAfter(account.at())) {
            return Optional.empty();
        }
        try {
            return posted(erasures, deciding.operations(event, facts, account));
        } catch (InvalidInput e) {
            // What makes no sense now may have made sense when it was posted by somebody else.
            return Optional.empty();
        }
    }

    /** Empty when somebody was faster and it has to be decided again. */
    private Optional<Outcome> processAnew(Event event, List<Object> facts) {
        var known = ledger.operation(event.id());
        if (known.isPresent()) {
            return Optional.of(Repeated.outcome(known.get(), event));
        }
        if (!ledger.erased(List.of(event.id())).isEmpty()) {
            return Optional.of(Repeated.ofErased(event));
        }
        long erasures = ledger.erasures();
        return posted(erasures, deciding.operations(event, facts, deciding.account(event.customer())));
    }

    private Optional<Outcome> posted(long erasures, List<Operation> operations) {
        var decided = operations.stream().map(one -> one.begunAt(erasures)).toList();
        return ledger.post(decided) ? Optional.of(operations.get(0).decision().outcome()) : Optional.empty();
    }
}
