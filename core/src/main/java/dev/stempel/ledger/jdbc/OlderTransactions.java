package dev.stempel.ledger.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Those for whom PostgreSQL keeps rows that were changed or deleted, however often a table is rewritten: everybody whose
 * snapshot is from before, in this database, and every transaction that was running then, in any. A connection that is
 * being made is no activity yet in servers before 18, but holds a transaction.
 */
final class OlderTransactions {

    private static final String HOLDING = """
            SELECT 'process ' || pid || COALESCE(' (' || NULLIF(application_name, '') || ')', '') FROM pg_stat_activity
                WHERE pid <> pg_backend_pid() AND (age(backend_xid) > age(h) OR (age(backend_xmin) > age(h)
                    AND COALESCE(datname, current_database()) = current_database()
                    AND pid NOT IN (SELECT pid FROM pg_stat_progress_vacuum)))
            UNION ALL SELECT 'process ' || pid FROM pg_locks
                WHERE locktype = 'virtualxid' AND pid NOT IN (SELECT pid FROM pg_stat_activity)
            UNION ALL SELECT 'the prepared transaction ' || gid FROM pg_prepared_xacts WHERE age(transaction) > age(h)
            UNION ALL SELECT 'the replication slot ' || slot_name FROM pg_replication_slots WHERE age(xmin) > age(h)
            """;

    private final Statement statement;
    private final String holding;

    /** Those that are older than now. */
    OlderTransactions(Statement statement) throws SQLException {
        this.statement = statement;
        // Numbers of transactions begin anew after 32 bits.
        try (var now = statement.executeQuery("SELECT txid_current() % 4294967296")) {
            now.next();
            holding = HOLDING.replace("age(h)", "age('" + now.getLong(1) + "'::xid)");
        }
    }

    /** Who of them is still there. */
    List<String> left() throws SQLException {
        var left = new ArrayList<String>();
        try (var found = statement.executeQuery(holding)) {
            while (found.next()) {
                left.add(found.getString(1));
            }
        }
        return left;
    }
}
