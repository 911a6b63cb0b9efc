package dev.stempel.account;

import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds decisions in the order of time: each counts for the account that the customer it names had at the time. A merge
 * that was undone is as if it had never been. Used by one thread, once.
 */
final class Replay {

    private final Account start;
    private final Map<String, AccountFold> folds = new HashMap<>();

    /** Into whose account the accounts of others went. */
    private final Map<String, String> into = new HashMap<>();

    private final Set<String> undone;

    private Replay(Account start, List<Decision> decisions) {
        this.start = start;
        this.undone = undone(decisions);
    }

    /** The account that a customer has after these decisions, given in the order in which they were posted. */
    static AccountFold of(Account start, List<Decision> decisions) {
        var replay = new Replay(start, decisions);
        decisions.stream()
                .sorted(Comparator.comparing(decision -> decision.event().at()))
                .forEach(replay::apply);
        return replay.fold(start.customer());
    }

    /** The accounts that customers have after these decisions, each once. */
    static List<AccountFold> all(ZoneId zone, List<Decision> decisions) {
        var replay = new Replay(Account.empty("", zone), decisions);
        decisions.stream()
                .sorted(Comparator.comparing(decision -> decision.event().at()))
                .forEach(replay::apply);
        return replay.folds.entrySet().stream()
                .filter(one -> !replay.into.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The merges that were undone, by their ids: each undoing takes back the last merge of the same two. */
    private static Set<String> undone(List<Decision> decisions) {
        var last = new HashMap<List<String>, String>();
        var undone = new HashSet<String>();
        for (var decision : decisions) {
            if (decision.event() instanceof AccountMerge merge) {
                last.put(List.of(merge.customer(), merge.other()), merge.id());
            } else if (decision.event() instanceof AccountUnmerge unmerge
                    && last.containsKey(List.of(unmerge.customer(), unmerge.other()))) {
                undone.add(last.remove(List.of(unmerge.customer(), unmerge.other())));
            }
        }
        return undone;
    }

    private void apply(Decision decision) {
        var event = decision.event();
        var fold = fold(event.customer());
        if (event instanceof AccountMerge merge && !merge.isCopy() && !undone.contains(merge.id())) {
            fold.join(fold(merge.other()), merge.at());
            into.put(holder(merge.other()), holder(merge.customer()));
        }
        fold.apply(decision);
    }

    private String holder(String customer) {
        var holder = customer;
        while (into.containsKey(holder)) {
            holder = into.get(holder);
        }
        return holder;
    }

    private AccountFold fold(String customer) {
        return folds.computeIfAbsent(
                holder(customer),
                name -> AccountFold.of(name.equals(start.customer()) ? start : Account.empty(name, start.zone())));
    }
}
