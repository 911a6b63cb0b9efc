package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.AccountMerge;
import dev.stempel.ledger.jdbc.Accounts.Kept;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Accounts that are brought up to date: what was in memory, or in the last snapshot, and what was posted since. */
final class CaughtUp {

    private CaughtUp() {}

    /** What the last snapshots say; customers without any have an empty account. */
    static Map<String, Kept> stored(Session session, List<String> customers) throws SQLException {
        var stored = new HashMap<String, Kept>();
        if (customers.isEmpty()) {
            return stored;
        }
        session.query(
                "SELECT c.id, c.key, c.zone, s.account, (SELECT times FROM erasure) FROM customer c LEFT JOIN snapshot s ON s.customer = c.key"
                        + " AND s.number = (SELECT MAX(number) FROM snapshot WHERE customer = c.key)"
                        + " WHERE c.id IN (" + Session.marks(customers.size(), "?") + ")",
                row -> {
                    var id = row.getString(1);
                    var account = row.getString(4) == null
                            ? Account.empty(id, Contents.zone(row.getString(3), id))
                            : Contents.account(row.getString(4), "snapshot", row.getLong(2));
                    return stored.put(id, new Kept(row.getLong(2), account, null, Forgetting.times(row, 5)));
                },
                customers.toArray());
        return stored;
    }

    /**
     * Folds in what was posted since. What was known when somebody was erased is read anew: it may name them, and their old
     * ids are nobody's now, or somebody's who is new.
     */
    static Map<String, Kept> catchUp(Session session, Map<String, Kept> known) throws SQLException {
        if (known.isEmpty()) {
            return known;
        }
        var parameters = new ArrayList<Object>();
        known.values()
                .forEach(one ->
                        parameters.addAll(List.of(one.key(), one.account().version(), one.erasures())));
        var since = new HashMap<Long, List<Decision>>();
        var old = new HashSet<Long>();
        session.query(
                "WITH known (customer, number, erasures) AS (VALUES "
                        + Session.marks(known.size(), "(CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))")
                        + ") SELECT o.customer, o.number, o.decision FROM known k CROSS JOIN operation o"
                        + " WHERE o.customer = k.customer AND o.number > k.number UNION ALL"
                        + " SELECT k.customer, 0, NULL FROM known k WHERE k.erasures <> (SELECT times FROM erasure)"
                        + " ORDER BY 1, 2",
                row -> row.getLong(2) == 0
                        ? old.add(row.getLong(1))
                        : since.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                                .add(Derived.decision(row)),
                parameters.toArray());
        var gone = known.entrySet().stream()
                .filter(one -> old.contains(one.getValue().key()))
                .map(Map.Entry::getKey)
                .toList();
        known.keySet().removeAll(gone);
        for (var entry : known.entrySet()) {
            var one = entry.getValue();
            if (since.containsKey(one.key())) {
                entry.setValue(caughtUp(session, one, since.get(one.key())));
            }
        }
        if (!gone.isEmpty()) {
            known.putAll(catchUp(session, stored(session, gone)));
        }
        return known;
    }

    /** What went into another customer's account is there, unless it came back since. */
    private static Kept caughtUp(Session session, Kept own, List<Decision> since) throws SQLException {
        if (since.stream().anyMatch(CaughtUp::isMerged)) {
            var holder = Sharing.holder(session, own.key());
            if (holder.key() != own.key()) {
                var there = catchUp(session, stored(session, List.of(holder.id())));
                return Objects.requireNonNull(there.get(holder.id()));
            }
        }
        return new Kept(own.key(), Derived.after(session, own.key(), own.account(), since), null, own.erasures());
    }

    private static boolean isMerged(Decision decision) {
        return decision.event() instanceof AccountMerge merge && merge.isCopy();
    }
}
