package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.stempel.Programme;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.contract.LedgerContract;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
