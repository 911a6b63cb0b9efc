package dev.stempel.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stempel.Programme;
import dev.stempel.event.Event;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.problem.StempelException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** No room is left: the sale is refused, not lost, and once there is room again everything goes on. */
class FullDiskTest {

    private static final int PAGES = 90;
    private static final int BALLAST = 1_000_000;
    private static final int ROOM = 500_000;

    @TempDir
    private Path folder;

    @Test
    void aFileThatMayNotGrowKeepsWhatWasAcknowledged() {
        var url = "jdbc:sqlite:" + folder.resolve("shop.db");
        var acknowledged = new ArrayList<Event>();
        try (var full = Shop.ledger(url + "?max_page_count=" + PAGES)) {
            sellUntilFull(Shop.on(full), acknowledged);
            theBooksAreWhole(full, acknowledged);
        }
        try (var roomy = Shop.ledger(url)) {
            goesOn(roomy, acknowledged);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "stempel.long", matches = "true")
    void aFullDiskKeepsWhatWasAcknowledged() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.toString()), "needs root");
        try {
            var ballast = Files.write(folder.resolve("ballast"), new byte[BALLAST]);
            var url = "jdbc:sqlite:" + folder.resolve("shop.db");
            var acknowledged = new ArrayList<Event>();
            try (var ledger = Shop.ledger(url)) {
                sellUntilFull(Shop.on(ledger), acknowledged);
                Files.delete(ballast);
                goesOn(ledger, acknowledged);
            }
            try (var again = Shop.ledger(url)) {
                theBooksAreWhole(again, acknowledged);
            }
        } finally {
            run("umount", folder.toString());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "stempel.long", matches = "true")
    void aServerOnAFullDiskKeepsWhatWasAcknowledged() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", folder.toString()), "needs root");
        try {
            var ballast = folder.resolve("ballast");
            var acknowledged = new ArrayList<Event>();
            try (var server = server();
                    var ledger = Shop.ledger(server.getJdbcUrl("postgres", "postgres"))) {
                var shop = Shop.on(ledger);
                long room = folder.toFile().getUsableSpace();
                Files.write(ballast, new byte[(int) room - ROOM]);
                sellUntilFull(shop, acknowledged);
                assertThat(acknowledged).isNotEmpty();
            }
            Files.delete(ballast);
            try (var server = server();
                    var ledger = Shop.ledger(server.getJdbcUrl("postgres", "postgres"))) {
                theBooksAreWhole(ledger, acknowledged);
                goesOn(ledger, acknowledged);
            }
        } finally {
            run("umount", "--lazy", folder.toString());
        }
    }

    private EmbeddedPostgres server() throws IOException {
        return Postgres.server()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static void sellUntilFull(Programme shop, List<Event> acknowledged) {
        while (true) {
            var sale = Shop.sale("sale-" + acknowledged.size(), "c-" + acknowledged.size() % 5);
            try {
                shop.process(sale);
                acknowledged.add(sale);
            } catch (StempelException e) {
                assertThat(e.getMessage()).contains("full");
                return;
            }
        }
    }

    private static void goesOn(JdbcLedger ledger, List<Event> acknowledged) {
        var shop = Shop.on(ledger);
        for (int i = 0; i < 10; i++) {
            var sale = Shop.sale("sale-" + acknowledged.size(), "c-" + acknowledged.size() % 5);
            shop.process(sale);
            acknowledged.add(sale);
        }
        theBooksAreWhole(ledger, acknowledged);
    }

    private static void theBooksAreWhole(JdbcLedger ledger, List<Event> acknowledged) {
        assertThat(ledger.operations().map(operation -> operation.event().id()))
                .containsExactlyElementsOf(acknowledged.stream().map(Event::id).toList());
        long points = ledger.customers()
                .flatMap(customer -> ledger.account(customer).stream())
                .mapToLong(account -> account.points())
                .sum();
        assertThat(points).isEqualTo((long) acknowledged.size() * Shop.POINTS_OF_A_SALE);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
