package dev.stempel.ledger.jdbc;

import dev.stempel.problem.Problem;
import dev.stempel.problem.Unreadable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection with the statements it has prepared. Used by one thread at a time. */
final class Session implements AutoCloseable {

    private static final Script NOTHING = new Script();

    /** Statements for one, two or a hundred events are different ones: those not needed longest are given up. */
    private static final int MOST_PREPARED = 100;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);
    private Script later = NOTHING;

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Makes something of one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return connection;
    }

    void begin() throws SQLException {
        dialect.begin(this);
    }

    /** Writes these rows when somebody asks the database for something, and otherwise with the commit. */
    void later(Script rows) {
        later = rows;
    }

    void commit() throws SQLException {
        var rows = later;
        later = NOTHING;
        dialect.commit(this, rows);
    }

    void rollback() throws SQLException {
        later = NOTHING;
        dialect.rollback(this);
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads all rows; those that nobody can read are told together. */
    <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        var rows = new ArrayList<T>();
        var unreadable = new ArrayList<Problem>();
        try (var found = bound(sql, parameters).executeQuery()) {
            while (found.next()) {
                try {
                    rows.add(row.read(found));
                } catch (Unreadable e) {
                    unreadable.addAll(e.problems());
                }
            }
        }
        if (!unreadable.isEmpty()) {
            throw new Unreadable(unreadable);
        }
        return rows;
    }

    <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        return query(sql, row, parameters).stream().findFirst();
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /** Runs a statement once for each row of parameters, in one go where the driver can; returns what each changed. */
    int[] updateAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.size() == 1) {
            return new int[] {update(sql, rows.get(0))};
        }
        var statement = prepare(sql);
        for (var row : rows) {
            bind(statement, row);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    /** Runs several statements of one text, parted by semicolons, in one round trip. */
    void runTogether(String sql, @Nullable Object... parameters) throws SQLException {
        bound(sql, parameters).execute();
    }

    /** Values of one type, as one parameter. */
    Array array(String type, List<@Nullable Object> values) throws SQLException {
        return connection.createArrayOf(
                type,
                switch (type) {
                    case "bigint" -> values.toArray(new Long[0]);
                    case "text" -> values.toArray(new String[0]);
                    default -> values.toArray();
                });
    }

    /** So many question marks for so many rows, as in {@code (?, ?), (?, ?)}. */
    static String marks(int rows, String row) {
        return String.join(", ", Collections.nCopies(rows, row));
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
        var statement = prepare(sql);
        bind(statement, parameters);
        return statement;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        if (!later.isEmpty()) {
            var rows = later;
            later = NOTHING;
            dialect.write(this, rows);
        }
        var known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
            giveUpEldest();
        }
        return known;
    }

    private void giveUpEldest() throws SQLException {
        if (prepared.size() > MOST_PREPARED) {
            var eldest = prepared.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
