package dev.stempel.ledger.jdbc;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites what names customers on PostgreSQL. Rows that anybody may still see would be kept, so it begins once the older
 * transactions have ended. Nobody else gets at a table that waits to be rewritten: it waits a second, and tries again later.
 */
final class Rewriting {

    private static final List<String> NAMING_CUSTOMERS = List.of("operation", "snapshot", "customer", "lent");
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LAST_PAUSE_MILLIS = 1_000;

    private final Statement statement;

    Rewriting(Statement statement) {
        this.statement = statement;
    }

    /**
     * Tries as long as others read what was there.
     *
     * @param patience how long to pause between the attempts, all in all
     * @return who still reads it
     */
    List<String> rewrite(Duration patience) throws SQLException {
        var older = new OlderTransactions(statement);
        var readers = attempt(older);
        long left = patience.toMillis();
        for (long pause = FIRST_PAUSE_MILLIS; !readers.isEmpty() && left > 0 && pause(pause); left -= pause) {
            pause = Math.min(2 * pause, LAST_PAUSE_MILLIS);
            readers = attempt(older);
        }
        return readers;
    }

    private List<String> attempt(OlderTransactions older) throws SQLException {
        var left = older.left();
        return left.isEmpty() ? rewriteNow() : left;
    }

    private List<String> rewriteNow() throws SQLException {
        statement.execute("SET lock_timeout = '1s'");
        try {
            for (var table : NAMING_CUSTOMERS) {
                statement.execute("VACUUM (FULL, ANALYZE) " + table);
                isDone(statement.getWarnings());
            }
            return List.of();
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return List.of("whoever keeps a table locked");
            }
            throw e;
        } finally {
            statement.execute("RESET lock_timeout");
        }
    }

    /** A table of somebody else's is left out with a warning. */
    private static void isDone(@Nullable SQLWarning warning) throws SQLException {
        if (warning != null) {
            throw warning;
        }
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
