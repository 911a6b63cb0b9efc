package dev.stempel.ledger.jdbc;

import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Erasure;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.Sha256;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes what is left of operations over them. Entries stay: they name customers by keys of ours. */
final class Forgetting {

    /** Nothing of theirs names whoever brought them in until a rule looks, and then what is being decided does. */
    private static final String BROUGHT_IN_IS_REWRITTEN =
            "UPDATE customer SET rewritten = rewritten + 1 WHERE key IN (SELECT r.friend FROM referrer r"
                    + " JOIN customer c ON c.key = r.customer WHERE c.id = ?)";

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
            session.update(BROUGHT_IN_IS_REWRITTEN, customer);
            session.update("UPDATE customer SET id = ? WHERE id = ?", erasure.pseudonym(customer), customer);
        }
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
            isRewritten(one.getKey());
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
        var rewritten = new TreeSet<String>();
        for (var one : some) {
            var left = erasure.of(one.operation());
            if (!left.equals(one.operation())) {
                write(one.seq(), left);
                rewritten.add(one.operation().holder());
            }
        }
        for (var customer : rewritten) {
            for (long key : Sharing.of(session, customer).ever()) {
                isRewritten(key);
            }
        }
    }

    /** Whoever has the customer's account in memory reads it anew before the next event is posted. */
    private void isRewritten(long key) throws SQLException {
        session.update("UPDATE customer SET rewritten = rewritten + 1 WHERE key = ?", key);
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
