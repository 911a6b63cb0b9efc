package dev.stempel.ledger.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of several tables that are written together, because nothing in between has to be known of them. */
final class Script {

    private final Map<Insert, List<@Nullable Object[]>> rows = new EnumMap<>(Insert.class);

    void add(Insert table, @Nullable Object... row) {
        rows.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Writes the rows of each table in turn. */
    void oneByOne(Session session) throws SQLException {
        for (var table : rows.entrySet()) {
            session.updateAll(table.getKey().oneByOne(), table.getValue());
        }
    }

    /** Writes everything in one round trip, and does in the same one what is to be done afterwards. */
    void atOnce(Session session, String... afterwards) throws SQLException {
        var statements = new ArrayList<String>();
        var columns = new ArrayList<Object>();
        for (var table : rows.entrySet()) {
            statements.add(table.getKey().atOnce());
            var types = table.getKey().types();
            for (int column = 0; column < types.size(); column++) {
                columns.add(session.array(types.get(column), values(table.getValue(), column)));
            }
        }
        statements.addAll(List.of(afterwards));
        session.runTogether(String.join("; ", statements), columns.toArray());
    }

    private static List<@Nullable Object> values(List<@Nullable Object[]> rows, int column) {
        var values = new ArrayList<@Nullable Object>(rows.size());
        rows.forEach(row -> values.add(row[column]));
        return values;
    }
}
