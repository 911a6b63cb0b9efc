package dev.stempel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Processed;
import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.StempelException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * However events are put through rules, the outcome is that of one call for each: under the offers of each programme as
 * they are, and under rule books dealt at random from all of them. A failure names its seed: {@code -Dstempel.seed=…}
 * repeats it.
 */
class VariantsLawTest {

    private static final int FILES_IN_A_BOOK = 16;
    private static final long SEED = Long.getLong("stempel.seed", 1);
    private static final int ROUNDS = Boolean.getBoolean("stempel.long") ? 60 : 1;

    private static final Clock LATE = Clock.fixed(Instant.parse("2050-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final List<Shop> SHOPS = new ArrayList<>();

    /** Rules, and what is put through them. */
    private record Shop(String name, Random random, Map<String, String> rules, RandomCrowd crowd) {

        Programme programme(RuleBook book) {
            return Programme.of(book, crowd.policies()).withClock(LATE).withCustomers(this::customer);
        }

        Customer customer(String id) {
            return crowd.customers().getOrDefault(id, Customer.of(id));
        }

        Programme programme() {
            return programme(RuleBook.of(rules));
        }

        /** One call for each event: the simplest way, by which the others are judged. */
        List<Processed> oneByOne(Programme programme) {
            return crowd.events().stream().map(event -> one(programme, event)).toList();
        }

        /** Every other customer's events, each where it belongs. */
        void putHalf(int half, Programme programme, Processed[] processed) {
            for (int i = 0; i < processed.length; i++) {
                var event = crowd.events().get(i);
                if (Math.floorMod(event.customer().hashCode(), 2) == half) {
                    processed[i] = one(programme, event);
                }
            }
        }
    }

    private static void same(String name, List<Processed> processed, List<Processed> expected) {
        assertThat(processed).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(processed.get(i)).as("event %d %s", i, name).isEqualTo(expected.get(i));
        }
    }

    private static Processed one(Programme programme, Event event) {
        try {
            return new Processed(event, programme.process(event), List.of());
        } catch (StempelException e) {
            return new Processed(event, null, e.problems());
        }
    }

    private interface Variant {
        List<Processed> put(Shop shop, Programme simplest);
    }

    @BeforeAll
    static void openShops() throws IOException {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            var random = new Random(seed);
            var books = RuleTexts.dealt(random, FILES_IN_A_BOOK);
            for (var folder : RuleTexts.programmes()) {
                books.add(RuleBook.load(folder).texts());
            }
            for (var rules : books) {
                var name = "of seed " + seed + " under " + rules.keySet();
                SHOPS.add(new Shop(name, random, rules, RandomCrowd.of(random, rules.values())));
            }
        }
    }

    /** Compares a variant with the simplest programme, which has processed everything. */
    private static void hold(Variant variant) {
        long told = 0;
        for (var shop : SHOPS) {
            var simplest = shop.programme();
            var expected = shop.oneByOne(simplest);
            same(shop.name, variant.put(shop, simplest), expected);
            told += simplest.ledger().operations().filter(Operation::tells).count();
        }
        assertThat(told).isGreaterThan(1_000);
    }

    @Test
    void manyEventsInACallComeToTheSame() {
        hold((shop, simplest) -> {
            var programme = shop.programme();
            var processed = new ArrayList<Processed>();
            var events = shop.crowd.events();
            for (int from = 0, to; from < events.size(); from = to) {
                to = Math.min(events.size(), from + 1 + shop.random.nextInt(400));
                processed.addAll(programme.process(events.subList(from, to)));
            }
            assertThat(programme.ledger().operations().toList())
                    .isEqualTo(simplest.ledger().operations().toList());
            return processed;
        });
    }

