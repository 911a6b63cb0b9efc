package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.AccountMerge;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of customers: the last snapshot and the decisions since. Those asked for lately are kept in memory, and may
 * be behind what other processes posted until they are caught up. Thread-safe.
 */
final class Accounts {

    /**
     * Every so many operations a snapshot is stored, so that no account is made from more decisions; and with every one that
     * came late, so that those who read it need not read the whole history.
     */
    static final int BETWEEN_SNAPSHOTS = 32;

    private static final int MOST_KEPT = 10_000;

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * An account in memory.
     *
     * @param key the key under which the books name the customer
     * @param account the account
     * @param balances what the customer's book accounts hold; absent when that must be read first
     * @param rewritten how often the customer was rewritten, as somebody who was named was erased
     */
    record Kept(long key, Account account, @Nullable Map<Book, BigDecimal> balances, long rewritten) {}

    private static final Comparator<Kept> LATER = Comparator.comparingLong(Kept::key)
            .thenComparingLong(Kept::rewritten)
            .thenComparingLong(one -> one.account().version());

    /** The accounts as they were known last; read where none is. */
    Map<String, Account> recent(Sessions sessions, Collection<String> customers) {
        var known = new HashMap<String, Kept>();
        var missing = new ArrayList<String>();
        synchronized (kept) {
            for (var customer : customers) {
                var one = kept.get(customer);
                if (one == null) {
                    missing.add(customer);
                } else {
                    known.put(customer, one);
                }
            }
        }
        if (!missing.isEmpty()) {
            known.putAll(keep(sessions.read(session -> catchUp(session, stored(session, missing)))));
        }
        return accounts(known);
    }

    /** The accounts as they are now. */
    Map<String, Account> latest(Sessions sessions, Collection<String> customers) {
        var known = new HashMap<String, Kept>();
        synchronized (kept) {
            customers.forEach(customer -> known.computeIfAbsent(customer, kept::get));
        }
        var missing = customers.stream()
                .filter(customer -> !known.containsKey(customer))
                .toList();
        return accounts(keep(sessions.read(session -> {
            known.putAll(stored(session, missing));
            return catchUp(session, known);
        })));
    }

    /**
     * One of a customer's operations.
     *
     * @param customer the customer's id
     * @param zone the zone of the account
     * @param key the key under which the books name the customer
     * @param number the operation's number
     */
    record Place(String customer, ZoneId zone, long key, long number) {}

    /** The account before an operation. */
    static Account before(Session session, Place place) throws SQLException {
        var base = session.one(
                        "SELECT account, 'snapshot', customer FROM snapshot WHERE customer = ? AND number < ? ORDER BY number DESC LIMIT 1",
                        Accounts::account,
                        place.key(),
                        place.number())
                .orElseGet(() -> Account.empty(place.customer(), place.zone()));
        var since = session.query(
                "SELECT customer, number, decision FROM operation WHERE customer = ? AND number > ? AND number < ? ORDER BY number",
                Accounts::decision,
                place.key(),
                base.version(),
                place.number());
        return after(session, place.key(), base, since);
    }

    /** What is in memory of the customers; read where that is nothing. */
    Map<String, Kept> kept(Sessions sessions, Collection<String> customers) {
        recent(sessions, customers);
        var some = new HashMap<String, Kept>();
        synchronized (kept) {
            customers.forEach(customer -> some.computeIfAbsent(customer, kept::get));
        }
        return some;
    }

    Map<String, Kept> keep(Map<String, Kept> some) {
        synchronized (kept) {
            some.values().forEach(one -> kept.merge(one.account().customer(), one, Accounts::later));
        }
        return some;
    }

    void forget(Collection<String> customers) {
        synchronized (kept) {
            customers.forEach(kept::remove);
        }
    }

    void forgetAll() {
        synchronized (kept) {
            kept.clear();
        }
    }

    private static Kept later(Kept one, Kept other) {
        return LATER.compare(one, other) > 0 ? one : other;
    }

    /** What the last snapshots say; customers without any have an empty account. */
    private static Map<String, Kept> stored(Session session, List<String> customers) throws SQLException {
        var stored = new HashMap<String, Kept>();
        if (customers.isEmpty()) {
            return stored;
        }
        session.query(
                "SELECT c.id, c.key, c.zone, s.account, c.rewritten FROM customer c LEFT JOIN snapshot s ON s.customer = c.key"
                        + " AND s.number = (SELECT MAX(number) FROM snapshot WHERE customer = c.key)"
                        + " WHERE c.id IN (" + Session.marks(customers.size(), "?") + ")",
                row -> {
                    var id = row.getString(1);
                    var account = row.getString(4) == null
                            ? Account.empty(id, ZoneId.of(row.getString(3)))
                            : Contents.account(row.getString(4), "snapshot", row.getLong(2));
                    return stored.put(id, new Kept(row.getLong(2), account, null, row.getLong(5)));
                },
                customers.toArray());
        return stored;
    }

