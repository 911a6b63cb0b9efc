package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Purchase;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Policies POLICIES = Policies.of("High Street", "Europe/Amsterdam", "EUR");
    private static final int MANY = Boolean.getBoolean("stempel.long") ? 10_000 : 1_000;

    private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
    private final AtomicInteger loads = new AtomicInteger();

    /** A shop named by a number gives that many points for a visit; the engine is needed for every tenth. */
    private Programme load(String shop) {
        loads.incrementAndGet();
        var visit = """
                rule "Visit" @offer("visit")
                when
                    Purchase( $net : netOfDiscounts )
                    %s
                then
                    rewards.give( bonus( %s ) );
                end
                """.formatted(shop.endsWith("0") ? "Bought( category == \"things\", amount >= $net )" : "", shop);
        return Programme.of(
                RuleBook.of(Map.of("visit.drl", visit)),
                POLICIES,
                ledgers.computeIfAbsent(shop, one -> new InMemoryLedger()));
    }

    private static long points(Shops shops, String shop, String purchase) {
        try {
            return shops.programme(shop)
                    .process(Purchase.of(purchase, "c-7", NOON).line("something", "things", 1, "5.00"))
                    .points();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aShopIsLoadedWhenItIsAskedForAndThenKept() {
        var shops = new Shops(2, this::load);
        assertThat(points(shops, "7", "p-1")).isEqualTo(7);
        assertThat(points(shops, "7", "p-2")).isEqualTo(7);
        assertThat(loads).hasValue(1);
    }

    @Test
    void theOneThatWasNotAskedForLongestIsLetGo() {
        var shops = new Shops(2, this::load);
        for (var shop : new String[] {"1", "2", "1", "3", "1", "2"}) {
            points(shops, shop, "p-1");
        }
        assertThat(loads).hasValue(4);
        assertThat(shops.size()).isEqualTo(2);
    }

    @Test
    void whoHasAProgrammeGoesOnWithItWhenItIsLetGo() throws IOException {
        var shops = new Shops(1, this::load);
        var kept = shops.programme("10");
        points(shops, "2", "p-1");
        var purchase = Purchase.of("p-1", "c-7", NOON).line("something", "things", 1, "5.00");
        assertThat(kept.process(purchase).points()).isEqualTo(10);
        assertThat(points(shops, "10", "p-1")).isEqualTo(10);
        assertThat(shops.programme("10").account("c-7").points()).isEqualTo(10);
    }

    @Test
    void aShopThatIsReloadedHasItsNewRules() throws IOException {
        var shops = new Shops(2, this::load);
        var before = shops.programme("3");
        shops.reload("3");
        assertThat(shops.programme("3")).isNotSameAs(before);
        assertThat(loads).hasValue(2);
    }

    @Test
    void aShopThatCannotBeLoadedTellsItsProblemsEachTimeAndIsTriedAgainLater() {
        var now = new AtomicInteger();
        var shops = new Shops(2, this::load, () -> NOON.plusSeconds(now.get()));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> shops.programme("no number"))
                    .isInstanceOf(InvalidRules.class)
                    .hasMessageContaining("visit.drl");
        }
        assertThat(loads).hasValue(1);
        now.set(6);
        assertThatThrownBy(() -> shops.programme("no number")).isInstanceOf(InvalidRules.class);
        assertThat(loads).hasValue(2);
        assertThat(points(shops, "4", "p-1")).isEqualTo(4);
    }

    @Test
    void howeverManyAskAtTheSameTimeEachShopIsLoadedOnce() {
        var shops = new Shops(8, this::load);
        var points = IntStream.range(0, 800)
                .parallel()
                .mapToLong(i -> points(shops, "" + (1 + i % 8), "p-" + i))
                .sum();
        assertThat(points).isEqualTo(100 * IntStream.rangeClosed(1, 8).sum());
        assertThat(loads).hasValue(8);
    }

    @Test
    void aThousandShopsLeaveNoClassesAndNoMemoryBehind() {
        var shops = new Shops(50, this::load);
        visit(shops, 1, 200);
        long classes = classes();
        long bytes = bytes();
        visit(shops, 201, MANY);
        assertThat(shops.size()).isEqualTo(50);
        assertThat(classes() - classes).isLessThan(100);
        assertThat(bytes() - bytes).isLessThan(20_000_000);
    }

    private void visit(Shops shops, int from, int to) {
        for (int shop = from; shop <= to; shop++) {
            assertThat(points(shops, "" + shop, "p-1")).isEqualTo(shop);
            ledgers.clear();
        }
    }

    private static long classes() {
        bytes();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static long bytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
