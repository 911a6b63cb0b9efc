package dev.stempel.ledger.jdbc;

import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shared budgets: checked and drawn while their rows are locked, in the order of their keys. */
final class Budgets {

    private Budgets() {}

    static Used used(Session session, String key) throws SQLException {
        return session.one("SELECT key, times, amount FROM budget WHERE key = ?", Budgets::used, key)
                .orElse(Used.NOTHING);
    }

    static Used lent(Session session, String key) throws SQLException {
        return session.one("SELECT key, times, amount FROM lent_budget WHERE key = ?", Budgets::used, key)
                .orElse(Used.NOTHING);
    }

    /** All that are used of, here or where the ledger was lent from. */
    static Set<String> keys(Session session) throws SQLException {
        return Set.copyOf(
                session.query("SELECT key FROM budget UNION SELECT key FROM lent_budget", row -> row.getString(1)));
    }

    /** Draws what operations draw in their order; false when one of them finds no room any more. */
    static boolean draw(Session session, List<Draw> draws) throws SQLException {
        var keys = draws.stream().map(Draw::key).distinct().sorted().toList();
        if (keys.isEmpty()) {
            return true;
        }
        var used = locked(session, keys);
        for (var draw : draws) {
            if (!draw.fits(used.merge(draw.key(), draw.used(), Used::plus))) {
                return false;
            }
        }
        var rows = new ArrayList<Object[]>();
        used.forEach((key, all) -> rows.add(new Object[] {all.times(), all.amount(), key}));
        session.updateAll("UPDATE budget SET times = ?, amount = ? WHERE key = ?", rows);
        return true;
    }

    private static Map<String, Used> locked(Session session, List<String> keys) throws SQLException {
        var used = lock(session, keys);
        if (used.size() < keys.size()) {
            var fresh = keys.stream()
                    .filter(key -> !used.containsKey(key))
                    .map(key -> new Object[] {key, 0, Used.NOTHING.amount()})
                    .toList();
            session.updateAll("INSERT INTO budget (key, times, amount) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", fresh);
            return lock(session, keys);
        }
        return used;
    }

    private static Map<String, Used> lock(Session session, List<String> keys) throws SQLException {
        var used = new HashMap<String, Used>();
        session.query(
                "SELECT key, times, amount FROM budget WHERE key IN (" + Session.marks(keys.size(), "?")
                        + ") ORDER BY key" + session.dialect().forUpdate(),
                row -> used.put(row.getString(1), used(row)),
                keys.toArray());
        return used;
    }

    private static Used used(ResultSet row) throws SQLException {
        var key = row.getString(1);
        return new Used(row.getLong(2), Contents.amount(row, 3, () -> "budget " + key + ", amount"));
    }
}
