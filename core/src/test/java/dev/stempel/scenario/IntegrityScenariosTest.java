package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.problem.EventConflict;
import dev.stempel.reward.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IntegrityScenariosTest {

    private static final int THREADS = 8;

    @Test
    @DisplayName("41 The same event twice gives the same outcome and one set of entries")
    void theSameEventTwiceIsCountedOnce() {
        var programme = programme(TierScenariosTest.POINTS);
        var first = programme.process(spend("p-1", "2026-02-10", "10"));
        var entries = programme.ledger().operation("p-1").orElseThrow().entries();
        assertThat(programme.process(spend("p-1", "2026-02-10", "10"))).isEqualTo(first);
        assertThat(programme.ledger().operations())
                .singleElement()
                .satisfies(operation ->
                        assertThat(operation.entries()).isEqualTo(entries).hasSize(1));
        assertThat(programme.account(CUSTOMER, at("2026-02-11")).points()).isEqualTo(10);
    }

    @Test
    @DisplayName("41 The same event from many threads gives the same outcome and one set of entries")
    void theSameEventFromManyThreadsIsCountedOnce() throws Exception {
        var programme = programme(TierScenariosTest.POINTS);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 100; round++) {
                var purchase = spend("p-" + round, "2026-02-10", "10");
                var start = new CyclicBarrier(THREADS);
                List<Future<Outcome>> outcomes = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    outcomes.add(threads.submit(() -> {
                        start.await();
                        return programme.process(purchase);
                    }));
                }
                for (var outcome : outcomes) {
                    assertThat(outcome.get(1, TimeUnit.MINUTES))
                            .isEqualTo(outcomes.get(0).get());
                }
            }
        } finally {
            threads.shutdown();
        }
        assertThat(programme.ledger().operations()).hasSize(100);
        assertThat(programme.account(CUSTOMER, at("2026-02-11")).points()).isEqualTo(1000);
    }

    @Test
    @DisplayName("41 The same id with other content is a clear error that changes nothing")
    void theSameIdWithOtherContentIsAConflict() {
        var programme = programme(TierScenariosTest.POINTS);
        programme.process(spend("p-1", "2026-02-10", "10"));
        var before = programme.account(CUSTOMER, at("2026-02-11"));
        assertThatThrownBy(() -> programme.process(spend("p-1", "2026-02-10", "11")))
                .isInstanceOf(EventConflict.class)
                .hasMessage("event p-1: The id was used before, for an event with other content. "
                        + "Maybe two receipts have the same number?");
        assertThat(programme.ledger().operations()).hasSize(1);
        assertThat(programme.account(CUSTOMER, at("2026-02-11"))).isEqualTo(before);
    }

    @Test
    @DisplayName("42 An offer edited after a purchase leaves the old outcome as it was")
    void anEditedOfferLeavesOldOutcomesAlone() {
        var programme = programme(TierScenariosTest.POINTS);
        var first = programme.process(spend("p-1", "2026-02-10", "10"));
        programme.activate(Shop.book(TierScenariosTest.POINTS.replace("points(1)", "points(2)")));
        assertThat(programme.process(spend("p-1", "2026-02-10", "10"))).isEqualTo(first);
        assertThat(programme.preview(spend("p-1", "2026-02-10", "10"))).isEqualTo(first);
        assertThat(programme.account(CUSTOMER, at("2026-02-11")).points()).isEqualTo(10);
        assertThat(programme.process(spend("p-2", "2026-02-11", "10")).points()).isEqualTo(20);
    }
}
