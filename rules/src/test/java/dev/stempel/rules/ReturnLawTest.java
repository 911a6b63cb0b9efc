package dev.stempel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.offer.Offer;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Reward;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Scenario 24 over rule books dealt at random from all programmes: what comes back leaves no trace. A failure names its
 * seed: {@code -Dstempel.seed=…} repeats it. {@code -Dstempel.rounds=…} deals the files more often.
 */
class ReturnLawTest {

    private static final Clock LATE = Clock.fixed(Instant.parse("2050-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int FILES_IN_A_BOOK = 16;
    private static final int PURCHASES = 40;
    private static final long SEED = Long.getLong("stempel.seed", 1);
    private static final int ROUNDS = Integer.getInteger("stempel.rounds", 1);

    private final Set<String> offers = new HashSet<>();
    private final Set<String> given = new HashSet<>();

    @Test
    void whatComesBackLeavesNoTraceAndPartsEndWhereTheirSumEnds() throws IOException {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            var random = new Random(seed);
            for (var texts : RuleTexts.dealt(random, FILES_IN_A_BOOK)) {
                hold(random, seed, texts);
            }
        }
        var neverGiven = new HashSet<>(offers);
        neverGiven.removeAll(given);
        assertThat(neverGiven).as("offers that gave nothing").hasSizeLessThan(offers.size() / 4);
    }

    private void hold(Random random, long seed, Map<String, String> texts) {
        var rules = RuleBook.of(texts);
        rules.offers().stream().map(Offer::id).forEach(offers::add);
        for (int i = 0; i < PURCHASES; i++) {
            var trade = new RandomTrade(random, texts.values());
            var name = "seed " + seed + ", purchase " + i + " under " + texts.keySet();
            var customer = trade.customer();
            var history = trade.history();
            var at = history.isEmpty()
                    ? trade.start()
                    : history.get(history.size() - 1).at();
            var purchase = trade.purchase("law", at.plus(Duration.ofHours(random.nextInt(300))));
            var back = purchase.at().plus(Duration.ofDays(random.nextInt(50)));
            fullReturn(name, rules, customer, history, purchase, trade.parts(purchase, back, true));
            partialReturns(name, rules, customer, history, purchase, trade.parts(purchase, back, false));
        }
    }

    private void fullReturn(
            String name,
            RuleBook rules,
            Customer customer,
            List<Event> history,
            Purchase purchase,
            List<Return> parts) {
        var touched = programme(rules, customer, history);
        var untouched = programme(rules, customer, history);
        remember(touched.process(purchase));
        parts.forEach(touched::process);
        same(name + ", all back: " + purchase.lines() + parts, touched, untouched, parts);
    }

    private void partialReturns(
            String name,
            RuleBook rules,
            Customer customer,
            List<Event> history,
            Purchase purchase,
            List<Return> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var inParts = programme(rules, customer, history);
        var atOnce = programme(rules, customer, history);
        inParts.process(purchase);
        atOnce.process(purchase);
        parts.forEach(inParts::process);
        var lines = parts.stream().flatMap(part -> part.lines().stream()).toList();
        atOnce.process(new Return("r-sum", purchase.customer(), parts.get(0).at(), purchase.id(), lines, ""));
        same(name + ", in parts: " + purchase.lines() + parts, inParts, atOnce, parts);
    }

    private static void same(String name, Programme one, Programme other, List<Return> parts) {
        for (int days : List.of(0, 10, 40, 400)) {
            var day = parts.get(0).at().plus(Duration.ofDays(days));
            assertThat(Picture.of(one, day)).as(name).isEqualTo(Picture.of(other, day));
        }
    }

    private Programme programme(RuleBook rules, Customer customer, List<Event> history) {
        var policies = Policies.builder("High Street", "Europe/Amsterdam", "EUR")
                .partner("Page One", "books")
                .build();
        var programme = Programme.of(rules, policies).withClock(LATE).withCustomers(id -> customer);
        history.forEach(event -> remember(programme.process(event)));
        return programme;
    }

    private void remember(Outcome outcome) {
        outcome.rewards().stream().map(Reward::offer).forEach(given::add);
    }
}
