package dev.stempel.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.jdbc.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till is killed while it sells: what it said of a sale is true, and the next till goes on. */
class KilledProcessTest {

    private static final int ROUNDS =
            Integer.getInteger("stempel.rounds", Boolean.getBoolean("stempel.long") ? 200 : 10);
    private static final int MOST_SALES = 300;

    private final Random random = new Random(Long.getLong("stempel.seed", 1));

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereOnce() throws Exception {
        var urls = List.of("jdbc:sqlite:" + folder.resolve("shop.db"), Postgres.url(Postgres.freshSchema()));
        for (int round = 0; round < ROUNDS; round++) {
            var name = "r" + round + "-";
            var acknowledged = sellUntilKilled(name, urls);
            for (int i = 0; i < urls.size(); i++) {
                verify(name, urls.get(i), acknowledged.getOrDefault("on " + i, new TreeSet<>()));
            }
        }
        assertThat(integrity(urls.get(0))).isEqualTo("ok");
    }

    /** The ids that were acknowledged, by database. */
    private TreeMap<String, TreeSet<String>> sellUntilKilled(String name, List<String> urls) throws IOException {
        var acknowledged = new TreeMap<String, TreeSet<String>>();
        var child = Child.start("sell", name, urls);
        int left = random.nextInt(MOST_SALES);
        for (var line = child.next(); line != null; line = child.next()) {
            var words = line.split(" ");
            acknowledged.computeIfAbsent("on " + words[1], on -> new TreeSet<>()).add(words[2]);
            if (acknowledged.size() == urls.size() && left-- == 0) {
                child.kill();
            }
        }
        return acknowledged;
    }

    /** One sale may have been on its way: posted, and nobody was told. */
    private static void verify(String name, String url, TreeSet<String> acknowledged) {
        try (var ledger = Shop.ledger(url)) {
            var sales = sales(ledger, name);
            assertThat(sales).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(sales.size()).isBetween(acknowledged.size(), acknowledged.size() + 1);
            for (int i = 0; i <= sales.size(); i++) {
                Shop.on(ledger).process(Child.sale(name, i));
            }
            assertThat(sales(ledger, name)).hasSize(sales.size() + 1).doesNotHaveDuplicates();
            assertThat(points(ledger, name)).isEqualTo((sales.size() + 1L) * Shop.POINTS_OF_A_SALE);
        }
    }

    private static List<String> sales(Ledger ledger, String name) {
        return Child.customers(name).stream()
                .flatMap(ledger::history)
                .map(Operation::event)
                .map(event -> event.id())
                .toList();
    }

    private static long points(Ledger ledger, String name) {
        return Child.customers(name).stream()
                .flatMap(customer -> ledger.account(customer).stream())
                .mapToLong(account -> account.points())
                .sum();
    }

    private static String integrity(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA integrity_check")) {
            return result.getString(1);
        }
    }
}
