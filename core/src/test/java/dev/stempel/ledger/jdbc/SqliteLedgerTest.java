package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.contract.LedgerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

class SqliteLedgerTest extends LedgerContract {

    @TempDir
    private Path folder;

    private final List<JdbcLedger> open = new ArrayList<>();

    @Override
    protected Ledger create() {
        return open();
    }

    @Override
    protected Ledger reopen(Ledger ledger) {
        return open();
    }

    private Ledger open() {
        var ledger = JdbcLedger.sqlite(folder.resolve("shop.db"));
        open.add(ledger);
        return ledger;
    }

    @Test
    void entriesAreNeverChanged() throws SQLException {
        Programme.of(Points.RULES, Points.POLICIES, create()).process(Points.spend("p-1"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE entry SET amount = 1000"))
                    .hasMessageContaining("never changed");
            assertThatThrownBy(() -> statement.execute("DELETE FROM entry")).hasMessageContaining("never deleted");
        }
    }

    @Test
    void askingForALedgerMakesNone() {
        var file = folder.resolve("shop.db");
        assertThat(JdbcLedger.exists(file)).isFalse();
        assertThat(file).doesNotExist();
        create();
        assertThat(JdbcLedger.exists(file)).isTrue();
    }

    @Test
    void aPathInWhichSqliteKeepsNothingIsAFileAsAnyOther() {
        assertThatThrownBy(() -> JdbcLedger.sqlite(Path.of("")))
                .hasMessageStartingWith("ledger : The database failed: [SQLITE_CANTOPEN]")
                .hasMessageContaining(
                        "Maybe its folder is not there, it is a folder itself, or this user may not open it?");
    }

    @Test
    void whatIsAcknowledgedIsOnTheDisk() throws SQLException {
        var ledger = JdbcLedger.sqlite(folder.resolve("shop.db"));
        open.add(ledger);
        var database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var mode = statement.executeQuery("PRAGMA journal_mode")) {
            assertThat(mode.next()).isTrue();
            assertThat(mode.getString(1)).isEqualTo("wal");
        }
        try (var throughASource = JdbcLedger.of(database)) {
            var shop = Programme.of(Points.RULES, Points.POLICIES, throughASource);
            assertThat(shop.process(Points.spend("p-1")).points()).isEqualTo(10);
        }
        assertThat(ledger.operation("p-1")).isPresent();
    }

    @Test
    void everyConnectionWaitsForTheDiskAndForOtherWriters() throws SQLException {
        var made = new ArrayList<Connection>();
        try (var ledger = JdbcLedger.of(noting(made))) {
            Programme.of(Points.RULES, Points.POLICIES, ledger).process(Points.spend("p-1"));
            for (var connection : made) {
                if (!connection.isClosed()) {
                    assertThat(setting(connection, "synchronous"))
                            .as("2 is FULL")
                            .isEqualTo(2);
                    assertThat(setting(connection, "busy_timeout")).isGreaterThanOrEqualTo(10_000);
                }
            }
            assertThat(made).anyMatch(SqliteLedgerTest::isOpen);
        }
    }

    /** SQLite itself would go on, with a file that nobody finds any more. */
    @Test
    void nothingIsAcknowledgedInAFileThatWasDeletedOrReplaced() throws IOException, SQLException {
        var file = folder.resolve("shop.db");
        var shop = Programme.of(Points.RULES, Points.POLICIES, create());
        shop.process(Points.spend("p-1"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + folder.resolve("backup.db") + "'");
        }
        Files.delete(file);
        isRefusedAsMoved(shop);
        Files.move(folder.resolve("backup.db"), file);
        isRefusedAsMoved(shop);
    }

    private static void isRefusedAsMoved(Programme shop) {
        assertThatThrownBy(() -> shop.process(Points.spend("p-2")))
                .hasMessageContaining("the file was deleted or replaced while it was in use")
                .hasMessageContaining("Maybe a backup was brought back? Open the ledger again.");
    }

    @Test
    void aConnectionOnWhichNothingCanBeReadIsClosed() throws IOException {
        var made = new ArrayList<Connection>();
        Files.writeString(folder.resolve("shop.db"), "This is no database.".repeat(100));
        assertThatThrownBy(() -> JdbcLedger.of(noting(made))).hasMessageContaining("Maybe it is no ledger, or ");
        assertThat(made).isNotEmpty().noneMatch(SqliteLedgerTest::isOpen);
    }

    private SQLiteDataSource noting(List<Connection> made) {
        var database = new SQLiteDataSource() {
            @Override
            public SQLiteConnection getConnection() throws SQLException {
                var connection = (SQLiteConnection) super.getConnection();
                made.add(connection);
                return connection;
            }
        };
        database.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        return database;
    }

    private static boolean isOpen(Connection connection) {
        try {
            return !connection.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var value = statement.executeQuery("PRAGMA " + name)) {
            return value.getInt(1);
        }
    }

    @AfterEach
    void close() {
        open.forEach(JdbcLedger::close);
    }
}
