package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Draw;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.jdbc.Accounts.Kept;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes operations that were decided together, in one transaction. Whether somebody else was faster shows before it is
 * committed: each event, each number of a customer and each friend is there once, and budgets are looked at under lock.
 * What everybody needs is locked last.
 */
final class Posting {

    private static final String REFERRER =
            "INSERT INTO referrer (friend, customer) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final List<Operation> operations;
    private final List<Payload> payloads;
    private final Map<String, Kept> before;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<Long, Boolean> due = new HashMap<>();
    private final Map<String, Kept> after = new HashMap<>();

    /**
     * A posting of some operations.
     *
     * @param payloads at least one
     * @param before what is in memory of the customers
     */
    Posting(List<Payload> payloads, Map<String, Kept> before) {
        this.payloads = payloads;
        this.operations = payloads.stream().map(Payload::operation).toList();
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
        due.clear();
        before.forEach((customer, kept) -> accounts.put(customer, kept.account()));
        var keys = new Keys(session);
        before.forEach((customer, kept) -> keys.know(customer, kept.key()));
        var first = new LinkedHashMap<String, Operation>();
        operations.forEach(operation -> first.putIfAbsent(operation.holder(), operation));
        var named = operations.stream()
                .flatMap(operation ->
                        Stream.concat(Stream.of(operation.event().customer()), operation.decision().friend().stream()));
        if (!keys.find(
                Stream.concat(first.keySet().stream(), named).distinct().toList(),
                operations.get(0).zone().getId())) {
            return false;
        }
        if (first.size() > 1) {
            keys.lock(first.keySet());
        }
        var books = new Books();
        books.read(session, before, first, operations, keys);
        for (var operation : operations) {
            Sharing.regroup(session, operation.event(), keys);
        }
        return write(session, keys, books);
    }

    private boolean write(Session session, Keys keys, Books books) throws SQLException {
        var script = new Script();
        for (int i = 0; i < operations.size(); i++) {
            long key = keys.of(operations.get(i).holder());
            write(script, payloads.get(i), keys, books);
            if (!remember(session, script, i, key)) {
                return false;
            }
        }
        books.write(script);
        due.forEach((key, some) -> script.add(some ? Insert.DUE : Insert.DONE, key));
        session.later(script);
        if (!referrers(session, keys)) {
            return false;
        }
        books.writePartners(session);
        long erasures = Objects.requireNonNullElse(operations.get(0).erasures(), 0L);
        accounts.forEach((customer, account) -> {
            long key = keys.of(customer);
            after.put(customer, new Kept(key, account, books.of(key), erasures));
        });
        return Budgets.draw(session, shared());
    }

    private void write(Script script, Payload payload, Keys keys, Books books) {
        var operation = payload.operation();
        var event = operation.event();
        long key = keys.of(operation.holder());
        script.add(
                Insert.OPERATION,
                event.id(),
                payload.hash(),
                key,
                operation.number(),
                event.at().toEpochMilli(),
                payload.request(),
                operation.ruleBook(),
                operation.reverses().orElse(null),
                payload.decision(),
                payload.known(),
                payload.facts(),
                payload.elsewhere(),
                operation.erasures());
        for (var entry : operation.entries()) {
            var from = Book.from(entry, event.customer());
            var to = Book.to(entry, event.customer());
            script.add(
                    Insert.ENTRY,
                    key,
                    operation.number(),
                    (long) entry.number(),
                    entry.offer(),
                    from.account(),
                    to.account(),
                    entry.unit(),
                    entry.amount());
            books.move(keys.of(event.customer()), from, to, entry.amount());
        }
        books.owe(operation);
        if (operation.tells()) {
            script.add(Insert.OUTBOX, key, operation.number());
        }
    }

    /** Takes the account on; false when it moved on since the operation was decided. */
    private boolean remember(Session session, Script script, int index, long key) throws SQLException {
        var operation = operations.get(index);
        var customer = operation.holder();
        var event = operation.event();
        var account = event instanceof AccountUnmerge unmerge && unmerge.isCopy()
                ? Account.empty(customer, operation.zone()).numbered(operation.number() - 1)
                : accounts.getOrDefault(customer, Account.empty(customer, operation.zone()));
        if (account.version() != operation.number() - 1) {
            return false;
        }
        if (event instanceof AccountMerge merge && merge.isCopy()) {
            accounts.remove(customer);
            return true;
        }
        boolean anew = account.needsHistory(operation.decision());
        var next = anew ? inTime(session, key, account, index) : operation.after(account);
        accounts.put(customer, next);
        if (!account.dueActions().equals(next.dueActions())) {
            due.put(key, !next.dueActions().isEmpty());
        }
        if (anew || operation.number() % Derived.BETWEEN_SNAPSHOTS == 0) {
            script.add(Insert.SNAPSHOT, key, operation.number(), StempelJson.write(next));
        }
        return true;
    }

    private Account inTime(Session session, long key, Account account, int index) throws SQLException {
        var until = operations.subList(0, index + 1);
        long own = until.stream()
                .filter(operation -> operation.holder().equals(account.customer()))
                .count();
        var together = until.stream()
                .filter(operation -> operation.holder().equals(account.customer())
                        || operation.decision().regroups())
                .map(Operation::decision)
                .toList();
        return Derived.inTime(session, key, account, account.version() + 1 - own, together)
                .numbered(account.version() + 1);
    }

    private boolean referrers(Session session, Keys keys) throws SQLException {
        for (var operation : operations) {
            var friend = operation.decision().friend();
            if (friend.isPresent()
                    && session.update(
                                    REFERRER,
                                    keys.of(friend.get()),
                                    keys.of(operation.event().customer()))
                            != 1) {
                return false;
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
