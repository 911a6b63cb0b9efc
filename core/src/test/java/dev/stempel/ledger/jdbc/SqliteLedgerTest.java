package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.contract.LedgerContract;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @AfterEach
    void close() {
        open.forEach(JdbcLedger::close);
    }
}
