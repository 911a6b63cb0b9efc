package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.account.Merges;
import dev.stempel.event.AccountMerge;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is told late has its place before what happened since, and merged accounts hold what either customer did: the account
 * is the fold of its decisions in time.
 */
public final class InTime {

    private InTime() {}

    /**
     * The account after an operation that is about to be posted.
     *
     * @param ledger what was posted before
     * @param before the account it was decided on, as the ledger has it
     * @param operation the operation, on time or late
     */
    public static Account after(Ledger ledger, Account before, Operation operation) {
        return before.needsHistory(operation.decision())
                ? after(ledger, before, operation.decision())
                : operation.after(before);
    }

    /**
     * The account after a decision that might be posted.
     *
     * @param ledger what was posted before
     * @param before the customer's account, as the ledger has it
     * @param decision the decision, on time or late
     */
    public static Account after(Ledger ledger, Account before, Decision decision) {
        if (!before.needsHistory(decision)) {
            return before.after(decision);
        }
        var event = decision.event();
        var after = Merges.regroups(event)
                ? together(ledger, before, decision)
                : ledger.since(before, event.at()).after(List.of(decision));
        return after.numbered(before.version() + 1);
    }

    /** The account when others' accounts come or go: nothing of the history is settled before. */
    private static Account together(Ledger ledger, Account before, Decision decision) {
        try (var own = ledger.history(before.customer());
                var others = joining(ledger, before, decision)) {
            var posted = Stream.concat(own, others).map(Operation::decision);
            var start = ledger.first(before.customer(), before.zone());
            return start.after(Stream.concat(posted, Stream.of(decision)).toList());
        }
    }

    /** What the other customer did whose account is about to be merged into this one. */
    private static Stream<Operation> joining(Ledger ledger, Account before, Decision decision) {
        return decision.event() instanceof AccountMerge merge && !ledger.share(before.customer(), merge.other())
                ? ledger.history(merge.other())
                : Stream.empty();
    }
}
