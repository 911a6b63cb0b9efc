package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.ledger.Database;
import dev.stempel.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ledgers of the columns that wait for a disk: one of each kind in a JVM, in the folder for temporary files. */
final class Stores {

    private Stores() {}

    static Ledger sqlite() {
        return Sqlite.LEDGER;
    }

    static Ledger postgres() {
        return Postgres.LEDGER;
    }

    private static final class Sqlite {
        static final Ledger LEDGER = open(Database::sqlite);
    }

    private static final class Postgres {
        static final Ledger LEDGER = open(Database::postgres);
    }

    private interface Kind {
        Database in(Path folder) throws IOException;
    }

    private static Ledger open(Kind kind) {
        try {
            var folder = Files.createTempDirectory("stempel-column");
            var database = kind.in(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database, folder)));
            return database.ledger();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Database database, Path folder) {
        try {
            database.close();
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.err.println("Something is left in " + folder + ".");
        }
    }
}
