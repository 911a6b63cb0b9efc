package dev.stempel.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens the ledger that a command names, and closes it. */
final class Store implements AutoCloseable {

    /** What a command says of its option. */
    static final String DESCRIPTION = "The ledger: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=NAME.";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern NAMES_A_USER = Pattern.compile("//[^?]*@");
    private static final String EXAMPLES =
            "Maybe jdbc:sqlite:shop.db, or jdbc:postgresql://localhost/shop?user=shop&password=secret?";

    /** How long one attempt waits for a server that went away; the ledger makes a few. */
    private static final long MOST_MILLIS_TO_CONNECT = 5_000;

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
     * The ledger of a URL, made when it is not there.
     *
     * @throws InvalidInput when it names no ledger, or one that cannot be used
     */
    static Store open(String url) {
        return open(url, false);
    }

    /** The ledger of a URL that must be there already. */
    static Store openExisting(String url) {
        return open(url, true);
    }

    /** The file of a URL; absent when it names none. */
    static @Nullable Path file(String url) {
        return url.startsWith(SQLITE) ? Path.of(url.substring(SQLITE.length())) : null;
    }

    private static Store open(String url, boolean existing) {
        try {
            var file = file(url);
            if (file != null) {
                return file(url, file, existing);
            }
            if (url.startsWith(POSTGRESQL)) {
                return server(url, source(url), existing);
            }
        } catch (InvalidInput e) {
            throw e;
        } catch (StempelException e) {
            var first = e.problems().get(0);
            throw problem(url, first.message(), first.hint());
        }
        throw noLedger(url);
    }

    private static Store file(String url, Path file, boolean existing) {
        if (existing && !Files.exists(file)) {
            throw problem(url, "There is no such file.", "Maybe the path is wrong?");
        }
        if (Files.isDirectory(file)) {
            throw problem(url, "It is a folder.", "Maybe name the file in it?");
        }
        if (!Files.exists(file) && isOfTheDriver(file.toString())) {
            throw problem(url, "It is no path, but a way of the driver's to say more.", "Maybe name the file alone?");
        }
        refuseToMake(existing && !JdbcLedger.exists(file), url);
        var ledger = JdbcLedger.sqlite(file);
        return new Store(ledger, ledger);
    }

    /** Such a file could be made, and then it would be another ledger than the one that was meant. */
    private static boolean isOfTheDriver(String file) {
        return file.contains("?") || file.startsWith("file:") || file.equals(":memory:");
    }

    /** The server is asked before a pool is, which would wait long for one that is not there. */
    private static Store server(String url, DataSource source, boolean existing) {
        boolean there = JdbcLedger.exists(source);
        refuseToMake(existing && !there, url);
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(MOST_MILLIS_TO_CONNECT);
        config.setInitializationFailTimeout(-1);
        var pool = new HikariDataSource(config);
        try {
            var ledger = JdbcLedger.of(pool, shown(url));
            return new Store(ledger, ledger, pool);
        } catch (StempelException e) {
            pool.close();
            throw e;
        }
    }

    private static DataSource source(String url) {
        if (NAMES_A_USER.matcher(url).find()) {
            throw problem(url, "It names the user before the host.", EXAMPLES);
        }
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw noLedger(url);
        }
        return new DriverDataSource(url, null, new Properties(), null, null);
    }

    private static void refuseToMake(boolean missing, String url) {
        if (missing) {
            throw problem(url, "There is no ledger in it.", "Maybe another was meant, or nothing was run into it yet?");
        }
    }

    private static InvalidInput noLedger(String url) {
        return problem(url, "It names no ledger.", EXAMPLES);
    }

    private static InvalidInput problem(String url, String message, String hint) {
        return new InvalidInput(List.of(Problem.in(shown(url), message, hint)));
    }

    /** Whoever reads a problem, or a log it ends in, learns no password. */
    private static String shown(String url) {
        return "--ledger "
                + NAMES_A_USER.matcher(url).replaceFirst("//***@").replaceAll("(?i)(password=)[^&]*", "$1***");
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
