package dev.stempel.ledger.jdbc;

import java.sql.SQLException;
import java.util.Set;

/**
 * What the codes of errors mean. PostgreSQL has states; SQLite has none, but the result codes of its interface in C, whose
 * upper bytes say more.
 */
final class ErrorCode {

    /** SQLITE_READONLY_DBMOVED: SQLite's own word for it, which it does not say where it keeps a log. */
    static final int MOVED = 1032;

    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int CONSTRAINT = 19;

    /** Unique violation, not null violation. */
    private static final Set<String> TAKEN = Set.of("23505", "23502");

    /** Serialization failure, deadlock, lock not available; cut off for being idle, or for taking long, in a transaction. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "25P03", "25P04");

    private ErrorCode() {}

    /** True when something that must be there once is there already, or must not be there at all. */
    static boolean isTaken(SQLException e) {
        return e.getSQLState() == null ? result(e) == CONSTRAINT : TAKEN.contains(e.getSQLState());
    }

    /** True when trying again may help. */
    static boolean isPassing(SQLException e) {
        var state = e.getSQLState();
        return state == null ? result(e) == BUSY || result(e) == LOCKED : PASSING.contains(state) || isLost(state);
    }

    /** True when a file may only be read. */
    static boolean isReadOnly(SQLException e) {
        return e.getSQLState() == null && result(e) == READ_ONLY;
    }

    /** The result code without what its upper bytes add. */
    static int result(SQLException e) {
        return e.getErrorCode() & 0xff;
    }

    /** True when the connection is gone, and with it the answer; the server may be shutting down or starting. */
    private static boolean isLost(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }
}
