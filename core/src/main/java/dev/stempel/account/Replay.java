package dev.stempel.account;

import dev.stempel.event.AccountMerge;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds decisions in the order of time: each counts for the account that the customer it names had at the time. A merge
 * that was undone is as if it had never been. Used by one thread, once.
 */
final class Replay {

    private final Account start;
    private final Merges posted;
    private final Merges soFar = new Merges();
    private final Map<String, AccountFold> folds = new HashMap<>();

    private Replay(Account start, List<Decision> decisions) {
        this.start = start;
        posted = Merges.of(decisions.stream().map(Decision::event));
        decisions.stream()
                .sorted(Comparator.comparing(decision -> decision.event().at()))
                .forEach(this::apply);
    }

    /** The account that a customer has after these decisions, given in the order in which they were posted. */
    static AccountFold of(Account start, List<Decision> decisions) {
        return new Replay(start, decisions).fold(start.customer());
    }

    /** The accounts that customers have after these decisions, each once. */
    static List<AccountFold> all(ZoneId zone, List<Decision> decisions) {
        var replay = new Replay(Account.empty("", zone), decisions);
        return replay.folds.entrySet().stream()
                .filter(one -> replay.soFar.isHolder(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void apply(Decision decision) {
        var event = decision.event();
        var fold = fold(event.customer());
        if (event instanceof AccountMerge merge && posted.stands(merge)) {
            fold.join(fold(merge.other()), merge.at());
            soFar.add(merge);
        }
        fold.apply(decision);
    }

    private AccountFold fold(String customer) {
        return folds.computeIfAbsent(
                soFar.holder(customer),
                name -> AccountFold.of(name.equals(start.customer()) ? start : Account.empty(name, start.zone())));
    }
}
