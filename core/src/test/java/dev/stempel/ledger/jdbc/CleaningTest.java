package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.books.Audit;
import dev.stempel.problem.StempelException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Who erases a customer while somebody reads what was there is told so, and ends it later. */
class CleaningTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String READ = "SELECT * FROM operation";
    private static final String CUSTOMER = "anna";
    private static final String NOT_SET_UP = "A server has to be set up for it.";

    @TempDir
    private Path folder;

    @Test
    void whoeverHasAFileOpenIsTold() throws Exception {
        var url = "jdbc:sqlite:" + folder.resolve("shop.db");
        isToldAndEnded(url, () -> reader(url, "BEGIN", READ), "whoever has the file open");
    }

    @Test
    void whoeverReadsOnAServerIsTold() throws Exception {
        var schema = Postgres.freshSchema();
        var url = Postgres.url(schema);
        isToldAndEnded(url, () -> reader(url, "BEGIN ISOLATION LEVEL REPEATABLE READ", READ), process(schema));
    }

    /** Somebody who is just connecting may be told instead. */
    @Test
    void whoeverLocksATableOfAServerStopsNoTill() throws Exception {
        var url = Postgres.url(Postgres.freshSchema());
        isToldAndEnded(
                url,
                () -> reader(url, "BEGIN", "LOCK TABLE operation IN ACCESS SHARE MODE"),
                "(whoever keeps a table locked|process \\d+.*)");
    }

    /** It has no process any more, and outlives the server. */
    @Test
    @DisabledIfSystemProperty(named = "stempel.postgres", matches = ".+", disabledReason = NOT_SET_UP)
    void aPreparedTransactionIsTold() throws Exception {
        var schema = Postgres.freshSchema();
        var url = Postgres.url(schema);
        isToldAndEnded(url, () -> prepared(url, schema), among("the prepared transaction " + schema));
    }

    @Test
    @DisabledIfSystemProperty(named = "stempel.postgres", matches = ".+", disabledReason = NOT_SET_UP)
    void whoeverReadsOnAStandbyIsTold() throws Exception {
        var schema = Postgres.freshSchema();
        var url = Postgres.url(schema);
        isToldAndEnded(url, () -> Standby.reading(url, schema)::close, process(schema));
    }

    /** What was read last is kept in the slot, even when the standby is gone. */
    @Test
    @DisabledIfSystemProperty(named = "stempel.postgres", matches = ".+", disabledReason = NOT_SET_UP)
    void whoeverReadsOnAStandbyWithASlotIsTold() throws Exception {
        var schema = Postgres.freshSchema();
        var url = Postgres.url(schema);
        isToldAndEnded(
                url, () -> Standby.readingFromASlot(url, schema)::close, among("the replication slot " + schema));
    }

    @Test
    void tablesOfSomebodyElseAreTold() throws SQLException {
        var schema = Postgres.freshSchema();
        try (var pool = Postgres.pool(schema, 2);
                var connection = DriverManager.getConnection(Postgres.url(schema))) {
            var owners = JdbcLedger.of(pool);
            var role = "till_" + schema;
            execute(connection, "CREATE ROLE " + role);
            execute(connection, "GRANT ALL ON SCHEMA " + schema + " TO " + role);
            execute(
                    connection,
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO " + role);
            var url = Postgres.url(schema) + "&options=-c%20role%3D" + role;
            var ledger = new JdbcLedger(new Sessions("the shop", () -> DriverManager.getConnection(url)));
            var shop = Programme.of(Points.RULES, Points.POLICIES, ledger);
            shop.process(Points.spend("p-1", CUSTOMER));
            assertThatThrownBy(() -> shop.erase(CUSTOMER))
                    .hasMessageContaining("still holds what was there. The database failed: ")
                    .hasMessageContaining("permission denied")
                    .hasMessageContaining("\"operation\"");
            assertThat(owners.finishErasing()).isTrue();
            assertThat(Audit.of(ledger, Points.POLICIES.currency()).problems()).isEmpty();
            execute(connection, "DROP OWNED BY " + role);
            execute(connection, "DROP ROLE " + role);
        }
    }

    /** Keeps what is there now from being overwritten until it is closed. */
    private interface Reader {
        Ending begin() throws SQLException, InterruptedException;
    }

    private interface Ending extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static Ending reader(String url, String begin, String read) throws SQLException {
        var connection = DriverManager.getConnection(url);
        execute(connection, begin);
        execute(connection, read);
        return connection::close;
    }

    private static Ending prepared(String url, String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            execute(connection, "BEGIN");
            execute(connection, "PREPARE TRANSACTION '" + name + "'");
        }
        return () -> reader(url, "ROLLBACK PREPARED '" + name + "'", READ).close();
    }

    private static String process(String application) {
        return among("process \\d+ \\(" + application + "\\)");
    }

    private static String among(String who) {
        return "(.*, )?" + who + "(, .*)?";
    }

    private static void isToldAndEnded(String url, Reader reader, String who) throws Exception {
        try (var ledger = new JdbcLedger(new Sessions("the shop", () -> DriverManager.getConnection(url), SHORT))) {
            var shop = Programme.of(Points.RULES, Points.POLICIES, ledger);
            shop.process(Points.spend("p-1", CUSTOMER));
            var reads = reader.begin();
            try {
                assertThatThrownBy(() -> shop.erase(CUSTOMER))
                        .isExactlyInstanceOf(StempelException.class)
                        .hasMessageMatching(
                                "the shop: Whoever was erased is forgotten, but the free room of its files still"
                                        + " holds what was there\\. It may still be read by " + who + "\\."
                                        + " Maybe erase the same customer again once nobody reads\\? That ends it\\.");
                assertThat(ledger.account(CUSTOMER)).isEmpty();
                assertThat(Audit.of(ledger, Points.POLICIES.currency()).problems())
                        .singleElement()
                        .asString()
                        .startsWith("the shop: Whoever was erased is forgotten, but ");
                assertThat(shop.process(Points.spend("p-2", "ben")).points()).isEqualTo(10);
            } finally {
                reads.close();
            }
        }
        isEnded(url);
    }

    private static void isEnded(String url) {
        try (var ledger = new JdbcLedger(new Sessions("the shop", () -> DriverManager.getConnection(url)))) {
            var shop = Programme.of(Points.RULES, Points.POLICIES, ledger);
            shop.erase(CUSTOMER);
            assertThat(Audit.of(ledger, Points.POLICIES.currency()).problems()).isEmpty();
            assertThatThrownBy(() -> shop.erase(CUSTOMER)).hasMessageContaining("nobody of that name");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
