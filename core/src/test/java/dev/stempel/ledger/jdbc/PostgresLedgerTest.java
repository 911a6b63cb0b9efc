package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stempel.Programme;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.contract.LedgerContract;
import dev.stempel.problem.StempelException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresLedgerTest extends LedgerContract {

    private final String schema = Postgres.freshSchema();
    private final List<HikariDataSource> pools = new ArrayList<>();

    @Override
    protected Ledger create() {
        return open();
    }

    @Override
    protected Ledger reopen(Ledger ledger) {
        return open();
    }

    private Ledger open() {
        var pool = Postgres.pool(schema, 6);
        pools.add(pool);
        return JdbcLedger.of(pool);
    }

    @Test
    void askingForALedgerMakesNone() {
        var database = new PGSimpleDataSource();
        database.setUrl(Postgres.url(schema));
        assertThat(JdbcLedger.exists(database)).isFalse();
        assertThat(JdbcLedger.exists(database)).isFalse();
        create();
        assertThat(JdbcLedger.exists(database)).isTrue();
    }

    @Test
    void aSchemaThatIsNotThereIsToldInOneLine() {
        var database = new PGSimpleDataSource();
        database.setUrl(Postgres.url("none"));
        assertThatThrownBy(() -> JdbcLedger.of(database, "ledger of shop 7"))
                .hasMessage(
                        "ledger of shop 7: The database failed: ERROR: no schema has been selected to create in; Position: 28. "
                                + "Maybe the name of the schema is wrong, or it is to be made first?");
    }

    @Test
    void aServerThatIsNotThereIsToldWithTheCause() {
        var database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://nowhere.invalid/shop");
        assertThatThrownBy(() -> JdbcLedger.of(database))
                .hasMessageContaining("; java.net.UnknownHostException: nowhere.invalid. Maybe the address is wrong");
    }

    @Test
    void connectionsThatWereLostAreMadeAgain() throws SQLException {
        var shop = Programme.of(Points.RULES, Points.POLICIES, create());
        shop.process(Points.spend("p-1"));
        try (var connection = DriverManager.getConnection(Postgres.url(schema));
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE pid <> pg_backend_pid() AND application_name = '" + schema + "'");
        }
        assertThat(shop.process(Points.spend("p-2")).points()).isEqualTo(10);
        assertThat(shop.ledger().operations()).hasSize(2);
    }

    @Test
    void aConnectionThatIsLostWhileItCommitsIsMadeAgainAndTheEventCountsOnce() throws SQLException {
        var shop = Programme.of(Points.RULES, Points.POLICIES, create());
        try (var connection = DriverManager.getConnection(Postgres.url(schema));
                var statement = connection.createStatement()) {
            statement.execute("CREATE SEQUENCE commits");
            statement.execute("CREATE FUNCTION lose_the_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                    + " IF nextval('commits') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;"
                    + " RETURN NULL; END $$");
            statement.execute("CREATE CONSTRAINT TRIGGER lost AFTER INSERT ON operation"
                    + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lose_the_first()");
            assertThat(shop.process(Points.spend("p-1")).points()).isEqualTo(10);
            try (var commits = statement.executeQuery("SELECT last_value FROM commits")) {
                assertThat(commits.next()).isTrue();
                assertThat(commits.getLong(1)).isEqualTo(2);
            }
        }
        assertThat(shop.ledger().operations()).hasSize(1);
    }

    /** A deadlock, a failed serialization, a lock that was not to be had, a transaction that was cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03", "25P03", "25P04"})
    void whatPassesIsTriedAgain(String state) throws SQLException {
        var shop = Programme.of(Points.RULES, Points.POLICIES, create());
        try (var connection = DriverManager.getConnection(Postgres.url(schema));
                var statement = connection.createStatement()) {
            statement.execute("CREATE SEQUENCE attempts");
            statement.execute("CREATE FUNCTION fail_twice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                    + " IF nextval('attempts') < 3 THEN RAISE 'not now' USING ERRCODE = '" + state + "'; END IF;"
                    + " RETURN NEW; END $$");
            statement.execute(
                    "CREATE TRIGGER failing BEFORE INSERT ON entry" + " FOR EACH ROW EXECUTE FUNCTION fail_twice()");
            assertThat(shop.process(Points.spend("p-1")).points()).isEqualTo(10);
        }
        assertThat(shop.ledger().operations()).hasSize(1);
        assertThat(shop.account("anna").points()).isEqualTo(10);
    }

    @Test
    void aServerThatDoesNotWaitForItsDiskIsRefused() {
        var hasty = new PGSimpleDataSource();
        hasty.setUrl(Postgres.url(schema) + "&options=-c%20synchronous_commit=off");
        assertThatThrownBy(() -> JdbcLedger.of(hasty))
                .isInstanceOf(StempelException.class)
                .hasMessageContaining("synchronous_commit is off")
                .hasMessageContaining("Maybe ");
    }

    /** Tills at the same customer would fail to be serialized, now and then more often than it is tried. */
    @ParameterizedTest
    @ValueSource(strings = {"TRANSACTION_REPEATABLE_READ", "TRANSACTION_SERIALIZABLE"})
    void connectionsThatAreSetApartFurtherThanNeededAreNotWhenTheLedgerHasThem(String level) throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(Postgres.url(schema));
        config.setTransactionIsolation(level);
        config.setAutoCommit(false);
        var pool = new HikariDataSource(config);
        pools.add(pool);
        var shop = Programme.of(Points.RULES, Points.POLICIES, JdbcLedger.of(pool));
        try (var connection = DriverManager.getConnection(Postgres.url(schema));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE seen (level text)");
            statement.execute("CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                    + " INSERT INTO seen VALUES (current_setting('transaction_isolation')); RETURN NEW; END $$");
            statement.execute("CREATE TRIGGER looking BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION look()");
            shop.process(Points.spend("p-1"));
            try (var levels = statement.executeQuery("SELECT DISTINCT level FROM seen")) {
                assertThat(levels.next()).isTrue();
                assertThat(levels.getString(1)).isEqualTo("read committed");
                assertThat(levels.next()).isFalse();
            }
        }
        try (var connection = pool.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isNotEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    @Test
    void entriesAreNeverChanged() throws SQLException {
        Programme.of(Points.RULES, Points.POLICIES, create()).process(Points.spend("p-1"));
        try (var connection = DriverManager.getConnection(Postgres.url(schema));
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE entry SET amount = 1000"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.execute("DELETE FROM entry")).hasMessageContaining("never changed");
        }
    }

    @AfterEach
    void close() {
        pools.forEach(HikariDataSource::close);
    }
}
