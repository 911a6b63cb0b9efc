package dev.stempel.ledger.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The keys under which the books name customers, in one transaction. */
final class Keys {

    private final Session session;
    private final Map<String, Long> keys = new HashMap<>();

    Keys(Session session) {
        this.session = session;
    }

    void know(String customer, long key) {
        keys.put(customer, key);
    }

    long of(String customer) {
        return Objects.requireNonNull(keys.get(customer), customer);
    }

    /** Finds the keys of customers, new ones for those who have none; false when somebody else is doing the same. */
    boolean find(Collection<String> customers, String zone) throws SQLException {
        var unknown = unknown(customers);
        if (unknown.isEmpty()) {
            return true;
        }
        know("SELECT id, key FROM customer WHERE id IN (" + Session.marks(unknown.size(), "?") + ")", unknown);
        var fresh = unknown(customers);
        if (fresh.isEmpty()) {
            return true;
        }
        var parameters = new ArrayList<>();
        fresh.forEach(customer -> parameters.addAll(List.of(customer, zone)));
        know(
                "INSERT INTO customer (id, zone) VALUES " + Session.marks(fresh.size(), "(?, ?)")
                        + " ON CONFLICT (id) DO NOTHING RETURNING id, key",
                parameters);
        return unknown(customers).isEmpty();
    }

    /** Whoever posts for many customers at once takes their turns in one order, so that no two wait for each other. */
    void lock(Collection<String> customers) throws SQLException {
        if (session.dialect() == Dialect.POSTGRESQL) {
            var ordered = customers.stream().map(this::of).sorted().toArray();
            session.query(
                    "SELECT key FROM customer WHERE key IN (" + Session.marks(ordered.length, "?")
                            + ") ORDER BY key FOR NO KEY UPDATE",
                    row -> row.getLong(1),
                    ordered);
        }
    }

    private List<String> unknown(Collection<String> customers) {
        return customers.stream()
                .filter(customer -> !keys.containsKey(customer))
                .distinct()
                .toList();
    }

    private void know(String sql, List<?> parameters) throws SQLException {
        session.query(sql, row -> keys.put(row.getString(1), row.getLong(2)), parameters.toArray());
    }
}
