package dev.stempel.ledger.jdbc;

import dev.stempel.problem.Problem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows that belong to nothing any more: nobody who asks for a customer or an operation ever comes upon them. */
final class Lost {

    private static final String OF_NOBODY = "SELECT DISTINCT t.%2$s FROM %1$s t"
            + " WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.key = t.%2$s AND c.id IS NOT NULL) ORDER BY 1";
    private static final String OF_NO_OPERATION = "SELECT DISTINCT t.%2$s FROM %1$s t"
            + " WHERE NOT EXISTS (SELECT 1 FROM operation o WHERE o.seq = t.%2$s) ORDER BY 1";

    private static final Map<String, List<String>> NAME_A_CUSTOMER = Map.of(
            "operation", List.of("customer"),
            "balance", List.of("customer"),
            "snapshot", List.of("customer"),
            "lent", List.of("customer"),
            "due_action", List.of("customer"),
            "merged", List.of("customer", "holder"),
            "referrer", List.of("friend", "customer"));

    private Lost() {}

    static List<Problem> rows(Session session) throws SQLException {
        var lost = new ArrayList<Problem>();
        for (var table : NAME_A_CUSTOMER.entrySet()) {
            for (var column : table.getValue()) {
                session.query(
                        OF_NOBODY.formatted(table.getKey(), column),
                        row -> lost.add(problem(table.getKey() + ", " + column + " " + row.getString(1), "customer")));
            }
        }
        for (var table : Map.of("entry", "operation", "outbox", "seq").entrySet()) {
            session.query(
                    OF_NO_OPERATION.formatted(table.getKey(), table.getValue()),
                    row -> lost.add(
                            problem(table.getKey() + ", " + table.getValue() + " " + row.getString(1), "operation")));
        }
        return lost;
    }

    private static Problem problem(String row, String what) {
        return Problem.in(
                row, "There is no such " + what + ".", "Maybe it was deleted, or this row changed? A backup has it.");
    }
}
