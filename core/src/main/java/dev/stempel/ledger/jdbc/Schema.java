package dev.stempel.ledger.jdbc;

import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The tables. Each file is run once, in the order of its number; a file that was released is never changed. Blank lines
 * divide its statements.
 */
final class Schema {

    private static final List<String> FILES = List.of(
            "001_ledger.sql",
            "002_due_action.sql",
            "003_rewritten.sql",
            "004_entry_by_operation.sql",
            "005_basis.sql",
            "006_uncleaned.sql",
            "007_erasure.sql");

    private Schema() {}

    /** Makes the tables, or changes them. Nothing is written where they are as they should be: some may only read. */
    static void migrate(Sessions sessions) {
        var ledger = sessions.ledger();
        int version = sessions.read(session -> exists(session) ? version(session, ledger) : 0);
        if (version == FILES.size()) {
            return;
        }
        try {
            sessions.write(session -> migrate(session, ledger));
        } catch (StempelException e) {
            throw version == 0 ? e : new StempelException(unchanged(ledger, version, e), e);
        }
    }

    private static Problem unchanged(String ledger, int version, StempelException why) {
        return Problem.in(
                ledger,
                "Its tables are version " + version + ", and are to be changed to version " + FILES.size() + ". "
                        + why.problems().get(0).message(),
                "Maybe open it once as the user that made it?");
    }

    /** True when a database has our tables. Asking changes nothing in it. */
    static boolean exists(String ledger, Sessions.Source source) {
        try (var connection = source.connect();
                var session = new Session(connection, Dialect.of(connection))) {
            return exists(session);
        } catch (SQLException e) {
            throw Failure.of(ledger, e);
        }
    }

    private static boolean exists(Session session) throws SQLException {
        return session.one(session.dialect().migrated(), row -> row.getString(1))
                .isPresent();
    }

    private static int version(Session session, String ledger) throws SQLException {
        int version = session.query("SELECT COALESCE(MAX(number), 0) FROM migration", row -> row.getInt(1))
                .get(0);
        if (version > FILES.size()) {
            throw new StempelException(List.of(Problem.in(
                    ledger,
                    "Its tables are version " + version + "; this library knows version " + FILES.size() + ".",
                    "Maybe a newer library opened it before, and this one is to be updated?")));
        }
        return version;
    }

    private static boolean migrate(Session session, String ledger) throws SQLException {
        if (session.dialect() == Dialect.POSTGRESQL) {
            // Many tills may start at once; the number is any that nobody else uses.
            session.execute("SELECT pg_advisory_xact_lock(7783670)");
        }
        session.execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY)");
        for (int number = version(session, ledger) + 1; number <= FILES.size(); number++) {
            for (var statement : statements(session.dialect(), FILES.get(number - 1))) {
                session.execute(statement);
            }
            session.update("INSERT INTO migration (number) VALUES (?)", number);
        }
        return true;
    }

    private static List<String> statements(Dialect dialect, String file) {
        var name = dialect.name().toLowerCase(Locale.ROOT) + "/" + file;
        try (var text = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
            return List.of(new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\\R\\s*\\R"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
