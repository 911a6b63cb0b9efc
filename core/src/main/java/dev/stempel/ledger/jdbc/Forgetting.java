package dev.stempel.ledger.jdbc;

import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Erasure;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.Sha256;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes what is left of a customer's operations over them. Entries stay: they name customers by keys of ours. */
final class Forgetting {

    private final Session session;
    private final String customer;
    private final Erasure erasure;
    private final Set<String> others = new TreeSet<>();

    Forgetting(Session session, String customer) {
        this.session = session;
        this.customer = customer;
        this.erasure = new Erasure(customer);
    }

    /** Forgets who the customer is, in a transaction that has begun; returns whose operations were touched besides. */
    Set<String> forget() throws SQLException {
        long key = session.query("SELECT key FROM customer WHERE id = ?", row -> row.getLong(1), customer)
                .get(0);
        session.update("DELETE FROM snapshot WHERE customer = ?", key);
        session.update("DELETE FROM lent WHERE customer = ?", key);
        session.update("DELETE FROM referrer WHERE customer = ?", key);
        for (var one : own(key)) {
            session.update("DELETE FROM outbox WHERE seq = ?", one.seq());
            session.update(
                    "INSERT INTO erased (hash) VALUES (?) ON CONFLICT DO NOTHING",
                    Sha256.of(one.operation().event().id()));
            write(one.seq(), erasure.of(one.operation()));
        }
        session.update("UPDATE customer SET id = ? WHERE key = ?", erasure.pseudonym(), key);
        forgetInOthers();
        return others;
    }

    /** Those of a time when the account was another customer's are there. */
    private List<Operations.Stored> own(long key) throws SQLException {
        var ever = Sharing.ever(session, key);
        var all = Operations.where(
                session,
                "WHERE o.customer IN (" + Session.marks(ever.size(), "?") + ") ORDER BY o.seq",
                ever.toArray());
        return all.stream()
                .filter(one -> one.operation().event().customer().equals(customer))
                .toList();
    }

    private void forgetInOthers() throws SQLException {
        var named = "%" + escaped(StempelJson.write(customer)) + "%";
        for (var one : Operations.where(
                session,
                "WHERE o.decision LIKE ? ESCAPE '!' OR o.known LIKE ? ESCAPE '!' ORDER BY o.seq",
                named,
                named)) {
            var other = one.operation().event().customer();
            others.add(other);
            write(one.seq(), erasure.ofSomebodyElse(one.operation()));
        }
        session.update("DELETE FROM snapshot WHERE account LIKE ? ESCAPE '!'", named);
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
                StempelJson.write(left.customer()),
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
