package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Draw;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.jdbc.Accounts.Kept;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes operations that were decided together, in one transaction. Whether somebody else was faster shows before it is
 * committed: each event, each number of a customer and each friend is there once, and budgets are looked at under lock.
 * What everybody needs is locked last.
 */
final class Posting {

    private static final String OPERATION =
            "INSERT INTO operation (event, customer, number, at, request, rule_book, reverses, decision, known, facts,"
                    + " elsewhere) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String ENTRY =
            "INSERT INTO entry (customer, number, line, offer, from_account, to_account, unit, amount)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SNAPSHOT = "INSERT INTO snapshot (customer, number, account) VALUES (?, ?, ?)";
    private static final String OUTBOX =
            "INSERT INTO outbox (seq) SELECT seq FROM operation WHERE customer = ? AND number = ?";
    private static final String REFERRER =
            "INSERT INTO referrer (friend, customer) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final List<Operation> operations;
    private final List<Payload> payloads;
    private final Map<String, Kept> before;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Kept> after = new HashMap<>();

    /**
     * A posting of some operations.
     *
     * @param operations at least one
     * @param before what is in memory of the customers
     */
    Posting(List<Operation> operations, Map<String, Kept> before) {
        this.operations = operations;
        this.payloads = operations.stream().map(Payload::of).toList();
        this.before = before;
    }

    /** What may be kept in memory of the customers afterwards. */
    Map<String, Kept> after() {
        return after;
    }

    /** Writes everything; when that fails it may be called again. */
    boolean write(Session session) throws SQLException {
        accounts.clear();
        after.clear();
        before.forEach((customer, kept) -> accounts.put(customer, kept.account()));
        var keys = new Keys(session);
        before.forEach((customer, kept) -> keys.know(customer, kept.key()));
        var first = new LinkedHashMap<String, Operation>();
        operations.forEach(operation -> first.putIfAbsent(operation.event().customer(), operation));
        if (!keys.find(first.keySet(), operations.get(0).zone().getId())) {
            return false;
        }
        if (first.size() > 1) {
            keys.lock(first.keySet());
        }
        var books = new Books();
        books.read(session, before, first, keys);
        return write(session, keys, books);
    }

    private boolean write(Session session, Keys keys, Books books) throws SQLException {
        var script = new Script();
        for (int i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            write(script, operation, payloads.get(i), keys.of(operation.event().customer()), books);
        }
        books.write(script);
        if (!script.run(session, OPERATION) || !referrers(session, keys)) {
            return false;
        }
        books.writePartners(session);
        accounts.forEach((customer, account) -> {
            long key = keys.of(customer);
            after.put(customer, new Kept(key, account, books.of(key)));
        });
        return Budgets.draw(session, shared());
    }

    private void write(Script script, Operation operation, Payload payload, long key, Books books) {
        var event = operation.event();
        script.add(
                OPERATION,
                event.id(),
                key,
                operation.number(),
                event.at().toEpochMilli(),
                payload.request(),
                operation.ruleBook(),
                operation.reverses().orElse(null),
                payload.decision(),
                StempelJson.write(operation.customer()),
                payload.facts(),
                payload.elsewhere());
        for (var entry : operation.entries()) {
            var from = Book.from(entry, event.customer());
            var to = Book.to(entry, event.customer());
            script.add(
                    ENTRY,
                    key,
                    operation.number(),
                    entry.number(),
                    entry.offer(),
                    from.account(),
                    to.account(),
                    entry.unit(),
                    entry.amount());
            books.move(key, from, to, entry.amount());
        }
        if (operation.tells()) {
            script.add(OUTBOX, key, operation.number());
        }
        remember(script, operation, key);
    }

    /** The account after the operation, where the one before it is in memory. */
    private void remember(Script script, Operation operation, long key) {
        var customer = operation.event().customer();
        var account = operation.number() == 1 ? Account.empty(customer, operation.zone()) : accounts.get(customer);
        if (account == null || account.version() != operation.number() - 1) {
            accounts.remove(customer);
            return;
        }
        var next = account.after(operation.decision());
        accounts.put(customer, next);
        if (operation.number() % Accounts.BETWEEN_SNAPSHOTS == 0) {
            script.add(SNAPSHOT, key, operation.number(), StempelJson.write(next));
        }
    }

    private boolean referrers(Session session, Keys keys) throws SQLException {
        for (var operation : operations) {
            var friend = operation.decision().friend();
            if (friend.isPresent()) {
                boolean known =
                        keys.find(List.of(friend.get()), operation.zone().getId());
                if (!known
                        || session.update(
                                        REFERRER,
                                        keys.of(friend.get()),
                                        keys.of(operation.event().customer()))
                                != 1) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Draw> shared() {
        var shared = new ArrayList<Draw>();
        operations.forEach(operation ->
                operation.decision().draws().stream().filter(Draw::shared).forEach(shared::add));
        return shared;
    }
}
