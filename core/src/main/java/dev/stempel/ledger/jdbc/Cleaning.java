package dev.stempel.ledger.jdbc;

import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.sql.SQLException;
import java.util.List;

/**
 * Overwrites what erasures left in the free room of files. That cannot be part of their transactions, and may have to wait
 * for somebody who reads: until it is done, the ledger remembers that it is not.
 */
final class Cleaning {

    private Cleaning() {}

    /** To be done, since an erasure was just written in this transaction: its operation is the last there is. */
    static void isDue(Session session) throws SQLException {
        session.update("INSERT INTO uncleaned (operation) SELECT MAX(seq) FROM operation");
    }

    /**
     * Does what is to be done.
     *
     * @return false when nothing was to be done
     * @throws StempelException when it still is
     */
    static boolean finish(Sessions sessions) {
        var due = sessions.read(Cleaning::due);
        if (due.isEmpty()) {
            return false;
        }
        clean(sessions);
        sessions.write(session -> {
            for (long operation : due) {
                session.update("DELETE FROM uncleaned WHERE operation = ?", operation);
            }
            return true;
        });
        return true;
    }

    private static List<Long> due(Session session) throws SQLException {
        return session.query("SELECT operation FROM uncleaned", row -> row.getLong(1));
    }

    private static void clean(Sessions sessions) {
        List<String> readers;
        try {
            readers = sessions.clean();
        } catch (StempelException e) {
            throw new StempelException(
                    undone(sessions.ledger(), e.problems().get(0).message()), e);
        }
        if (!readers.isEmpty()) {
            var why = "It may still be read by " + String.join(", ", readers) + ".";
            throw new StempelException(List.of(undone(sessions.ledger(), why)));
        }
    }

    /** What the audit tells of erasures that were cut off. */
    static List<Problem> problems(Session session, String ledger) throws SQLException {
        return due(session).isEmpty() ? List.of() : List.of(undone(ledger, "Nobody has overwritten it."));
    }

    private static Problem undone(String ledger, String why) {
        return Problem.in(
                ledger,
                "Whoever was erased is forgotten, but the free room of its files still holds what was there. " + why,
                "Maybe erase the same customer again once nobody reads? That ends it.");
    }
}
