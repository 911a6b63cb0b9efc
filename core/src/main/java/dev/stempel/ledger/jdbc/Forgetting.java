package dev.stempel.ledger.jdbc;

import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Erasure;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes what is left of operations over them. Entries stay: they name customers by keys of ours. */
final class Forgetting {

    private static final int PAGE = 500;

    private final Session session;
    private final List<String> customers;
    private final Erasure erasure;

    Forgetting(Session session, List<String> customers) {
        this.session = session;
        this.customers = customers;
        this.erasure = new Erasure(customers);
    }

    /** Forgets who the customers are, in a transaction that has begun. */
    void forget() throws SQLException {
        forgetTogether(everSharing());
        for (var customer : customers) {
            forgetNamed("%" + escaped(StempelJson.write(customer)) + "%");
        }
        for (var customer : customers) {
            session.update(
                    "DELETE FROM due_action WHERE customer IN (SELECT key FROM customer WHERE id = ?)", customer);
            session.update("UPDATE customer SET id = ? WHERE id = ?", erasure.pseudonym(customer), customer);
        }
        session.update("UPDATE erasure SET times = times + 1");
    }

    /** The keys of those who are erased, and of everybody who ever shared an account with one of them. */
    private Set<Long> everSharing() throws SQLException {
        var ever = new TreeSet<Long>();
        for (var customer : customers) {
            ever.addAll(Sharing.of(session, customer).ever());
        }
        return ever;
    }

    /** Operations of a time when accounts were shared name the other's events and vouchers, wherever they are. */
    private void forgetTogether(Set<Long> keys) throws SQLException {
        var in = " IN (" + Session.marks(keys.size(), "?") + ")";
        var all = Operations.where(session, "WHERE o.customer" + in + " ORDER BY o.seq", keys.toArray());
        for (var one : all) {
            if (erasure.concerns(one.operation())) {
                erasure.learn(one.operation());
                session.update("DELETE FROM outbox WHERE seq = ?", one.seq());
                session.update(
                        "INSERT INTO erased (hash) VALUES (?) ON CONFLICT DO NOTHING",
                        Sha256.of(one.operation().event().id()));
            }
        }
        writeLeft(all);
        session.update("DELETE FROM snapshot WHERE customer" + in, keys.toArray());
    }

    /** Friends, and what a till was lent. */
    private void forgetNamed(String pattern) throws SQLException {
        for (var page = named(pattern, 0);
                !page.isEmpty();
                page = named(pattern, page.get(page.size() - 1).seq())) {
            writeLeft(page);
        }
        session.update("DELETE FROM snapshot WHERE account LIKE ? ESCAPE '!'", pattern);
        var lent = session.query(
                "SELECT customer, account FROM lent WHERE account LIKE ? ESCAPE '!'",
                row -> Map.entry(row.getLong(1), Contents.account(row.getString(2), "lent", row.getLong(1))),
                pattern);
        for (var one : lent) {
            var json = StempelJson.write(erasure.of(one.getValue()));
            session.update("UPDATE lent SET account = ? WHERE customer = ?", json, one.getKey());
            session.update(
                    "INSERT INTO snapshot (customer, number, account) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    one.getKey(),
                    one.getValue().version(),
                    json);
        }
    }

    private List<Operations.Stored> named(String pattern, long after) throws SQLException {
        return Operations.where(
                session,
                "WHERE o.seq > ? AND (o.decision LIKE ? ESCAPE '!' OR o.known LIKE ? ESCAPE '!'"
                        + " OR o.elsewhere LIKE ? ESCAPE '!') ORDER BY o.seq LIMIT " + PAGE,
                after,
                pattern,
                pattern,
                pattern);
    }

    private void writeLeft(List<Operations.Stored> some) throws SQLException {
        for (var one : some) {
            var left = erasure.of(one.operation());
            if (!left.equals(one.operation())) {
                write(one.seq(), left);
            }
        }
    }

    /** The text between the quotes of JSON, as a pattern that means itself. */
    private static String escaped(String json) {
        return json.substring(1, json.length() - 1)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    private void write(long seq, Operation left) throws SQLException {
        var payload = Payload.of(left);
        session.update(
                "UPDATE operation SET event = ?, at = ?, request = ?, reverses = ?, decision = ?, known = ?, facts = ?,"
                        + " elsewhere = ? WHERE seq = ?",
                left.event().id(),
                left.event().at().toEpochMilli(),
                payload.request(),
                left.reverses().orElse(null),
                payload.decision(),
                payload.known(),
                payload.facts(),
                payload.elsewhere(),
                seq);
    }

    /** How often somebody was erased. */
    static long times(Session session) throws SQLException {
        return session.query("SELECT (SELECT times FROM erasure)", row -> times(row, 1))
                .get(0);
    }

    /** How often somebody was erased, as a column of a row has it. */
    static long times(ResultSet row, int column) throws SQLException {
        return Contents.number(row, column, () -> "erasure, times");
    }

    /** Which of these events were erased. */
    static Set<String> known(Session session, List<String> events) throws SQLException {
        var known = new TreeSet<String>();
        for (var event : events) {
            session.one("SELECT hash FROM erased WHERE hash = ?", row -> row.getString(1), Sha256.of(event))
                    .ifPresent(found -> known.add(event));
        }
        return known;
    }
}
