package dev.stempel.account;

import dev.stempel.event.AccountMerge;
import java.time.Instant;
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

    /** When the events happened of which something is undone. */
    private final Map<String, Instant> undone;

    private Replay(Account start, List<Decision> decisions) {
        this.start = start;
        posted = Merges.of(decisions.stream().map(Decision::event));
        undone = undone(decisions);
        decisions.stream().sorted(Comparator.comparing(this::time)).forEach(this::apply);
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

    private static Map<String, Instant> undone(List<Decision> decisions) {
        var undone = new HashMap<String, Instant>();
        decisions.forEach(decision -> decision.reverses().ifPresent(earlier -> undone.put(earlier, Instant.MIN)));
        decisions.forEach(decision -> undone.computeIfPresent(
                decision.event().id(), (id, unknown) -> decision.event().at()));
        return undone;
    }

    /** When it counts: what a till takes back whose clock is behind comes after what it undoes all the same. */
    private Instant time(Decision decision) {
        var at = decision.event().at();
        var earlier = decision.reverses().map(undone::get).orElse(at);
        return earlier.isAfter(at) ? earlier : at;
    }

    private void apply(Decision decision) {
        var event = decision.event();
        var fold = fold(event.customer());
        if (event instanceof AccountMerge merge && posted.stands(merge)) {
            fold.join(fold(merge.other()), merge.at());
            soFar.add(merge);
        }
        fold.apply(decision, time(decision));
    }

    private AccountFold fold(String customer) {
        return folds.computeIfAbsent(
                soFar.holder(customer),
                name -> AccountFold.of(name.equals(start.customer()) ? start : Account.empty(name, start.zone())));
    }
}
