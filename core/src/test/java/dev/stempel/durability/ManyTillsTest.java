package dev.stempel.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.reward.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many tills at once: each event counts once, whoever sent it, and what they share is never given twice. */
class ManyTillsTest {

    private static final boolean LONG = Boolean.getBoolean("stempel.long");
    private static final int THREADS = 64;
    private static final int CALLS = Integer.getInteger("stempel.calls", LONG ? 100_000 : 30);
    private static final int KEYS = LONG ? 1_000 : 200;
    private static final int CUSTOMERS = 50;

    @TempDir
    private Path folder;

    @Test
    void onSqliteEveryCallerOfAKeyGetsTheOutcomeOfTheOneTimeItCounted() throws Exception {
        everyKeyCountsOnce("jdbc:sqlite:" + folder.resolve("shop.db"));
    }

    @Test
    void onPostgresEveryCallerOfAKeyGetsTheOutcomeOfTheOneTimeItCounted() throws Exception {
        everyKeyCountsOnce(Postgres.url(Postgres.freshSchema()));
    }

    private static void everyKeyCountsOnce(String url) throws InterruptedException, ExecutionException {
        var first = new ConcurrentHashMap<Integer, Outcome>();
        try (var ledger = Shop.ledger(url)) {
            var shop = Shop.on(ledger);
            var pool = Executors.newFixedThreadPool(THREADS);
            var calling = IntStream.range(0, THREADS)
                    .mapToObj(thread -> pool.submit(() -> call(shop, first, new Random(thread), CALLS)))
                    .toList();
            pool.shutdown();
            for (Future<?> calls : calling) {
                calls.get();
            }
            assertThat(ledger.operations().map(operation -> operation.event().id()))
                    .doesNotHaveDuplicates()
                    .hasSize(first.size());
            assertThat(prizes(ledger)).isEqualTo(Math.min(Shop.PRIZES, first.size()));
        }
    }

    private static void call(Programme shop, Map<Integer, Outcome> first, Random random, int calls) {
        for (int i = 0; i < calls; i++) {
            int key = random.nextInt(KEYS);
            var outcome = shop.process(Shop.draw("draw-" + key, "c-" + key % CUSTOMERS));
            var other = first.putIfAbsent(key, outcome);
            assertThat(other == null ? outcome : other).isEqualTo(outcome);
        }
    }

    private static long prizes(JdbcLedger ledger) {
        return ledger.customers()
                .flatMap(customer -> ledger.account(customer).stream())
                .mapToLong(account -> account.points())
                .sum();
    }

    @Test
    void twoProcessesOnOnePostgresGiveExactlyWhatTheirBudgetHolds() throws IOException {
        var url = Postgres.url(Postgres.freshSchema());
        var one = Child.start("draw", "one-", List.of(url));
        var other = Child.start("draw", "other-", List.of(url));
        int given = given(one) + given(other);
        assertThat(given).isEqualTo(Shop.PRIZES);
        try (var ledger = Shop.ledger(url)) {
            assertThat(prizes(ledger)).isEqualTo(Shop.PRIZES);
        }
    }

    private static int given(Child.Running child) throws IOException {
        int given = 0;
        for (var line = child.next(); line != null; line = child.next()) {
            given += line.endsWith("in vain") ? 0 : 1;
        }
        return given;
    }
}
