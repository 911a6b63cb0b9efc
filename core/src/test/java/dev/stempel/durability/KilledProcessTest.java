package dev.stempel.durability;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

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
            Integer.getInteger("stempel.rounds", Boolean.getBoolean("stempel.long") ? 200 : 20);
    private static final int MOST_SALES = 60;

    private final Random random = new Random(Long.getLong("stempel.seed", 1));

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereOnce() throws Exception {
        var schema = Postgres.freshSchema();
        var killed = "killed" + schema;
        var file = "jdbc:sqlite:" + folder.resolve("shop.db");
        var urls = List.of(file, Postgres.url(schema));
        for (int round = 0; round < ROUNDS; round++) {
            var name = "r" + round + "-";
            var acknowledged = sellUntilKilled(name, List.of(file, Postgres.url(schema, killed)));
            Postgres.untilLeft(killed);
            for (int i = 0; i < urls.size(); i++) {
                try (var ledger = Shop.ledger(urls.get(i))) {
                    Sales.verify(ledger, name, acknowledged.get("on " + i));
                }
            }
        }
        assertThat(integrity(urls.get(0))).isEqualTo("ok");
    }

    /** The ids that were acknowledged, by database. */
    private TreeMap<String, TreeSet<String>> sellUntilKilled(String name, List<String> urls) throws IOException {
        var acknowledged = new TreeMap<String, TreeSet<String>>();
        var child = Child.start("sell", name, urls);
        for (int left = random.nextInt(MOST_SALES); left > 0 || acknowledged.size() < urls.size(); left--) {
            add(acknowledged, requireNonNull(child.next(), "the till ended by itself"));
        }
        child.kill().forEach(line -> add(acknowledged, line));
        return acknowledged;
    }

    private static void add(TreeMap<String, TreeSet<String>> acknowledged, String line) {
        var words = line.split(" ");
        acknowledged.computeIfAbsent("on " + words[1], on -> new TreeSet<>()).add(words[2]);
    }

    private static String integrity(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA integrity_check")) {
            return result.getString(1);
        }
    }
}
