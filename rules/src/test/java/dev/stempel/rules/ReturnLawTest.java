package dev.stempel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Scenario 24 over rule books dealt at random from all programmes: what comes back leaves no trace. A failure names its
 * seed: {@code -Dstempel.seed=…} repeats it. {@code -Dstempel.rounds=…} deals the files more often.
 */
class ReturnLawTest {

    private static final Clock LATE = Clock.fixed(Instant.parse("2050-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Pattern ABOUT_PURCHASES = Pattern.compile("Purchase\\(|Bought\\(|TierReached\\(");
    private static final int FILES_IN_A_BOOK = 16;
    private static final int PURCHASES = 40;
    private static final long SEED = Long.getLong("stempel.seed", 1);
    private static final int ROUNDS =
            Integer.getInteger("stempel.rounds", Boolean.getBoolean("stempel.long") ? 200 : 2);

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
        var silent = new HashSet<>(offers);
        silent.removeAll(given);
        assertThat(silent)
                .as("of " + offers.size() + " offers about purchases, those that never gave anything")
                .hasSizeLessThan(offers.size() / 5);
    }

    private void hold(Random random, long seed, Map<String, String> texts) {
        var rules = RuleBook.of(texts);
        texts.forEach((file, text) -> {
            if (ABOUT_PURCHASES.matcher(text).find() && !text.contains("{offer}")) {
                offers.add(file.replace(".drl", ""));
            }
        });
        for (int i = 0; i < PURCHASES; i++) {
            var trade = new RandomTrade(random, RuleTexts.said(texts));
            var shop = new Shop(rules, trade.policies(), trade.customer(), trade.history());
            var purchase =
                    trade.purchase("law", shop.latest(trade.start()).plus(Duration.ofHours(random.nextInt(300))));
            var back = purchase.at().plus(Duration.ofDays(random.nextInt(50)));
            var name = "seed " + seed + ", purchase " + i + " under " + texts.keySet() + ": ";
            fullReturn(name, shop, purchase, trade.parts(purchase, back, true));
            partialReturns(name, shop, purchase, trade.parts(purchase, back, false));
        }
    }

    private void fullReturn(String name, Shop shop, Purchase purchase, List<Return> parts) {
        var touched = shop.open(given);
        touched.process(purchase).rewards().stream().map(Reward::offer).forEach(given::add);
        parts.forEach(touched::process);
        same(name + purchase.lines() + parts, touched, shop.open(given), parts);
    }

    private void partialReturns(String name, Shop shop, Purchase purchase, List<Return> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var inParts = shop.open(given);
        var atOnce = shop.open(given);
        inParts.process(purchase);
        atOnce.process(purchase);
        parts.forEach(inParts::process);
        var lines = parts.stream().flatMap(part -> part.lines().stream()).toList();
        atOnce.process(new Return("r-sum", purchase.customer(), parts.get(0).at(), purchase.id(), lines, ""));
        same(name + purchase.lines() + parts, inParts, atOnce, parts);
    }

    private static void same(String name, Programme one, Programme other, List<Return> parts) {
        for (int days : List.of(0, 10, 40, 400)) {
            var day = parts.get(0).at().plus(Duration.ofDays(days));
            assertThat(Picture.of(one, day)).as(name).isEqualTo(Picture.of(other, day));
        }
    }

    /** A shop in which one customer did this so far. */
    private record Shop(RuleBook rules, Policies policies, Customer customer, List<Event> history) {

        Programme open(Set<String> given) {
            var programme = Programme.of(rules, policies).withClock(LATE).withCustomers(id -> customer);
            for (var event : history) {
                programme.process(event).rewards().stream().map(Reward::offer).forEach(given::add);
            }
            return programme;
        }

        Instant latest(Instant otherwise) {
            return history.isEmpty()
                    ? otherwise
                    : history.get(history.size() - 1).at();
        }
    }
}
