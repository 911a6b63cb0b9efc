package dev.stempel.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
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
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
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
