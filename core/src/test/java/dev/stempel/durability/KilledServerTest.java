package dev.stempel.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.ledger.jdbc.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The database server itself is killed while a till sells, and is started again. */
@EnabledIfSystemProperty(named = "stempel.long", matches = "true")
class KilledServerTest {

    private static final int ROUNDS = Integer.getInteger("stempel.rounds", 20);
    private static final int MOST_SALES = 200;

    @TempDir
    private Path folder;

    @Test
    void whatAServerAcknowledgedBeforeItWasKilledIsThereOnce() throws IOException {
        var random = new Random(Long.getLong("stempel.seed", 1));
        for (int round = 0; round < ROUNDS; round++) {
            var name = "r" + round + "-";
            var acknowledged = new TreeSet<String>();
            try (var server = start()) {
                sell(name, server, random.nextInt(MOST_SALES), acknowledged);
            }
            try (var server = start();
                    var ledger = Shop.ledger(url(server))) {
                Sales.verify(ledger, name, acknowledged);
            }
        }
    }

    /** A standby that never answers holds a commit up where it is on the disk already, and there the connection is cut. */
    @Test
    void aSaleThatWasCommittedBeforeItsConnectionWasCutCountsOnce() throws Exception {
        try (var server = start();
                var ledger = Shop.ledger(url(server));
                var connection = DriverManager.getConnection(url(server));
                var statement = connection.createStatement()) {
            var shop = Shop.on(ledger);
            shop.process(Shop.sale("sale-1", "c-1"));
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
            statement.execute("SELECT pg_reload_conf()");
            var selling = CompletableFuture.supplyAsync(() -> shop.process(Shop.sale("sale-2", "c-2")));
            cutWhatWaits(statement);
            statement.execute("ALTER SYSTEM RESET synchronous_standby_names");
            statement.execute("SELECT pg_reload_conf()");
            assertThat(selling.get().points()).isEqualTo(Shop.POINTS_OF_A_SALE);
            assertThat(ledger.operations().map(operation -> operation.event().id()))
                    .containsExactly("sale-1", "sale-2");
        }
    }

    private static void cutWhatWaits(Statement statement) throws SQLException, InterruptedException {
        for (boolean cut = false; !cut; Thread.sleep(1)) {
            try (var found = statement.executeQuery(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")) {
                cut = found.next();
            }
        }
    }

    private void sell(String name, EmbeddedPostgres server, int sales, TreeSet<String> acknowledged)
            throws IOException {
        var child = Child.start("sell", name, List.of(url(server)));
        var said = new ArrayList<String>();
        while (said.size() <= sales) {
            said.add(child.next());
        }
        killServer();
        said.addAll(child.kill());
        said.forEach(line -> acknowledged.add(line.split(" ")[2]));
    }

    private EmbeddedPostgres start() throws IOException {
        return Postgres.server()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private static String url(EmbeddedPostgres server) {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private void killServer() throws IOException {
        long postmaster =
                Long.parseLong(Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                        .get(0)
                        .strip());
        assertThat(ProcessHandle.of(postmaster).orElseThrow().destroyForcibly()).isTrue();
    }
}
