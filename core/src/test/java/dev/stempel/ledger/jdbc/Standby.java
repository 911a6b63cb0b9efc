package dev.stempel.ledger.jdbc;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * What a server hears of a standby on which somebody reads, where {@code hot_standby_feedback} is on: in the words of the
 * protocol, so that no second server has to be started.
 */
final class Standby implements AutoCloseable {

    private static final String READS = "SELECT 1 FROM pg_stat_replication WHERE application_name = '%s' AND"
            + " (backend_xmin IS NOT NULL OR EXISTS (SELECT 1 FROM pg_replication_slots WHERE active_pid = pid AND xmin"
            + " IS NOT NULL))";

    private final Connection connection;

    private Standby(Connection connection) {
        this.connection = connection;
    }

    /** A standby that the server keeps no place for. */
    static Standby reading(String url, String name) throws SQLException, InterruptedException {
        return new Standby(connect(url, name)).read(url, name, "");
    }

    /** A standby with a slot of the same name, which goes with it. */
    static Standby readingFromASlot(String url, String name) throws SQLException, InterruptedException {
        var standby = new Standby(connect(url, name));
        standby.execute("CREATE_REPLICATION_SLOT " + name + " TEMPORARY PHYSICAL");
        return standby.read(url, name, "SLOT " + name);
    }

    private static Connection connect(String url, String name) throws SQLException {
        var properties = new Properties();
        properties.setProperty("replication", "true");
        properties.setProperty("assumeMinServerVersion", "14");
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(url.replaceAll("&currentSchema=.*", "&ApplicationName=" + name), properties);
    }

    private Standby read(String url, String name, String from) throws SQLException, InterruptedException {
        try (var server = DriverManager.getConnection(url);
                var statement = server.createStatement();
                var now = statement.executeQuery(
                        "SELECT pg_current_wal_lsn(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint")) {
            now.next();
            var log = connection.unwrap(PGConnection.class).getCopyAPI();
            var stream = log.copyDual("START_REPLICATION " + from + " PHYSICAL " + now.getString(1));
            var feedback = feedback(now.getLong(2));
            stream.writeToCopy(feedback, 0, feedback.length);
            stream.flushCopy();
        }
        untilHeard(url, READS.formatted(name));
        return this;
    }

    /** The oldest transaction that readers do not see, with its epoch, and none for catalogues. */
    private static byte[] feedback(long oldest) {
        return ByteBuffer.allocate(25)
                .put((byte) 'h')
                .putLong(0)
                .putInt((int) oldest)
                .putInt((int) (oldest >> 32))
                .putLong(0)
                .array();
    }

    private static void untilHeard(String url, String question) throws SQLException, InterruptedException {
        try (var server = DriverManager.getConnection(url);
                var statement = server.createStatement()) {
            for (boolean heard = false; !heard; Thread.sleep(1)) {
                try (var found = statement.executeQuery(question)) {
                    heard = found.next();
                }
            }
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
