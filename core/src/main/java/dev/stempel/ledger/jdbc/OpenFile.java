package dev.stempel.ledger.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file a ledger began with. SQLite writes on into one that was deleted or replaced, and nobody ever finds again what was
 * acknowledged then.
 */
final class OpenFile {

    private final Path path;
    private final @Nullable Object key;

    private OpenFile(Path path) throws IOException {
        this.path = path;
        this.key = key(path);
    }

    /** The file of a connection; absent where it has none, or another database. */
    static @Nullable OpenFile of(Connection connection, Dialect dialect) throws SQLException {
        if (dialect != Dialect.SQLITE) {
            return null;
        }
        try (var statement = connection.createStatement();
                var files = statement.executeQuery("PRAGMA database_list")) {
            var file = files.next() ? files.getString("file") : "";
            return file.isEmpty() ? null : new OpenFile(Path.of(file));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** Fails when it is no longer where it was. */
    void isThere() throws SQLException {
        try {
            if (Objects.equals(key, key(path))) {
                return;
            }
        } catch (IOException e) {
            throw moved(e);
        }
        throw moved(null);
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private static SQLException moved(@Nullable IOException cause) {
        return new SQLException("the file was deleted or replaced while it was in use", null, ErrorCode.MOVED, cause);
    }
}
