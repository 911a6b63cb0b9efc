package dev.stempel.ledger.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * A real PostgreSQL for the tests: one of its own, started once and with fsync on, or the one that
 * {@code -Dstempel.postgres=jdbc:postgresql://host/database?user=…&password=…} points at.
 */
public final class Postgres {

    private static final String URL =
            System.getProperty("stempel.postgres", "").isEmpty() ? start() : System.getProperty("stempel.postgres");

    private Postgres() {}

    private static String start() {
        try {
            var server = server().setServerConfig("max_connections", "200")
                    .setServerConfig("max_prepared_transactions", "5")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that loses nothing, speaks and sorts alike on every machine, and has its time to start on a busy one. */
    public static EmbeddedPostgres.Builder server() {
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(5));
    }

    /** The name of a new schema. */
    public static String freshSchema() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(URL);
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of a schema. */
    public static String url(String schema) {
        return url(schema, schema);
    }

    /** The address of a schema for an application of this name. */
    public static String url(String schema, String application) {
        return URL + (URL.contains("?") ? "&" : "?") + "currentSchema=" + schema + "&ApplicationName=" + application;
    }

    /** A pool of connections to a schema. */
    public static HikariDataSource pool(String schema, int most) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(schema));
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Waits until an application is gone: of a client that was killed the server still does what it was sent. */
    public static void untilLeft(String application) throws SQLException, InterruptedException {
        try (var connection = DriverManager.getConnection(URL);
                var there = connection.prepareStatement(
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = ?")) {
            there.setString(1, application);
            for (int attempt = 0; count(there) > 0; attempt++) {
                if (attempt > 10_000) {
                    throw new IllegalStateException(application + " does not leave.");
                }
                Thread.sleep(5);
            }
        }
    }

    private static long count(PreparedStatement counting) throws SQLException {
        try (var counted = counting.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
