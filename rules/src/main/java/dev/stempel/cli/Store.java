package dev.stempel.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens the ledger that a command names, and closes it. */
final class Store implements AutoCloseable {

    /** What a command says of its option. */
    static final String DESCRIPTION = "The ledger: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=NAME.";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Ledger ledger;
    private final List<AutoCloseable> open;

    private Store(Ledger ledger, AutoCloseable... open) {
        this.ledger = ledger;
        this.open = List.of(open);
    }

    /** A ledger that lives as long as the command. */
    static Store inMemory() {
        return new Store(new InMemoryLedger());
    }

    /**
     * The ledger of a URL; a file is made when it is not there.
     *
     * @throws InvalidInput when it names no ledger
     */
    static Store open(String url) {
        if (url.startsWith(SQLITE)) {
            var ledger = JdbcLedger.sqlite(Path.of(url.substring(SQLITE.length())));
            return new Store(ledger, ledger);
        }
        if (url.startsWith(POSTGRESQL)) {
            var pool = pool(url);
            var ledger = JdbcLedger.of(pool);
            return new Store(ledger, ledger, pool);
        }
        throw problem(
                url,
                "It names no ledger.",
                "Maybe jdbc:sqlite:shop.db, or jdbc:postgresql://localhost/shop?user=shop&password=secret?");
    }

    /** The ledger of a URL that must be there already. */
    static Store openExisting(String url) {
        if (url.startsWith(SQLITE) && !Files.exists(Path.of(url.substring(SQLITE.length())))) {
            throw problem(url, "There is no such file.", "Maybe the path is wrong?");
        }
        return open(url);
    }

    private static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw problem(
                    url,
                    "It cannot be reached: " + e.getMessage() + ".",
                    "Maybe the address or the password is wrong?");
        }
    }

    private static InvalidInput problem(String url, String message, String hint) {
        return new InvalidInput(List.of(Problem.in("--ledger " + url, message, hint)));
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() throws IOException {
        for (var one : open) {
            try {
                one.close();
            } catch (StempelException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
