package dev.stempel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.books.Audit;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.ledger.Ledger;
import dev.stempel.policy.Policies;
import dev.stempel.policy.Policies.Debt;
import dev.stempel.reward.Voucher;
import dev.stempel.scenario.LivelyShop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the stories leave out meets here: vouchers that expire, referrals, complaints, tiers and days among merges and their
 * undoing, reservations, late events and another rule book. There is no model; the ledgers must say the same, and the
 * books must agree. The seed of a failure is its test's name.
 */
class CombinationsTest {

    private static final int ROUNDS = Boolean.getBoolean("stempel.long") ? 500 : 12;

    private static final RuleBook EARLIER = rules("10 EUR per month", 20);
    private static final RuleBook LATER = rules("25 EUR per quarter", 50);

    private static LongStream seeds() {
        return LongStream.range(0, ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverMeetsEveryLedgerSaysTheSame(long seed) {
        var random = new Random(seed);
        var policies = policies(random);
        try (var one = Store.inMemory();
                var file = JdbcStore.sqlite();
                var bulk = JdbcStore.sqlite()) {
            var inMemory = Programme.of(EARLIER, policies, one.current());
            var inFile = Programme.of(EARLIER, policies, file.current());
            var atOnce = Programme.of(EARLIER, policies, bulk.current());
            for (var some : halves(LivelyShop.events(random))) {
                var events = new ArrayList<Event>();
                for (var event : some) {
                    for (var next : List.of(event, among(random, event, inMemory))) {
                        assertThat(LivelyShop.process(inFile, next)).isEqualTo(LivelyShop.process(inMemory, next));
                        events.add(next);
                    }
                }
                atOnce.process(events);
                inFile = Programme.of(EARLIER, policies, file.open());
                List.of(inMemory, inFile, atOnce).forEach(shop -> shop.activate(LATER));
            }
            for (var ledger : List.of(file.current(), bulk.current())) {
                saysTheSame(ledger, one.current());
                isSound(ledger, policies);
            }
            isSound(one.current(), policies);
        }
    }

    private static void saysTheSame(Ledger ledger, Ledger other) {
        assertThat(ledger.operations())
                .containsExactlyElementsOf(other.operations().toList());
        for (var customer : other.customers().toList()) {
            assertThat(ledger.account(customer)).isEqualTo(other.account(customer));
        }
    }

    private static void isSound(Ledger ledger, Policies policies) {
        assertThat(Audit.of(ledger, policies.currency()).problems()).isEmpty();
        ledger.operations()
                .flatMap(operation -> operation.decision().draws().stream())
                .filter(draw -> draw.cap() != null)
                .forEach(draw -> assertThat(draw.fits(ledger.budget(draw.key())))
                        .as(draw.key())
                        .isTrue());
    }

    /** Early and late; in either half some are told after the next. */
    private static List<List<Event>> halves(List<Event> events) {
        var told = new ArrayList<>(events);
        for (int i = 5; i < told.size(); i += 7) {
            Collections.swap(told, i, i - 1);
        }
        return List.of(told.subList(0, told.size() / 2), told.subList(told.size() / 2, told.size()));
    }

    /** Something else that happens at the time of an event. */
    private static Event among(Random random, Event event, Programme shop) {
        var id = event.id() + "+";
        var customer = "c-" + random.nextInt(3);
        var other = "c-" + random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 0 -> new AccountMerge(id, customer, event.at(), other);
            case 1 -> new AccountUnmerge(id, customer, event.at(), other);
            case 2 -> new Referral(id, customer, event.at(), other);
            case 3, 4 -> Redemption.reserve(id, customer, event.at(), 1 + random.nextInt(40));
            case 5 -> Redemption.commit(id, customer, event.at(), "e-" + random.nextInt(60) + "+");
            default -> new Redemption(id, customer, event.at(), 0, voucher(random, shop, customer));
        };
    }

    private static String voucher(Random random, Programme shop, String customer) {
        var known = shop.ledger().account(customer).stream()
                .flatMap(Account::unusedVouchers)
                .map(Voucher::code)
                .toList();
        return known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
    }

    private static Policies policies(Random random) {
        var zones = List.of("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe");
        var debts = Debt.values();
        return Policies.builder("Combined", zones.get(random.nextInt(zones.size())), "EUR")
                .pointDebt(debts[random.nextInt(debts.length)])
                .cardDebt(debts[random.nextInt(debts.length)])
                .pointValue(new BigDecimal("0.01"))
                .reservationTime(Books.POLICIES.reservationTime())
                .build();
    }

    private static RuleBook rules(String budget, int days) {
        var texts = new TreeMap<>(LivelyShop.RULES.texts());
        texts.put("tenth.drl", offer("tenth", "@budget(\"" + budget + "\")", "credit( percent(10).of( $net ) )"));
        texts.put("thanks.drl", offer("thanks", "", "voucher(\"5\").validFor( days(" + days + ") )"));
        return RuleBook.of(texts);
    }

    private static String offer(String id, String annotations, String gift) {
        return """
                package law
                rule "%1$s" @offer("%1$s") %2$s
                when
                    Purchase( $net : netOfDiscounts )
                then
                    rewards.give( %3$s );
                end
                """.formatted(id, annotations, gift);
    }
}
