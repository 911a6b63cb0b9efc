package dev.stempel.ledger.jdbc;

import static dev.stempel.ledger.jdbc.SchemaTest.database;
import static dev.stempel.ledger.jdbc.SchemaTest.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.books.Audit;
import dev.stempel.books.PersonalData;
import dev.stempel.books.Statement;
import dev.stempel.ledger.Ledger;
import dev.stempel.problem.StempelException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** An auditor reads a ledger without the right to write anything. */
class ReadOnlyTest {

    private static final String CUSTOMER = "anna";

    @TempDir
    private Path folder;

    @Test
    void whoeverMayOnlySelectReadsALedgerOnAServer() throws SQLException {
        var schema = Postgres.freshSchema();
        var role = "auditor_" + schema;
        trade(database(Postgres.url(schema)));
        execute(
                Postgres.url(schema),
                "CREATE ROLE " + role,
                "GRANT USAGE ON SCHEMA " + schema + " TO " + role,
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + role);
        var auditors = database(Postgres.url(schema) + "&options=-c%20role%3D" + role);
        isRead(auditors);
        tellsWhoWrites(auditors, "permission denied for table", "Maybe grant that to this user, or ");
        execute(Postgres.url(schema), "DROP OWNED BY " + role, "DROP ROLE " + role);
    }

    /** As the copy of another server does. */
    @Test
    void aServerThatOnlyReadsReadsALedger() {
        var schema = Postgres.freshSchema();
        trade(database(Postgres.url(schema)));
        var copy = database(Postgres.url(schema) + "&options=-c%20default_transaction_read_only%3Don");
        isRead(copy);
        tellsWhoWrites(copy, "in a read-only transaction", "Maybe this user may only read, or ");
    }

    @Test
    void whoeverMayOnlyReadAFileReadsALedgerWhileOthersPost() {
        var file = folder.resolve("shop.db");
        try (var ledger = JdbcLedger.sqlite(file)) {
            var shop = Programme.of(Points.RULES, Points.POLICIES, ledger);
            shop.process(Points.spend("p-1", CUSTOMER));
            isRead(readOnly(file));
            shop.process(Points.spend("p-2", CUSTOMER));
            tellsWhoWrites(readOnly(file), "readonly database", "Maybe let this user write the file and its folder?");
        }
    }

    /** A copy has no log beside it, and none can be made. */
    @Test
    void whoeverMayOnlyReadACopyReadsALedger() throws SQLException {
        var file = folder.resolve("shop.db");
        var copy = folder.resolve("copy.db");
        try (var ledger = JdbcLedger.sqlite(file)) {
            Programme.of(Points.RULES, Points.POLICIES, ledger).process(Points.spend("p-1", CUSTOMER));
            execute("jdbc:sqlite:" + file, "VACUUM INTO '" + copy + "'");
        }
        isRead(readOnly(copy));
        tellsWhoWrites(readOnly(copy), "readonly database", "Maybe let this user write the file and its folder?");
        assertThat(folder).isDirectoryNotContaining("glob:**copy.db-*");
    }

    @Test
    void aLedgerOfAnEarlierVersionIsToldToWhoeverMayOnlyRead() throws SQLException {
        var schema = Postgres.freshSchema();
        trade(database(Postgres.url(schema)));
        execute(Postgres.url(schema), "DELETE FROM migration WHERE number > 6");
        var copy = database(Postgres.url(schema) + "&options=-c%20default_transaction_read_only%3Don");
        assertThatThrownBy(() -> JdbcLedger.of(copy, "the copy"))
                .hasMessage(
                        "the copy: Its tables are version 6, and are to be changed to version 7. The database failed:"
                                + " ERROR: cannot execute CREATE TABLE in a read-only transaction."
                                + " Maybe open it once as the user that made it?");
    }

    private static void trade(DataSource database) {
        try (var ledger = JdbcLedger.of(database)) {
            Programme.of(Points.RULES, Points.POLICIES, ledger).process(Points.spend("p-1", CUSTOMER));
        }
    }

    private static void isRead(DataSource database) {
        assertThat(JdbcLedger.exists(database)).isTrue();
        try (var ledger = JdbcLedger.of(database)) {
            assertThat(Audit.of(ledger, Points.POLICIES.currency()).problems()).isEmpty();
            assertThat(Statement.of(ledger, CUSTOMER).lines()).hasSize(1);
            assertThat(PersonalData.of(ledger, CUSTOMER).json()).contains("p-1");
            assertThat(histories(ledger)).containsExactly("p-1");
        }
    }

    /** What is owed at the end of each day is told from these. */
    private static List<String> histories(Ledger ledger) {
        try (var customers = ledger.customers()) {
            return customers
                    .flatMap(ledger::history)
                    .map(operation -> operation.event().id())
                    .toList();
        }
    }

    private static void tellsWhoWrites(DataSource database, String why, String hint) {
        try (var ledger = JdbcLedger.of(database, "the shop")) {
            assertThatThrownBy(() -> Programme.of(Points.RULES, Points.POLICIES, ledger))
                    .isInstanceOf(StempelException.class)
                    .hasMessageStartingWith("the shop: The database failed: ")
                    .hasMessageContaining(why)
                    .hasMessageContaining(hint);
        }
    }

    private static DataSource readOnly(Path file) {
        var database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        database.setReadOnly(true);
        return database;
    }
}
