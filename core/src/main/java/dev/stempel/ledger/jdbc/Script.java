package dev.stempel.ledger.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements that do not wait for each other's results, so that they can go to the server together. */
final class Script {

    /** As many rows go in one text; more of them go faster as a batch of each statement. */
    private static final int MOST_IN_ONE_TEXT = 40;

    private final Map<String, List<@Nullable Object[]>> statements = new LinkedHashMap<>();

    /** Adds one run of a statement; all runs of a statement take place where its first does. */
    void add(String sql, @Nullable Object... parameters) {
        statements.computeIfAbsent(sql, key -> new ArrayList<>()).add(parameters);
    }

    /** Runs everything; true when each run of this statement changed one row. */
    boolean run(Session session, String each) throws SQLException {
        int rows = statements.values().stream().mapToInt(List::size).sum();
        boolean few = session.dialect() == Dialect.POSTGRESQL && rows <= MOST_IN_ONE_TEXT;
        return few ? together(session, each) : inTurn(session, each);
    }

    private boolean inTurn(Session session, String each) throws SQLException {
        for (var statement : statements.entrySet()) {
            var changed = session.updateAll(statement.getKey(), statement.getValue());
            if (statement.getKey().equals(each) && Arrays.stream(changed).anyMatch(count -> count != 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean together(Session session, String each) throws SQLException {
        var texts = new ArrayList<String>();
        var parameters = new ArrayList<@Nullable Object>();
        statements.forEach((sql, rows) -> rows.forEach(row -> {
            texts.add(sql);
            parameters.addAll(Arrays.asList(row));
        }));
        var changed = session.updateTogether(String.join("; ", texts), parameters.toArray());
        for (int i = 0; i < changed.size(); i++) {
            if (texts.get(i).equals(each) && changed.get(i) != 1) {
                return false;
            }
        }
        return true;
    }
}
