package dev.stempel.ledger.jdbc;

import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What differs between the databases. */
enum Dialect {
    /** One file, one writer at a time; a commit is on the disk when it returns. */
    SQLITE("", "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'migration'") {
        @Override
        void prepare(Connection connection) throws SQLException {
            execute(connection, "PRAGMA busy_timeout = 20000");
            keepALog(connection);
            execute(connection, "PRAGMA synchronous = FULL");
            execute(connection, "PRAGMA wal_autocheckpoint = 4000");
            // Kilobytes: with the 2,000 it has by itself, pages of a batch are read and written more than once.
            execute(connection, "PRAGMA cache_size = -32000");
        }

        /** A file that may only be read is read as it is. */
        private static void keepALog(Connection connection) throws SQLException {
            try {
                execute(connection, "PRAGMA journal_mode = WAL");
            } catch (SQLException e) {
                if (!ErrorCode.isReadOnly(e)) {
                    throw e;
                }
            }
        }

        /** Who begins to write at once never finds out in the middle that somebody else does. */
        @Override
        void begin(Session session) throws SQLException {
            session.update("BEGIN IMMEDIATE");
        }

        @Override
        void write(Session session, Script rows) throws SQLException {
            rows.oneByOne(session);
        }

        @Override
        void commit(Session session, Script rows) throws SQLException {
            write(session, rows);
            session.update("COMMIT");
        }

        @Override
        void rollback(Session session) throws SQLException {
            session.update("ROLLBACK");
        }

        @Override
        List<String> clean(Statement statement, Duration patience) throws SQLException {
            statement.execute("PRAGMA busy_timeout = " + patience.toMillis());
            statement.execute("VACUUM");
            try (var emptied = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                boolean isClean = emptied.next() && emptied.getInt("busy") == 0;
                return isClean ? List.of() : List.of("whoever has the file open");
            }
        }
    },

    /** Many writers; what two of them want at once is decided by locks and constraints. */
    POSTGRESQL(
            " FOR UPDATE",
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'") {
        @Override
        void prepare(Connection connection) throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        }

        @Override
        List<Problem> risks(Connection connection) throws SQLException {
            var risks = new ArrayList<Problem>();
            try (var statement = connection.createStatement();
                    var off = statement.executeQuery("SELECT name FROM pg_settings"
                            + " WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'off' ORDER BY name")) {
                while (off.next()) {
                    risks.add(Problem.in(
                            "PostgreSQL",
                            off.getString(1) + " is off, so that what was acknowledged may be lost.",
                            "Maybe it was turned off for tests? Set it to on for this database."));
                }
            }
            return risks;
        }

        @Override
        boolean isStricter(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var level = statement.executeQuery("SHOW default_transaction_isolation")) {
                return level.next() && !"read committed".equals(level.getString(1));
            }
        }

        @Override
        void begin(Session session) throws SQLException {
            session.connection().setAutoCommit(false);
        }

        /** Both tables in the order in which postings lock them, so that neither waits for the other. */
        @Override
        void waitForPostings(Session session) throws SQLException {
            session.execute("LOCK TABLE customer, operation IN EXCLUSIVE MODE");
        }

        @Override
        void write(Session session, Script rows) throws SQLException {
            rows.atOnce(session);
        }

        /** The rows, and the beginning where there was none, go to the server together with the commit. */
        @Override
        void commit(Session session, Script rows) throws SQLException {
            rows.atOnce(session, "COMMIT");
            session.connection().setAutoCommit(true);
        }

        @Override
        void rollback(Session session) throws SQLException {
            session.connection().rollback();
            session.connection().setAutoCommit(true);
        }

        @Override
        List<String> clean(Statement statement, Duration patience) throws SQLException {
            return new Rewriting(statement).rewrite(patience);
        }
    };

    private final String forUpdate;
    private final String migrated;

    Dialect(String forUpdate, String migrated) {
        this.forUpdate = forUpdate;
        this.migrated = migrated;
    }

    static Dialect of(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> SQLITE;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new StempelException(List.of(Problem.in(
                        product,
                        "The ledger knows SQLite and PostgreSQL.",
                        "Maybe implement Ledger for your own store?")));
        };
    }

    /** What locks the rows that are read. */
    String forUpdate() {
        return forUpdate;
    }

    /** Finds the table that every version of the ledger has, where this one would make it. */
    String migrated() {
        return migrated;
    }

    /** Makes a new connection fit to be used. */
    abstract void prepare(Connection connection) throws SQLException;

    /** How the database was told to forget what it acknowledged, where it lets itself be told so from outside. */
    List<Problem> risks(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * True when transactions are kept further apart than the ledger needs, who looks at what it changes under lock: then
     * tills at the same customer would fail now and then.
     */
    boolean isStricter(Connection connection) throws SQLException {
        return false;
    }

    /** Begins a transaction that will write. */
    abstract void begin(Session session) throws SQLException;

    /** Waits in a transaction that has begun until no posting is under way, and lets none begin before it ends. */
    void waitForPostings(Session session) throws SQLException {}

    /** Writes rows and goes on. */
    abstract void write(Session session, Script rows) throws SQLException;

    /** Writes rows, if there are any, and commits. */
    abstract void commit(Session session, Script rows) throws SQLException;

    abstract void rollback(Session session) throws SQLException;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Rewrites tables, logs and statistics, so that nothing is left in their free room of what once was there.
     *
     * @param patience how long to wait for those who read
     * @return who may still read it, so that something is left
     */
    abstract List<String> clean(Statement statement, Duration patience) throws SQLException;
}