    /** Also where they look at what is another customer's: at a shared budget, or at a receipt of the same number. */
    @Test
    void customersDecidedAtTheSameTimeComeToTheSame() {
        int divided = 0;
        for (var each : SHOPS) {
            for (var crowd : List.of(each.crowd.eachAlone(), each.crowd.withoutFriends())) {
                var shop = new Shop(each.name, each.random, each.rules, crowd);
                var inTurn = new ArrayList<String>();
                var simplest = noting(inTurn, shop);
                var atOnce = Collections.synchronizedList(new ArrayList<String>());
                var programme = noting(atOnce, shop);
                var expected = shop.oneByOne(simplest);
                same(shop.name, programme.process(crowd.events()), expected);
                assertThat(programme.ledger().operations().toList())
                        .isEqualTo(simplest.ledger().operations().toList());
                divided += atOnce.equals(inTurn) ? 0 : 1;
            }
        }
        if (Runtime.getRuntime().availableProcessors() > 1) {
            assertThat(divided).isPositive();
        }
    }

    /** Notes whose turn it is: divided among threads it is another customer's, however many of them the machine runs. */
    private static Programme noting(List<String> asked, Shop shop) {
        return shop.programme().withCustomers(id -> {
            asked.add(id);
            return shop.customer(id);
        });
    }

    @Test
    void customersOnTwoThreadsComeToTheSame() {
        hold((shop, simplest) -> {
            var alone = new Shop(shop.name, shop.random, withoutBudgets(shop.rules), shop.crowd.eachAlone());
            var programme = alone.programme();
            var processed = new Processed[alone.crowd.events().size()];
            IntStream.range(0, 2)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> alone.putHalf(thread, programme, processed)))
                    .toList()
                    .forEach(CompletableFuture::join);
            same("on two threads", List.of(processed), alone.oneByOne(alone.programme()));
            return shop.oneByOne(shop.programme());
        });
    }

    private static Map<String, String> withoutBudgets(Map<String, String> rules) {
        var without = new TreeMap<>(rules);
        without.values().removeIf(text -> text.contains("@budget"));
        return without.isEmpty() ? rules : without;
    }

    @Test
    void aRuleBookThatDecidedAllOfItBeforeComesToTheSame() {
        hold((shop, simplest) -> shop.oneByOne(shop.programme(simplest.rules())));
    }

    @Test
    void aRuleBookThatIsForgottenAndMadeAgainComesToTheSame() {
        hold((shop, simplest) -> {
            var programme = shop.programme();
            var hash = programme.rules().hash();
            return shop.crowd.events().stream()
                    .map(event -> {
                        if (shop.random.nextInt(50) == 0) {
                            OTHERS.forEach(programme::activate);
                            programme.activate(hash);
                        }
                        return one(programme, event);
                    })
                    .toList();
        });
    }

    /** More than a programme keeps compiled. */
    private static final List<RuleBook> OTHERS = IntStream.range(1, 6)
            .mapToObj(i -> RuleBook.of(Map.of("visit.drl", """
                    rule "Each visit gives points" @offer("visit")
                    when Purchase() then rewards.give( bonus( %d ) ); end
                    """.formatted(i))))
            .toList();

    @Test
    void aDecisionWithoutALedgerIsTheSame() {
        hold((shop, simplest) -> {
            var programme = shop.programme();
            return shop.crowd.events().stream()
                    .map(event -> {
                        var alone = decided(shop, programme, event);
                        var processed = one(programme, event);
                        return alone == null ? processed : alone;
                    })
                    .toList();
        });
    }

    /** What a call without a ledger says; absent where it takes one. */
    private static @Nullable Processed decided(Shop shop, Programme programme, Event event) {
        var ledger = programme.ledger();
        if (event instanceof Return
                || event instanceof AccountMerge
                || event instanceof AccountUnmerge
                || ledger.operation(event.id()).isPresent()) {
            return null;
        }
        var account = ledger.account(event.customer())
                .orElseGet(() ->
                        Account.empty(event.customer(), shop.crowd.policies().zone()));
        var customer = shop.customer(account.customer());
        try {
            return new Processed(
                    event, programme.decide(customer, account, event).outcome(), List.of());
        } catch (StempelException e) {
            return new Processed(event, null, e.problems());
        }
    }
}
