package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.account.Account;
import dev.stempel.books.Audit;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.problem.InvalidInput;
import dev.stempel.scenario.LivelyShop;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two tills are cut off for a while, each with its customers, and merged in any order, with interruptions: the accounts
 * are those of a shop that was never cut off. The seed of a failure is its test's name.
 */
class OfflineTillLawTest {

    private static final int ROUNDS = Boolean.getBoolean("stempel.long") ? 1_000 : 20;

    /** Without the offer whose budget binds. */
    private static final RuleBook RULES = rules();

    @TempDir
    private Path folder;

    private static RuleBook rules() {
        var texts = new TreeMap<>(LivelyShop.RULES.texts());
        texts.remove("gold-special.drl");
        return RuleBook.of(texts);
    }

    private static LongStream seeds() {
        return LongStream.range(0, ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergedTillsGiveTheAccountsOfAShopThatWasNeverCutOff(long seed) {
        isTheSame(seed, new InMemoryLedger(), List.of(new InMemoryLedger(), new InMemoryLedger()));
    }

    @Test
    void filesAreMergedIntoADatabase() {
        try (var pool = Postgres.pool(Postgres.freshSchema(), 4);
                var one = JdbcLedger.sqlite(folder.resolve("till-1.db"));
                var other = JdbcLedger.sqlite(folder.resolve("till-2.db"))) {
            isTheSame(7, JdbcLedger.of(pool), List.of(one, other));
        }
    }

    private static void isTheSame(long seed, Ledger ledger, List<Ledger> tills) {
        var random = new Random(seed);
        var events = withoutReturnsAcross(LivelyShop.events(random));
        var whole = shop(new InMemoryLedger());
        events.forEach(event -> process(whole, event));

        var central = shop(ledger);
        int cut = events.size() / 3;
        events.subList(0, cut).forEach(event -> process(central, event));
        var programmes = new ArrayList<Programme>();
        for (int i = 0; i < tills.size(); i++) {
            var till = shop(tills.get(i));
            till.borrow(central.withClock(at(events.get(cut)))
                    .lend(List.of("c-" + i), LoanTerms.until(LocalDate.of(2027, 1, 1))));
            programmes.add(till);
        }
        for (var event : events.subList(cut, events.size())) {
            int customer = Integer.parseInt(event.customer().substring(2));
            var place = customer < tills.size() ? programmes.get(customer) : central;
            process(place, event);
            if (random.nextInt(10) == 0) {
                process(place, event);
            }
        }
        tills.forEach(OfflineTillLawTest::isSound);
        isMerged(random, central, tills);
        events.forEach(event -> process(central, event));
        for (var customer : List.of("c-0", "c-1", "c-2")) {
            assertThat(picture(central, customer)).isEqualTo(picture(whole, customer));
        }
    }

    private static void isMerged(Random random, Programme central, List<Ledger> tills) {
        var order = new ArrayList<>(tills);
        Collections.shuffle(order, random);
        for (var till : order) {
            var first = central.merge(till);
            var again = central.merge(till);
            assertThat(again.counted()).isZero();
            assertThat(again.repeated()).isEqualTo(first.counted() + first.repeated());
        }
        isSound(central.ledger());
    }

    private static void isSound(Ledger ledger) {
        assertThat(Audit.of(ledger, LivelyShop.POLICIES.currency()).problems()).isEmpty();
    }

    /** A till takes back only what it sold. */
    private static List<Event> withoutReturnsAcross(List<Event> events) {
        Map<String, Integer> bought = new HashMap<>();
        var some = new ArrayList<Event>();
        int cut = events.size() / 3;
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            if (event instanceof Purchase) {
                bought.put(event.id(), i);
            }
            boolean across = event instanceof Return returned
                    && (bought.getOrDefault(returned.purchase(), 0) < cut) != (i < cut);
            some.add(across ? new Day(event.id(), event.customer(), event.at()) : event);
        }
        return some;
    }

    private static Map<String, Object> picture(Programme shop, String customer) {
        Account account = shop.account(customer);
        var picture = new TreeMap<String, Object>();
        picture.put("points", account.points());
        picture.put("pending", account.pendingPoints());
        picture.put("outstanding", account.outstandingPoints());
        picture.put("vouchers", account.vouchers());
        picture.put("credit", account.credit().stripTrailingZeros().toPlainString());
        picture.put("earned", account.earned());
        picture.put("tier", account.tier());
        picture.put("bought", account.history().bought());
        account.cards()
                .keySet()
                .forEach(name -> picture.put("card " + name, account.card(name).filled()));
        shop.ledger()
                .balances(customer)
                .forEach(balance -> picture.put(
                        balance.account() + balance.unit(),
                        balance.amount().stripTrailingZeros().toPlainString()));
        return picture;
    }

    private static Programme shop(Ledger ledger) {
        return Programme.of(RULES, LivelyShop.POLICIES, ledger);
    }

    private static Clock at(Event event) {
        return Clock.fixed(event.at(), ZoneOffset.UTC);
    }

    private static void process(Programme shop, Event event) {
        try {
            shop.process(event);
        } catch (InvalidInput e) {
            // A return of what is back already: it is refused everywhere.
        }
    }
}
