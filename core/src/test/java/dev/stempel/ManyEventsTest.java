package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many events in one call come to what a call for each comes to. */
class ManyEventsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final RuleBook RULES = RuleBook.of(Map.of("points.drl", """
            rule "A point for every euro" @offer("points") @budget("5000 points per year")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ) );
            end
            """));

    private final Programme together = programme();
    private final Programme oneByOne = programme();

    private static Programme programme() {
        return Programme.of(RULES, Policies.of("High Street", "Europe/Amsterdam", "EUR"));
    }

    private static Purchase spend(String id, String customer, String euros) {
        return Purchase.of(id, customer, NOON).line("something", "things", 1, euros);
    }

    @Test
    void theyComeToTheSameAsACallForEach() {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 1_200; i++) {
            var purchase = spend("p-" + i, "c-" + i % 7, "10");
            events.add(purchase);
            if (i % 3 == 0) {
                events.add(Return.ofAll("r-" + i, purchase, NOON));
            }
            if (i % 5 == 0) {
                events.add(new Redemption("x-" + i, "c-" + i % 7, NOON, 15, ""));
            }
        }
        var outcomes = together.process(events).stream().map(Processed::outcome).toList();
        assertThat(outcomes).isEqualTo(events.stream().map(oneByOne::process).toList());
        assertThat(together.ledger().operations().toList())
                .isEqualTo(oneByOne.ledger().operations().toList());
        assertThat(together.ledger().budget("points@2026"))
                .isEqualTo(oneByOne.ledger().budget("points@2026"));
        assertThat(together.account("c-3").points())
                .isEqualTo(oneByOne.account("c-3").points());
    }

    @Test
    void anEventThatMakesNoSenseKeepsNoneOfTheOthersBack() {
        var unknown = Return.ofAll("r-1", spend("p-none", "c-1", "5"), NOON);
        var processed = together.process(
                List.of(spend("p-1", "c-1", "10"), unknown, spend("p-1", "c-1", "11"), spend("p-2", "c-1", "20")));
        assertThat(processed).extracting(Processed::posted).containsExactly(true, false, false, true);
        assertThat(processed.get(1).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("has no purchase \"p-none\""));
        assertThat(processed.get(2).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("used before"));
        assertThat(together.account("c-1").points()).isEqualTo(30);
    }

    @Test
    void eventsSentAgainChangeNothing() {
        var events = List.of(spend("p-1", "c-1", "10"), spend("p-2", "c-1", "20"), spend("p-1", "c-1", "10"));
        var first = together.process(events);
        assertThat(together.process(events)).isEqualTo(first);
        assertThat(together.ledger().operations()).hasSize(2);
    }

    @Test
    void aFriendIsBroughtInOnce() {
        var processed = together.process(
                List.of(new Referral("f-1", "c-1", NOON, "c-9"), new Referral("f-2", "c-2", NOON, "c-9")));
        assertThat(processed.get(1).outcome()).isNotNull();
        assertThat(together.ledger().referrer("c-9")).contains("c-1");
        assertThat(together.account("c-2").referrals()).isEmpty();
    }

    /** Tills in threads of their own, each with the beginning of its ids. */
    private static void atOnce(int tills, Consumer<String> work) {
        var threads = Executors.newFixedThreadPool(tills);
        try {
            IntStream.range(0, tills)
                    .mapToObj(till -> CompletableFuture.runAsync(() -> work.accept("t-" + till + "-"), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void otherTillsInBetweenLoseNothing() {
        atOnce(4, name -> {
            for (int round = 0; round < 20; round++) {
                var events = new ArrayList<Event>();
                for (int i = 0; i < 10; i++) {
                    events.add(spend(name + round + "-" + i, "c-" + i, "1"));
                }
                together.process(events);
            }
        });
        assertThat(together.ledger().operations()).hasSize(800);
        assertThat(together.account("c-5").points()).isEqualTo(80);
    }

    @Test
    void twoLongLogsAtOnceLoseNothing() {
        atOnce(2, name -> {
            var events = new ArrayList<Event>();
            for (int i = 0; i < 3_000; i++) {
                events.add(spend(name + i, "c-" + i % 10, "1"));
            }
            together.process(events);
        });
        assertThat(together.ledger().operations()).hasSize(6_000);
        assertThat(together.ledger()
                        .customers()
                        .mapToLong(customer -> together.account(customer).points())
                        .sum())
                .isEqualTo(5_000);
    }

    @Test
    void aRuleBookThatIsNoLongerLoadedStillJudgesItsPurchases() {
        var ledger = new InMemoryLedger();
        var policies = Policies.of("High Street", "Europe/Amsterdam", "EUR");
        var purchase = spend("p-1", "c-1", "10");
        Programme.of(RULES, policies, ledger).process(purchase);
        var doubled =
                RuleBook.of(Map.of("points.drl", RULES.texts().get("points.drl").replace("points(1)", "points(2)")));
        var yearsLater = Programme.of(doubled, policies, ledger);
        assertThat(yearsLater.process(Return.ofAll("r-1", purchase, NOON)).points())
                .isEqualTo(-10);
    }

    @Test
    void rewardsAndRefusalsAreReadInOrderUntilAcknowledged() {
        together.process(List.of(spend("p-1", "c-1", "10"), spend("p-2", "c-2", "0.50"), spend("p-3", "c-1", "10")));
        var ledger = together.ledger();
        assertThat(ledger.outbox(10)).extracting(one -> one.event().id()).containsExactly("p-1", "p-3");
        assertThat(ledger.outbox(1)).extracting(one -> one.event().id()).containsExactly("p-1");
        ledger.acknowledge(List.of("p-1"));
        ledger.acknowledge(List.of("p-1"));
        assertThat(ledger.outbox(10)).extracting(one -> one.event().id()).containsExactly("p-3");
    }
}
