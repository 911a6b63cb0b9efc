package dev.stempel.ledger.jdbc;

import dev.stempel.ledger.Operation;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What the embedding application has not taken note of yet, in the order in which it was posted. */
final class Outbox {

    private Outbox() {}

    static List<Operation> next(Session session, int most) throws SQLException {
        return Operations.where(
                        session, "WHERE o.seq IN (SELECT seq FROM outbox ORDER BY seq LIMIT ?) ORDER BY o.seq", most)
                .stream()
                .map(Operations.Stored::operation)
                .toList();
    }

    /** Returns false when there is nothing to write. */
    static boolean acknowledge(Session session, Collection<String> events) throws SQLException {
        var rows = events.stream().map(event -> new Object[] {event}).toList();
        if (!rows.isEmpty()) {
            session.updateAll("DELETE FROM outbox WHERE seq = (SELECT seq FROM operation WHERE event = ?)", rows);
        }
        return !rows.isEmpty();
    }
}
