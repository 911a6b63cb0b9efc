package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.Stretch;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What customers did, read bit by bit: of one, the end of it or the whole, and of all. Thread-safe. */
final class Histories {

    /** How much of a stream is read at a time. */
    private static final int PAGE = 500;

    private final Sessions sessions;

    Histories(Sessions sessions) {
        this.sessions = sessions;
    }

    Stream<Account> snapshots(String customer) {
        return Pages.of(
                last -> sessions.read(session -> session.query(
                        "SELECT s.account, s.customer, s.number FROM snapshot s JOIN customer c ON c.key = s.customer"
                                + " WHERE c.id = ? AND s.number > ? ORDER BY s.number LIMIT " + PAGE,
                        Derived::snapshot,
                        customer,
                        last)),
                Account::version);
    }

    /** What everybody did who shares the customer's account, in the order in which it was posted. */
    Stream<Operation> of(String customer) {
        var shared = sessions.read(session -> Sharing.of(session, customer));
        if (shared.ever().size() > 1) {
            return pages(
                            "WHERE o.customer IN ("
                                    + Session.marks(shared.ever().size(), "?") + ") AND o.seq > ? ORDER BY o.seq LIMIT "
                                    + PAGE,
                            Operations.Stored::seq,
                            shared.ever().toArray())
                    .map(Operations.Stored::operation)
                    .filter(operation -> shared.isAmong(operation.event().customer()));
        }
        return pages(
                        "WHERE c.id = ? AND o.number > ? ORDER BY o.number LIMIT " + PAGE,
                        one -> one.operation().number(),
                        customer)
                .map(Operations.Stored::operation);
    }

    /** The end of a customer's history; empty where others ever had a part in it. */
    Optional<Stretch> since(Account account, Instant at) {
        return sessions.read(session -> {
            var key = session.one("SELECT key FROM customer WHERE id = ?", row -> row.getLong(1), account.customer());
            return key.isEmpty() || Sharing.ever(session, key.get()).size() > 1
                    ? Optional.<Stretch>empty()
                    : Optional.of(Derived.stretch(session, key.get(), account, account.version(), at));
        });
    }

    Stream<Operation> all() {
        return pages("WHERE o.seq > ? ORDER BY o.seq LIMIT " + PAGE, Operations.Stored::seq)
                .map(Operations.Stored::operation);
    }

    Stream<String> customers() {
        return customers("EXISTS (SELECT 1 FROM operation WHERE customer = c.key)"
                + " OR EXISTS (SELECT 1 FROM balance WHERE customer = c.key)");
    }

    Stream<String> customersWithDueActions() {
        return customers("c.key IN (SELECT customer FROM due_action)");
    }

    /** The customers for whom something holds, without those whose accounts are merged into another one. */
    private Stream<String> customers(String condition) {
        return Pages.of(
                        last -> sessions.read(session -> session.query(
                                "SELECT c.key, c.id FROM customer c WHERE c.key > ? AND c.id IS NOT NULL"
                                        + " AND (" + condition + ")"
                                        + " AND NOT EXISTS (SELECT 1 FROM merged WHERE customer = c.key AND active = 1)"
                                        + " ORDER BY c.key LIMIT " + PAGE,
                                row -> Map.entry(row.getLong(1), row.getString(2)),
                                last)),
                        Map.Entry::getKey)
                .map(Map.Entry::getValue);
    }

    private Stream<Operations.Stored> pages(
            String condition, ToLongFunction<Operations.Stored> place, Object... parameters) {
        return Pages.of(
                last -> sessions.read(session -> {
                    var all = Arrays.copyOf(parameters, parameters.length + 1);
                    all[parameters.length] = last;
                    return Operations.where(session, condition, all);
                }),
                place);
    }
}
