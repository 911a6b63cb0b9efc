package dev.stempel.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.contract.Meanwhile;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.scenario.LivelyShop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody is erased while an event of somebody else is being processed that names the person: it keeps no name either. */
class ErasureAtOnceTest {

    private static Stream<Meanwhile> whatIsPosted() {
        return Stream.of(Meanwhile.aSnapshot(), Meanwhile.aReward(), Meanwhile.aReason(), Meanwhile.aReferral());
    }

    @ParameterizedTest
    @MethodSource("whatIsPosted")
    void whatIsBeingWrittenIsWaitedFor(Meanwhile meanwhile) throws Exception {
        var schema = Postgres.freshSchema();
        var others = Executors.newFixedThreadPool(2);
        try (var pool = Postgres.pool(schema, 4);
                var connection = DriverManager.getConnection(Postgres.url(schema))) {
            var ledger = JdbcLedger.of(pool);
            var shop = Meanwhile.shop(ledger);
            meanwhile.before().forEach(shop::process);
            holdTheEvent(connection);
            var posting = others.submit(() -> shop.process(meanwhile.event()));
            awaitWaiting(connection, 1);
            var erasing = others.submit(() -> shop.erase(Meanwhile.PERSON));
            awaitWaiting(connection, 2);
            execute(connection, "SELECT pg_advisory_unlock(hashtext(current_schema()))");
            posting.get();
            erasing.get();
            Traces.areNoneIn(ledger);
            Traces.areNoneIn(connection, schema);
            isSound(ledger);
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void whoeverStillSeesWhatWasThereIsWaitedFor() throws Exception {
        var schema = Postgres.freshSchema();
        var others = Executors.newFixedThreadPool(1);
        try (var pool = Postgres.pool(schema, 4);
                var connection = DriverManager.getConnection(Postgres.url(schema));
                var reader = DriverManager.getConnection(Postgres.url(schema))) {
            var ledger = JdbcLedger.of(pool);
            var shop = Meanwhile.shop(ledger);
            Meanwhile.aReferral().before().forEach(shop::process);
            execute(reader, "BEGIN ISOLATION LEVEL REPEATABLE READ");
            execute(reader, "SELECT 1");
            var erasing = others.submit(() -> shop.erase(Meanwhile.PERSON));
            await(
                    connection,
                    "SELECT 1 FROM pg_stat_activity WHERE application_name = current_schema()"
                            + " AND pid <> pg_backend_pid() AND query LIKE '%backend_xmin%'");
            assertThat(erasing).isNotDone();
            execute(reader, "COMMIT");
            erasing.get();
            Traces.areNoneIn(connection, schema);
            isSound(ledger);
        } finally {
            others.shutdownNow();
        }
    }

    /** The event's transaction goes no further than its operation, until this connection lets it. */
    private static void holdTheEvent(Connection connection) throws SQLException {
        execute(
                connection,
                "CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext(current_schema())); RETURN NULL; END $$");
        execute(
                connection,
                "CREATE TRIGGER held AFTER INSERT ON operation FOR EACH ROW WHEN (NEW.event = 'held')"
                        + " EXECUTE FUNCTION hold()");
        execute(connection, "SELECT pg_advisory_lock(hashtext(current_schema()))");
    }

    private static void awaitWaiting(Connection connection, int connections) throws SQLException {
        await(
                connection,
                "SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE NOT l.granted"
                        + " AND a.application_name = current_schema() HAVING COUNT(DISTINCT l.pid) >= " + connections);
    }

    /** Waits until the server finds something. */
    private static void await(Connection connection, String query) throws SQLException {
        var until = Instant.now().plusSeconds(60);
        try (var statement = connection.createStatement()) {
            for (boolean isFound = false; !isFound; ) {
                assertThat(Instant.now()).as(query).isBefore(until);
                try (var found = statement.executeQuery(query)) {
                    isFound = found.next();
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void isSound(Ledger ledger) {
        assertThat(Audit.of(ledger, LivelyShop.POLICIES.currency()).problems()).isEmpty();
    }
}
