package dev.stempel.ledger.jdbc;

import static dev.stempel.ledger.jdbc.SchemaTest.database;
import static dev.stempel.ledger.jdbc.SchemaTest.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.books.Audit;
import dev.stempel.event.Purchase;
import dev.stempel.scenario.LivelyShop;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Connections to a server are few, are cut, or fall silent: what is acknowledged counts once, and tills go on. */
class ConnectionsTest {

    private final String schema = Postgres.freshSchema();
    private final String url = Postgres.url(schema);

    @Test
    void oneConnectionIsEnoughForManyTillsOfTwoProgrammes() {
        try (var pool = Postgres.pool(schema, 1)) {
            var shops = List.of(lively(pool), lively(pool));
            var tills = IntStream.range(0, 4)
                    .mapToObj(till -> CompletableFuture.runAsync(() -> sell(shops.get(till % 2), till)))
                    .toList();
            tills.forEach(CompletableFuture::join);
            shops.get(0).erase("c-1-3");
            assertThat(shops.get(1).ledger().customers()).hasSize(20).doesNotContain("c-1-3");
            assertThat(Audit.of(shops.get(1).ledger(), LivelyShop.POLICIES.currency())
                            .problems())
                    .isEmpty();
        }
    }

    private static void sell(Programme shop, int till) {
        shop.process(fiveSales(till));
        for (var sale : fiveSales(till)) {
            assertThat(shop.process(sale).points()).isPositive();
        }
    }

    /** Of five customers whom nobody knows yet. */
    private static List<Purchase> fiveSales(int number) {
        return IntStream.range(0, 5)
                .mapToObj(i -> Points.spend("p-" + number + "-" + i, "c-" + number + "-" + i))
                .toList();
    }

    @Test
    void whereverAConnectionIsCutEachEventCountsOnceAndThePoolHasItsConnectionBack() {
        try (var pool = Postgres.pool(schema, 2)) {
            var statements = new AtomicInteger();
            var toBeCut = new AtomicInteger();
            var counted = CountedStatements.of(pool, () -> {
                if (statements.incrementAndGet() == toBeCut.get()) {
                    cut();
                }
            });
            var shop = Programme.of(Points.RULES, Points.POLICIES, JdbcLedger.of(counted.database()));
            do {
                statements.set(0);
                shop.process(fiveSales(toBeCut.incrementAndGet()));
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            } while (statements.get() >= toBeCut.get());
            assertThat(toBeCut).hasValueGreaterThan(5);
            assertThat(shop.ledger().operations()).hasSize(5 * toBeCut.get());
            assertThat(Audit.of(shop.ledger(), Points.POLICIES.currency()).problems())
                    .isEmpty();
        }
    }

    private void cut() {
        try {
            execute(
                    Postgres.url(schema, "cutter"),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + schema + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A till that lost its power says nothing more, and a server that was not told waits for it for hours. */
    @Test
    void whoeverFallsSilentHoldsNobodyUpWhereTheServerEndsThat() throws SQLException {
        var shop = Programme.of(Points.RULES, Points.POLICIES, JdbcLedger.of(database(url)));
        try (var silent = DriverManager.getConnection(option("idle_in_transaction_session_timeout", "100"));
                var statement = silent.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE operation IN EXCLUSIVE MODE");
            assertThat(shop.process(Points.spend("p-1")).points()).isEqualTo(10);
        }
    }

    @Test
    void whoeverWaitsForALockIsToldWhereTheServerEndsThat() throws SQLException {
        var shop = Programme.of(Points.RULES, Points.POLICIES, JdbcLedger.of(database(option("lock_timeout", "10"))));
        try (var silent = DriverManager.getConnection(url);
                var statement = silent.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE operation IN EXCLUSIVE MODE");
            assertThatThrownBy(() -> shop.process(Points.spend("p-1")))
                    .hasMessageContaining("canceling statement due to lock timeout")
                    .hasMessageEndingWith("Maybe somebody keeps a table locked, or a timeout is too short?"
                            + " The same events may be sent again.");
            statement.execute("ROLLBACK");
        }
        assertThat(shop.process(Points.spend("p-1")).points()).isEqualTo(10);
    }

    private String option(String name, String value) {
        return url + "&options=-c%20" + name + "%3D" + value;
    }

    private static Programme lively(DataSource database) {
        return Programme.of(LivelyShop.RULES, LivelyShop.POLICIES, JdbcLedger.of(database));
    }
}