    /**
     * Folds in what was posted since. Whoever was rewritten is read anew: their names may be others, and whoever was erased
     * has another one; their old id is nobody's now, or somebody's who is new.
     */
    private static Map<String, Kept> catchUp(Session session, Map<String, Kept> known) throws SQLException {
        if (known.isEmpty()) {
            return known;
        }
        var parameters = new ArrayList<Object>();
        known.values()
                .forEach(one ->
                        parameters.addAll(List.of(one.key(), one.account().version(), one.rewritten())));
        var since = new HashMap<Long, List<Decision>>();
        var rewritten = new HashSet<Long>();
        session.query(
                "WITH known (customer, number, rewritten) AS (VALUES "
                        + Session.marks(known.size(), "(CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))")
                        + ") SELECT o.customer, o.number, o.decision FROM known k CROSS JOIN operation o"
                        + " WHERE o.customer = k.customer AND o.number > k.number UNION ALL"
                        + " SELECT c.key, 0, NULL FROM known k CROSS JOIN customer c"
                        + " WHERE c.key = k.customer AND c.rewritten <> k.rewritten ORDER BY 1, 2",
                row -> row.getLong(2) == 0
                        ? rewritten.add(row.getLong(1))
                        : since.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                                .add(decision(row)),
                parameters.toArray());
        var gone = known.entrySet().stream()
                .filter(one -> rewritten.contains(one.getValue().key()))
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
        if (since.stream().anyMatch(Accounts::isMerged)) {
            var holder = Sharing.holder(session, own.key());
            if (holder.key() != own.key()) {
                var there = catchUp(session, stored(session, List.of(holder.id())));
                return Objects.requireNonNull(there.get(holder.id()));
            }
        }
        return new Kept(own.key(), after(session, own.key(), own.account(), since), null, own.rewritten());
    }

    private static boolean isMerged(Decision decision) {
        return decision.event() instanceof AccountMerge merge && merge.isCopy();
    }

    /** The account after what is posted already. */
    private static Account after(Session session, long key, Account base, List<Decision> since) throws SQLException {
        var account = base;
        for (var decision : since) {
            if (account.needsHistory(decision)) {
                return inTime(session, key, base, base.version() + since.size(), List.of());
            }
            account = account.after(decision);
        }
        return account;
    }

    /**
     * The account as the fold in time of all decisions: with what came late, and with what others did who share it.
     *
     * @param session a transaction
     * @param key the key under which the books name the customer
     * @param before the account before
     * @param upTo the number of the last decision that is posted and counts
     * @param more what is about to be posted
     */
    static Account inTime(Session session, long key, Account before, long upTo, List<Decision> more)
            throws SQLException {
        var ever = Sharing.ever(session, key);
        var all = new ArrayList<>(ever.size() == 1 ? own(session, key, upTo) : shared(session, key, upTo, ever, more));
        all.addAll(more);
        return session.one("SELECT account, 'lent', customer FROM lent WHERE customer = ?", Accounts::account, key)
                .orElseGet(() -> Account.empty(before.customer(), before.zone()))
                .after(all)
                .numbered(upTo);
    }

    private static List<Decision> own(Session session, long key, long upTo) throws SQLException {
        return session.query(
                "SELECT customer, number, decision FROM operation WHERE customer = ? AND number <= ? ORDER BY number",
                Accounts::decision,
                key,
                upTo);
    }

    /** What everybody did who ever shared the account, as it was posted by then. */
    private static List<Decision> shared(Session session, long key, long upTo, List<Long> ever, List<Decision> more)
            throws SQLException {
        var last = session.one(
                "SELECT seq FROM operation WHERE customer = ? AND number = ?", row -> row.getLong(1), key, upTo);
        var parameters = new ArrayList<Object>(ever);
        parameters.addAll(List.of(key, upTo, more.isEmpty() ? last.orElse(Long.MAX_VALUE) : Long.MAX_VALUE));
        return session.query(
                "SELECT customer, number, decision FROM operation WHERE customer IN (" + Session.marks(ever.size(), "?")
                        + ") AND (customer <> ? OR number <= ?) AND seq <= ? ORDER BY seq",
                Accounts::decision,
                parameters.toArray());
    }

    private static Map<String, Account> accounts(Map<String, Kept> known) {
        var accounts = new HashMap<String, Account>();
        known.forEach((customer, one) -> {
            if (one.account().version() > 0) {
                accounts.put(customer, one.account());
            }
        });
        return accounts;
    }

    private static Account account(ResultSet row) throws SQLException {
        return Contents.account(row.getString(1), row.getString(2), row.getLong(3));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return Contents.ofOperation(row.getString(3), Decision.class, "decision", row.getLong(1), row.getLong(2));
    }
}
