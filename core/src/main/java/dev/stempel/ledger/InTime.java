package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import java.util.stream.Stream;

/** What is told late has its place before what happened since: the account is the fold of its decisions in time. */
public final class InTime {

    private InTime() {}

    /**
     * The account after a decision that is about to be posted.
     *
     * @param ledger what was posted before
     * @param before the customer's account, as the ledger has it
     * @param decision the decision, on time or late
     */
    public static Account after(Ledger ledger, Account before, Decision decision) {
        if (!before.isLate(decision)) {
            return before.after(decision);
        }
        try (var posted = ledger.history(before.customer())) {
            var all = Stream.concat(posted.map(Operation::decision), Stream.of(decision));
            var start = ledger.lent(before.customer()).orElseGet(() -> Account.empty(before.customer(), before.zone()));
            return start.after(all.toList(), before.at());
        }
    }
}
