package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Purchase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What the databases are asked for: what an event costs is counted here, and timed by nobody. */
class StatementsTest {

    private static final int MANY = 500;

    @TempDir
    private Path folder;

    @Test
    void anEventTakesSixStatementsOnSqlite() {
        var counted = CountedStatements.of(sqlite());
        try (var ledger = JdbcLedger.of(counted.database())) {
            assertThat(ofOneEvent(shop(ledger), counted)).isEqualTo(6);
        }
    }

    @Test
    void anEventTakesOneRoundTripToPostgresql() {
        try (var pool = Postgres.pool(Postgres.freshSchema(), 2)) {
            var counted = CountedStatements.of(pool);
            assertThat(ofOneEvent(shop(JdbcLedger.of(counted.database())), counted))
                    .isEqualTo(1);
        }
    }

    /** Who has read would have to begin again, and again, once somebody else has written. */
    @Test
    void whoeverWritesToAFileWheneverThatIsPossibleMakesNobodyBeginAgain() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
                var statement = other.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("CREATE TABLE note (text TEXT)");
            var counted = CountedStatements.of(sqlite(), () -> writeIfPossible(statement));
            try (var ledger = JdbcLedger.of(counted.database())) {
                assertThat(ofOneEvent(shop(ledger), counted)).isEqualTo(6);
                assertThat(ledger.operations()).hasSize(2);
            }
            try (var notes = statement.executeQuery("SELECT COUNT(*) FROM note")) {
                assertThat(notes.getInt(1)).isPositive();
            }
        }
    }

    private static void writeIfPossible(Statement statement) {
        try {
            statement.execute("INSERT INTO note VALUES ('meanwhile')");
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("SQLITE_BUSY");
        }
    }

    @Test
    void manyEventsInACallTakeHardlyMoreThanOne() {
        try (var pool = Postgres.pool(Postgres.freshSchema(), 4)) {
            for (var database : List.of(sqlite(), pool)) {
                var counted = CountedStatements.of(database);
                try (var ledger = JdbcLedger.of(counted.database())) {
                    var shop = shop(ledger);
                    shop.process(day(1));
                    var before = counted.count();
                    shop.process(day(2));
                    assertThat(counted.count() - before).isLessThanOrEqualTo(8);
                }
            }
        }
    }

    /** Neither for the next event, nor for whoever asks for the account and has nothing in memory. */
    @Test
    void aCustomerOfManyYearsIsAskedForNoMoreOftenAndReadFromTheLastSnapshot() {
        var file = sqlite();
        try (var ledger = JdbcLedger.of(file)) {
            shop(ledger)
                    .process(IntStream.range(0, 40 * MANY)
                            .mapToObj(i -> Points.spend("old-" + i))
                            .toList());
        }
        var counted = CountedStatements.of(file);
        try (var ledger = JdbcLedger.of(counted.database())) {
            assertThat(ofOneEvent(shop(ledger), counted)).isEqualTo(6);
        }
        try (var ledger = JdbcLedger.of(counted.database())) {
            var before = counted.rows();
            assertThat(ledger.account("anna").orElseThrow().version()).isEqualTo(40L * MANY + 2);
            assertThat(counted.rows() - before).isLessThanOrEqualTo(Derived.BETWEEN_SNAPSHOTS + 2);
        }
    }

    /** An hour late it is after the history of years, and a day late: what happened since is read, and little more. */
    @Test
    void whatIsToldLateTakesWhatHappenedSinceAndNotTheHistory() {
        var counted = CountedStatements.of(sqlite());
        try (var ledger = JdbcLedger.of(counted.database())) {
            var shop = shop(ledger);
            int hours = 10 * MANY;
            shop.process(
                    IntStream.range(0, hours).mapToObj(i -> inHour(i, "p-" + i)).toList());
            for (int late : List.of(1, 24, 100)) {
                int before = counted.rows();
                shop.process(inHour(hours - late, "late-" + late));
                shop.process(List.of(inHour(hours - late, "a-" + late), inHour(hours - late, "b-" + late)));
                assertThat(counted.rows() - before).isLessThan(20 * (late + Derived.BETWEEN_SNAPSHOTS));
            }
        }
    }

    private static Purchase inHour(int hour, String id) {
        return Purchase.of(id, "anna", Instant.parse("2020-01-01T12:00:00Z").plus(Duration.ofHours(hour)))
                .line("something", "things", 1, "10");
    }

    @Test
    void aConnectionKeepsFewStatementsHoweverManyEventsAreAskedForAtOnce() {
        var counted = CountedStatements.of(sqlite());
        try (var ledger = JdbcLedger.of(counted.database())) {
            for (int many = 1; many <= MANY; many++) {
                ledger.operations(
                        IntStream.range(0, many).mapToObj(i -> "p-" + i).toList());
            }
            assertThat(counted.open()).isBetween(1, 120);
        }
        assertThat(counted.open()).isZero();
    }

    @Test
    void whatIsDueIsReadAndNothingElse() {
        var counted = CountedStatements.of(sqlite());
        try (var ledger = JdbcLedger.of(counted.database())) {
            shop(ledger).process(day(1));
            var calling = Programme.of(SchemaTest.CALLS, Points.POLICIES, ledger);
            calling.process(SchemaTest.staysAway("c-7", 2));
            calling.process(SchemaTest.staysAway("c-8", 2));
            calling.process(SchemaTest.contacted("c-8", 3));
            int before = counted.rows();
            assertThat(calling.dueActions()).hasSize(1);
            assertThat(counted.rows() - before).isLessThan(10);
        }
    }

    /** The first event of a customer also makes the customer's key. */
    private static int ofOneEvent(Programme shop, CountedStatements counted) {
        shop.process(Points.spend("p-1"));
        var before = counted.count();
        shop.process(purchase("p-2", "anna", 2));
        return counted.count() - before;
    }

    private static List<Purchase> day(int day) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> purchase("p-" + day + "-" + i, "c-" + i, day))
                .toList();
    }

    private static Purchase purchase(String id, String customer, int day) {
        return Purchase.of(
                        id,
                        customer,
                        Instant.parse("2026-03-0" + day + "T12:00:00Z").plusSeconds(day))
                .line("something", "things", 1, "10");
    }

    private static Programme shop(JdbcLedger ledger) {
        return Programme.of(Points.RULES, Points.POLICIES, ledger);
    }

    private DataSource sqlite() {
        var database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        return database;
    }
}
