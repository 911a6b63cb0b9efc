package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.DueAction;
import dev.stempel.event.Activity;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.Entry;
import dev.stempel.problem.StempelException;
import dev.stempel.scenario.Shop;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** A ledger of an earlier version of the library is brought up to this one when it is opened, and loses nothing. */
class SchemaTest {

    static final RuleBook CALLS = Shop.book(Shop.CALLS);

    private static final RuleBook CREDIT = Shop.book("""
            rule "Five euros back" @offer("back")
            when
                Purchase( )
            then
                rewards.give( credit("5.00") );
            end
            """);

    private static final String[] BACK_TO_THE_FIRST = {
        "DROP TABLE basis",
        "DROP TABLE due_action",
        "DROP TABLE erasure",
        "CREATE TABLE entry_by_customer AS SELECT o.customer, o.number, e.line, e.offer, e.from_account, e.to_account,"
                + " e.unit, e.amount FROM entry e JOIN operation o ON o.seq = e.operation",
        "DROP TABLE entry",
        "ALTER TABLE entry_by_customer RENAME TO entry",
        "DROP TABLE uncleaned",
        "DELETE FROM migration WHERE number >= 2"
    };

    @TempDir
    private Path folder;

    static Activity staysAway(String customer, int day) {
        return activity("stays away", customer, day);
    }

    static Activity contacted(String customer, int day) {
        return activity("contacted", customer, day);
    }

    private static Activity activity(String kind, String customer, int day) {
        var at = Instant.parse("2026-03-0" + day + "T12:00:00Z");
        return new Activity(kind + " " + customer, customer, at, kind, Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDueIsFoundInALedgerThatDidNotListIt(Dialect dialect) throws SQLException {
        var url = url(dialect);
        try (var first = JdbcLedger.of(database(url))) {
            var shop = shop(first);
            shop.process(staysAway("anna", 1));
            shop.process(staysAway("ben", 1));
            shop.process(contacted("ben", 2));
        }
        execute(url, BACK_TO_THE_FIRST);
        try (var ledger = JdbcLedger.of(database(url))) {
            assertThat(shop(ledger).dueActions())
                    .extracting(DueAction::customer)
                    .containsExactly("anna");
            shop(ledger).process(contacted("anna", 3));
            assertThat(shop(ledger).dueActions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreFoundInALedgerThatKeptThemByCustomer(Dialect dialect) throws SQLException {
        var url = url(dialect);
        try (var first = JdbcLedger.of(database(url))) {
            spend(first, "p-1", "anna");
            spend(first, "p-2", "ben");
            spend(first, "p-3", "anna");
        }
        execute(url, BACK_TO_THE_FIRST);
        try (var ledger = JdbcLedger.of(database(url))) {
            spend(ledger, "p-4", "ben");
            assertThat(ledger.operations().flatMap(operation -> operation.entries().stream()))
                    .extracting(Entry::event, Entry::to)
                    .containsExactly(
                            tuple("p-1", "customer:anna:points"),
                            tuple("p-2", "customer:ben:points"),
                            tuple("p-3", "customer:anna:points"),
                            tuple("p-4", "customer:ben:points"));
        }
        assertThatThrownBy(() -> execute(url, "UPDATE entry SET amount = 1000")).hasMessageContaining("never changed");
    }

    @ParameterizedTest
    @EnumSource
    void aLedgerThatHoldsMoneyIsOfItsCurrency(Dialect dialect) throws SQLException {
        var url = url(dialect);
        try (var first = JdbcLedger.of(database(url))) {
            spend(first, "p-1", "anna");
            Programme.of(CREDIT, Points.POLICIES, first).process(purchase("p-2", "ben"));
        }
        execute(url, BACK_TO_THE_FIRST);
        try (var ledger = JdbcLedger.of(database(url))) {
            assertThat(ledger.basis()).contains(Points.POLICIES.basis());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLedgerThatHoldsNoMoneyIsOfTheNextProgrammesCurrency(Dialect dialect) throws SQLException {
        var url = url(dialect);
        try (var first = JdbcLedger.of(database(url))) {
            spend(first, "p-1", "anna");
        }
        execute(url, BACK_TO_THE_FIRST);
        try (var ledger = JdbcLedger.of(database(url))) {
            assertThat(ledger.basis()).isEmpty();
            spend(ledger, "p-2", "anna");
            assertThat(ledger.basis()).contains(Points.POLICIES.basis());
        }
    }

    private static void spend(JdbcLedger ledger, String event, String customer) {
        Programme.of(Points.RULES, Points.POLICIES, ledger).process(purchase(event, customer));
    }

    private static Purchase purchase(String event, String customer) {
        return Purchase.of(
                        event, customer, Instant.parse("2026-03-01T12:00:00Z").plusSeconds(event.charAt(2)))
                .line("something", "things", 1, "10");
    }

    @ParameterizedTest
    @EnumSource
    void aLedgerOfALaterVersionIsLeftAlone(Dialect dialect) throws SQLException {
        var url = url(dialect);
        JdbcLedger.of(database(url)).close();
        execute(url, "INSERT INTO migration (number) VALUES (99)");
        var database = database(url);
        assertThatThrownBy(() -> JdbcLedger.of(database))
                .isInstanceOf(StempelException.class)
                .hasMessageStartingWith("ledger: Its tables are version 99; this library knows version ")
                .hasMessageContaining(" Maybe ");
    }

    private static Programme shop(JdbcLedger ledger) {
        return Programme.of(CALLS, Points.POLICIES, ledger);
    }

    private String url(Dialect dialect) {
        return dialect == Dialect.SQLITE
                ? "jdbc:sqlite:" + folder.resolve("shop.db")
                : Postgres.url(Postgres.freshSchema());
    }

    static DataSource database(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            var file = new SQLiteDataSource();
            file.setUrl(url);
            return file;
        }
        var server = new PGSimpleDataSource();
        server.setUrl(url);
        return server;
    }

    static void execute(String url, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
