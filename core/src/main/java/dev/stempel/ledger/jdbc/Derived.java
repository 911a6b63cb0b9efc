package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.ledger.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Accounts that are made from what is stored: the nearest snapshot and the decisions since, or all decisions in time. */
final class Derived {

    /**
     * Every so many operations a snapshot is stored, so that no account is made from more decisions; and with every one that
     * came late, so that those who read it need not read the whole history.
     */
    static final int BETWEEN_SNAPSHOTS = 32;

    private Derived() {}

    /**
     * One of a customer's operations.
     *
     * @param customer the customer's id
     * @param zone the zone of the account
     * @param key the key under which the books name the customer
     * @param number the operation's number
     */
    private record Place(String customer, ZoneId zone, long key, long number) {}

    /** The account before an event; empty where the event is not known. */
    static Optional<Account> before(Session session, String event) throws SQLException {
        var place = session.one(
                "SELECT c.id, c.zone, o.customer, o.number FROM operation o JOIN customer c ON c.key = o.customer"
                        + " WHERE o.event = ?",
                row -> new Place(
                        row.getString(1),
                        Contents.zone(row.getString(2), row.getString(1)),
                        row.getLong(3),
                        row.getLong(4)),
                event);
        return place.isEmpty() ? Optional.empty() : Optional.of(before(session, place.get()));
    }

    private static Account before(Session session, Place place) throws SQLException {
        long last = place.number() - 1;
        var base = snapshot(session, place.key(), last).orElseGet(() -> Account.empty(place.customer(), place.zone()));
        return after(session, place.key(), base, own(session, place.key(), base.version(), last));
    }

    /** The account after what is posted already. */
    static Account after(Session session, long key, Account base, List<Decision> since) throws SQLException {
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
        if (ever.size() == 1) {
            var at = more.stream().map(decision -> decision.event().at()).min(Comparator.naturalOrder());
            return stretch(session, key, before, upTo, at.orElse(Instant.MAX))
                    .after(more)
                    .numbered(upTo);
        }
        var all = new ArrayList<>(shared(session, key, upTo, ever, more));
        all.addAll(more);
        return first(session, key, before).after(all).numbered(upTo);
    }

    /**
     * The end of a customer's history of whose account nobody else ever had a part: from the latest snapshot that nothing
     * since is earlier than. Looking for it costs what happened since.
     *
     * @param account an account of the customer
     * @param upTo the number of the last decision that counts
     * @param at when something happened that is told late
     */
    static Stretch stretch(Session session, long key, Account account, long upTo, Instant at) throws SQLException {
        for (long back = 0; back < upTo; back = 2 * back + BETWEEN_SNAPSHOTS) {
            var base = snapshot(session, key, upTo - back);
            if (base.isEmpty()) {
                break;
            }
            var stretch = new Stretch(base.get(), own(session, key, base.get().version(), upTo));
            if (stretch.reachesBackTo(at)) {
                return stretch;
            }
        }
        return new Stretch(first(session, key, account), own(session, key, 0, upTo));
    }

    /** The account with which the ledger began for a customer. */
    private static Account first(Session session, long key, Account account) throws SQLException {
        return session.one("SELECT account, 'lent', customer FROM lent WHERE customer = ?", Derived::account, key)
                .orElseGet(() -> Account.empty(account.customer(), account.zone()));
    }

    private static Optional<Account> snapshot(Session session, long key, long upTo) throws SQLException {
        return session.one(
                "SELECT account, 'snapshot', customer FROM snapshot WHERE customer = ? AND number <= ?"
                        + " ORDER BY number DESC LIMIT 1",
                Derived::account,
                key,
                upTo);
    }

    private static List<Decision> own(Session session, long key, long after, long upTo) throws SQLException {
        return session.query(
                "SELECT customer, number, decision FROM operation WHERE customer = ? AND number > ? AND number <= ?"
                        + " ORDER BY number",
                Derived::decision,
                key,
                after,
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
                Derived::decision,
                parameters.toArray());
    }

    private static Account account(ResultSet row) throws SQLException {
        return Contents.account(row.getString(1), row.getString(2), row.getLong(3));
    }

    /** An account that is kept, where its row says which one it is. */
    static Account snapshot(ResultSet row) throws SQLException {
        long customer = row.getLong(2);
        var account = Contents.account(row.getString(1), "snapshot", customer);
        if (account.version() != row.getLong(3)) {
            var number = row.getString(3);
            throw Contents.unreadable(
                    () -> "snapshot, customer " + customer + ", number " + number,
                    "It is the account after operation " + account.version() + ".",
                    null);
        }
        return account;
    }

    static Decision decision(ResultSet row) throws SQLException {
        return Contents.decision(row.getString(3), row.getLong(1), row.getLong(2));
    }
}
