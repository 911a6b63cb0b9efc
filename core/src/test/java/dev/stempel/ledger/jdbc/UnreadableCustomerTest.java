package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Purchase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What nobody can read any more of one customer is told in the events of that customer, and keeps nobody else's back. */
class UnreadableCustomerTest {

    private static final int CUSTOMERS = 3;
    private static final int MORE_THAN_ONE_TRANSACTION = 1_200;

    @TempDir
    private Path folder;

    @Test
    void onSqliteTheEventsOfTheOthersArePosted() throws SQLException {
        var database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        theEventsOfTheOthersArePosted(database);
    }

    @Test
    void onPostgresqlTheEventsOfTheOthersArePosted() throws SQLException {
        try (var pool = Postgres.pool(Postgres.freshSchema(), 4)) {
            theEventsOfTheOthersArePosted(pool);
        }
    }

    private static void theEventsOfTheOthersArePosted(DataSource database) throws SQLException {
        try (var ledger = JdbcLedger.of(database)) {
            shop(ledger).process(purchases(0, CUSTOMERS));
        }
        damage(database);
        try (var ledger = JdbcLedger.of(database)) {
            var events = purchases(CUSTOMERS, MORE_THAN_ONE_TRANSACTION);
            var processed = shop(ledger).process(events);
            assertThat(processed).extracting(one -> one.event()).isEqualTo(events);
            for (var one : processed) {
                if (one.event().customer().equals("c-1")) {
                    assertThat(one.posted()).isFalse();
                    assertThat(one.problems()).singleElement().asString().contains("decision: It cannot be read.");
                } else {
                    assertThat(one.posted()).isTrue();
                }
            }
            assertThat(ledger.account("c-2").orElseThrow().points())
                    .isEqualTo(10L * MORE_THAN_ONE_TRANSACTION / CUSTOMERS);
        }
    }

    private static void damage(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE operation SET decision = 'x' WHERE event = 'p-1'");
        }
    }

    private static List<Purchase> purchases(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Purchase.of(
                                "p-" + i,
                                "c-" + i % CUSTOMERS,
                                Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofMinutes(i)))
                        .line("something", "things", 1, "10"))
                .toList();
    }

    private static Programme shop(JdbcLedger ledger) {
        return Programme.of(Points.RULES, Points.POLICIES, ledger);
    }
}
