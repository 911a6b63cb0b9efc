package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.json.StempelJson;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Begins a ledger with accounts and budgets as they stand elsewhere: an account that is lent is its first snapshot. */
final class Beginning {

    private Beginning() {}

    /** Writes them; false when the ledger has begun already. */
    static boolean write(Session session, Collection<Account> accounts, Map<String, Used> budgets) throws SQLException {
        boolean begun = session.one(
                        "SELECT 1 WHERE EXISTS (SELECT 1 FROM operation) OR EXISTS (SELECT 1 FROM budget)",
                        row -> row.getInt(1))
                .isPresent();
        if (begun) {
            return false;
        }
        var keys = new Keys(session);
        for (var account : accounts) {
            if (!keys.find(List.of(account.customer()), account.zone().getId())) {
                return false;
            }
            long key = keys.of(account.customer());
            var json = StempelJson.write(account);
            session.update("INSERT INTO lent (customer, account) VALUES (?, ?)", key, json);
            session.update(
                    "INSERT INTO snapshot (customer, number, account) VALUES (?, ?, ?)", key, account.version(), json);
            if (!account.dueActions().isEmpty()) {
                session.update("INSERT INTO due_action (customer) VALUES (?)", key);
            }
        }
        for (var budget : budgets.entrySet()) {
            for (var table : List.of("budget", "lent_budget")) {
                session.update(
                        "INSERT INTO " + table + " (key, times, amount) VALUES (?, ?, ?)",
                        budget.getKey(),
                        budget.getValue().times(),
                        budget.getValue().amount());
            }
        }
        return true;
    }
}
