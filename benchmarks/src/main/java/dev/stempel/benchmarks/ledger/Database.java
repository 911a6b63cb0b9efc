package dev.stempel.benchmarks.ledger;

import com.zaxxer.hikari.HikariDataSource;
import dev.stempel.ledger.jdbc.JdbcLedger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/** A database that is made to be measured and goes with it. Both kinds write to the same folder and wait for its disk. */
public interface Database extends AutoCloseable {

    /** The ledger in it. */
    JdbcLedger ledger();

    /** A connection that commits as safely as the ledger's. */
    Connection connection() throws SQLException;

    @Override
    void close() throws IOException;

    /** A file in the folder. */
    static Database sqlite(Path folder) throws IOException {
        delete(folder);
        var file = folder.resolve("shop.db");
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return new Database() {
            @Override
            public JdbcLedger ledger() {
                return JdbcLedger.sqlite(file);
            }

            @Override
            public Connection connection() throws SQLException {
                var connection = source.getConnection();
                try (var statement = connection.createStatement()) {
                    statement.execute("PRAGMA journal_mode = WAL");
                    statement.execute("PRAGMA synchronous = FULL");
                }
                return connection;
            }

            @Override
            public void close() throws IOException {
                delete(folder);
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        for (var name : List.of("shop.db", "shop.db-wal", "shop.db-shm")) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /** A server with its data in the folder. */
    static Database postgres(Path folder) throws IOException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        return new Database() {
            @Override
            public JdbcLedger ledger() {
                return JdbcLedger.of(pool);
            }

            @Override
            public Connection connection() throws SQLException {
                return pool.getConnection();
            }

            @Override
            public void close() throws IOException {
                pool.close();
                server.close();
            }
        };
    }
}
