package dev.stempel.simulation;

import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.simulation.Fragile.Break;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A database whose connections break. */
final class JdbcStore implements Store {

    private static final Path MEMORY = Path.of("/dev/shm");

    private final Fragile database;
    private final List<Path> files;
    private JdbcLedger ledger;

    private JdbcStore(DataSource database, List<Path> files) {
        this.database = new Fragile(database);
        this.files = files;
        ledger = JdbcLedger.of(this.database.source());
    }

    /** A file, in memory where the system has such files: what the disk does is not the question here. */
    static JdbcStore sqlite() {
        try {
            var folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "stempel")
                    : Files.createTempDirectory("stempel");
            var file = folder.resolve("simulation.db");
            var source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + file);
            return new JdbcStore(
                    source,
                    List.of(file, folder.resolve("simulation.db-wal"), folder.resolve("simulation.db-shm"), folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema of its own. */
    static JdbcStore postgres() {
        return new JdbcStore(Postgres.pool(Postgres.freshSchema(), 4), List.of());
    }

    @Override
    public Ledger current() {
        return ledger;
    }

    @Override
    public Ledger open() {
        ledger.close();
        ledger = JdbcLedger.of(database.source());
        return ledger;
    }

    @Override
    public void breakAt(int statement, Break how) {
        database.breakAt(statement, how);
    }

    @Override
    public boolean wasBroken() {
        return database.wasBroken();
    }

    @Override
    public void close() {
        ledger.close();
        files.forEach(JdbcStore::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
