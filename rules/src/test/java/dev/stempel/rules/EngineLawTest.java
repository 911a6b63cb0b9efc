package dev.stempel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.check.CheckedBook;
import dev.stempel.check.RuleCheck;
import dev.stempel.engine.Compiler;
import dev.stempel.engine.Networks;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.policy.Policies;
import dev.stempel.settle.Decider;
import dev.stempel.settle.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Rules that are found by the facts they are about decide as the engine does, over rule books dealt at random from all
 * programmes, and over conditions made up at random. A failure names its seed: {@code -Dstempel.seed=…} repeats it.
 */
class EngineLawTest {

    private static final int FILES_IN_A_BOOK = 16;
    private static final int CUSTOMERS = 20;
    private static final long SEED = Long.getLong("stempel.seed", 1);
    private static final int ROUNDS =
            Integer.getInteger("stempel.rounds", Boolean.getBoolean("stempel.long") ? 200 : 2);

    private int rewards;

    @Test
    void whatIsFoundDirectlyIsWhatTheEngineFinds() throws IOException {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            var random = new Random(seed);
            for (var texts : RuleTexts.dealt(random, FILES_IN_A_BOOK)) {
                new RandomConditions(random).addTo(texts, FILES_IN_A_BOOK);
                hold(random, "seed " + seed + " under " + texts.keySet() + ": ", texts);
            }
        }
        assertThat(rewards).isGreaterThan(1_000);
    }

    private void hold(Random random, String name, Map<String, String> texts) {
        CheckedBook book = new RuleCheck(List.of()).book(texts);
        var direct = Compiler.compile(book);
        var engine = Compiler.compileForEngine(book);
        for (int i = 0; i < CUSTOMERS; i++) {
            var trade = new RandomTrade(random, RuleTexts.said(texts));
            var events = new ArrayList<>(trade.history());
            var latest = events.isEmpty()
                    ? trade.start()
                    : events.get(events.size() - 1).at();
            events.add(trade.purchase("last", latest.plus(Duration.ofHours(random.nextInt(300)))));
            var shop = new Shop(trade.policies(), trade.customer());
            var account = Account.empty(RandomTrade.CUSTOMER, shop.policies().zone());
            for (var event : events) {
                var decision = shop.decide(direct, account, event);
                assertThat(decision).as(name + event).isEqualTo(shop.decide(engine, account, event));
                rewards += decision.outcome().rewards().size();
                account = account.after(decision);
            }
        }
    }

    /** A shop with one customer. */
    private record Shop(Policies policies, Customer customer) {

        private static final Surroundings NOBODY_ELSE = new Surroundings(
                budget -> dev.stempel.account.Used.NOTHING,
                friend -> Account.empty(friend, java.time.ZoneOffset.UTC),
                friend -> Optional.empty());

        Decision decide(Networks networks, Account account, Event event) {
            return new Decider(networks, policies, NOBODY_ELSE, customer, account, event, List.of())
                    .decide()
                    .decision();
        }
    }
}
