package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.books.Audit;
import dev.stempel.event.Event;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.scenario.LivelyShop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** A backup taken while events are processed holds all that was acknowledged before it, and is completed by sending again. */
class BackupTest {

    private static final List<Event> EVENTS = LivelyShop.events(new Random(91));

    @TempDir
    private Path folder;

    /** Takes a backup, and opens it as a ledger. */
    private interface Backup {
        JdbcLedger take() throws Exception;
    }

    @Test
    void aFileIsSavedWithVacuumInto() throws Exception {
        var file = folder.resolve("shop.db");
        var copy = folder.resolve("copy.db");
        try (var ledger = JdbcLedger.sqlite(file)) {
            isCompletedBySendingAgain(ledger, () -> {
                execute("jdbc:sqlite:" + file, "VACUUM INTO '" + copy + "'");
                return JdbcLedger.sqlite(copy);
            });
        }
    }

    @Test
    void aDatabaseIsSavedByCopyingItsTablesInOneTransaction() throws Exception {
        var schema = Postgres.freshSchema();
        var other = Postgres.freshSchema();
        try (var pool = Postgres.pool(schema, 4);
                var otherPool = Postgres.pool(other, 4)) {
            isCompletedBySendingAgain(JdbcLedger.of(pool), () -> {
                var copy = JdbcLedger.of(otherPool);
                restore(other, save(schema));
                return copy;
            });
        }
    }

    private static Map<String, byte[]> save(String schema) throws SQLException, IOException {
        var tables = new TreeMap<String, byte[]>();
        try (var connection = DriverManager.getConnection(Postgres.url(schema))) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (var table : tables(connection, schema)) {
                var rows = new ByteArrayOutputStream();
                new CopyManager(connection.unwrap(BaseConnection.class)).copyOut("COPY " + table + " TO STDOUT", rows);
                tables.put(table, rows.toByteArray());
            }
        }
        return tables;
    }

    private static void restore(String schema, Map<String, byte[]> tables) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(Postgres.url(schema));
                var statement = connection.createStatement()) {
            for (var table : tables.entrySet()) {
                statement.execute("TRUNCATE " + table.getKey());
                new CopyManager(connection.unwrap(BaseConnection.class))
                        .copyIn("COPY " + table.getKey() + " FROM STDIN", new ByteArrayInputStream(table.getValue()));
            }
            statement.execute("SELECT setval(pg_get_serial_sequence('operation', 'seq'), MAX(seq)) FROM operation");
            statement.execute("SELECT setval(pg_get_serial_sequence('customer', 'key'), MAX(key)) FROM customer");
        }
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private void isCompletedBySendingAgain(Ledger ledger, Backup backup) throws Exception {
        var shop = shop(ledger);
        var acknowledged = Collections.synchronizedList(new ArrayList<Event>());
        var till = Executors.newSingleThreadExecutor();
        try {
            var selling = till.submit(() -> EVENTS.forEach(event -> {
                LivelyShop.process(shop, event);
                acknowledged.add(event);
            }));
            while (acknowledged.size() < EVENTS.size() / 3 && !selling.isDone()) {
                Thread.sleep(1);
            }
            var before = List.copyOf(acknowledged);
            try (var copy = backup.take()) {
                selling.get();
                isSound(copy);
                assertThat(before)
                        .allSatisfy(event -> assertThat(isThere(copy, event)).isEqualTo(isThere(ledger, event)));
                EVENTS.forEach(event -> LivelyShop.process(shop(copy), event));
                isSound(copy);
                for (var customer : List.of("c-0", "c-1", "c-2")) {
                    assertThat(copy.account(customer)).isEqualTo(ledger.account(customer));
                }
            }
        } finally {
            till.shutdownNow();
        }
    }

    private static boolean isThere(Ledger ledger, Event event) {
        return ledger.operation(event.id()).isPresent();
    }

    private static void isSound(Ledger ledger) {
        assertThat(Audit.of(ledger, LivelyShop.POLICIES.currency()).problems()).isEmpty();
    }

    private static Programme shop(Ledger ledger) {
        return Programme.of(LivelyShop.RULES, LivelyShop.POLICIES, ledger);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
