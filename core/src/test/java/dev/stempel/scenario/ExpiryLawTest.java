package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.ledger.Operation;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What expires needs nobody to see it; days only put it into the books. The seed of a failure is its test's name. */
class ExpiryLawTest {

    private static final String CUSTOMER = "customer:" + Shop.CUSTOMER + ":";

    private static final String POINTS = """
            rule "A point per euro for thirty days" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ).expiringAfter( days(30) ) );
            end
            """;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("stempel.rounds", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theAccountIsTheSameWithDaysLateOftenOrNever(long seed) {
        var events = RandomDays.of(seed, 40).stream()
                .filter(event -> !(event instanceof Day))
                .toList();
        var never = after(events);
        var often = after(withDays(events, new Random(seed)));
        for (var event : events) {
            for (int days : List.of(0, 13, 45)) {
                var at = event.at().plus(Duration.ofDays(days));
                assertThat(seen(often.account(Shop.CUSTOMER, at))).isEqualTo(seen(never.account(Shop.CUSTOMER, at)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBooksSayWhatTheAccountHasAndWhatIsDue(long seed) {
        var programme = Programme.of(RandomDays.RULES, Shop.policies().build());
        for (var event : withDays(RandomDays.of(seed, 40), new Random(seed))) {
            programme.process(event);
            var account = programme.ledger().account(Shop.CUSTOMER).orElseThrow();
            for (int days : List.of(0, 70)) {
                compare(programme, account.at(event.at().plus(Duration.ofDays(days))));
            }
            if (event instanceof Day) {
                assertThat(account.due()).isEmpty();
            }
        }
    }

    @Test
    void expiredPointsAreBreakageOnceHoweverOftenDaysCome() {
        var programme = Shop.programme(POINTS);
        programme.process(Shop.spend("p-1", "2026-03-01", "100"));
        assertThat(day(programme, "d-1", "2026-03-31").all(Expired.class)).isEmpty();
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-04-01")).due())
                .isEqualTo(Map.of("points", new BigDecimal("100")));
        assertThat(day(programme, "d-2", "2026-06-01").all(Expired.class))
                .containsExactly(new Expired("points", new BigDecimal("100")));
        assertThat(day(programme, "d-3", "2026-06-01").all(Expired.class)).isEmpty();
        assertThat(programme.ledger().operation("d-2").orElseThrow().entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.from()).isEqualTo(CUSTOMER + "points");
                    assertThat(entry.to()).isEqualTo("programme:breakage");
                    assertThat(entry.amount()).isEqualByComparingTo("100");
                });
    }

    @Test
    void goodsWhosePointsAreBreakageAlreadyComeBackWithoutADebt() {
        var programme = Shop.programme(POINTS);
        var purchase = Shop.spend("p-1", "2026-03-01", "100");
        programme.process(purchase);
        day(programme, "d-1", "2026-04-05");
        programme.process(dev.stempel.event.Return.ofAll("r-1", purchase, Shop.at("2026-04-10")));
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-04-10")).points())
                .isZero();
        assertThat(day(programme, "d-2", "2026-04-11").all(Expired.class))
                .containsExactly(new Expired("points", new BigDecimal("-100")));
        assertThat(booked(programme)).isEmpty();
    }

    private static dev.stempel.reward.Outcome day(Programme programme, String id, String local) {
        return programme.process(new Day(id, Shop.CUSTOMER, Shop.at(local)));
    }

    private static Programme after(List<Event> events) {
        var programme = Programme.of(RandomDays.RULES, Shop.policies().build());
        events.forEach(programme::process);
        return programme;
    }

    private static List<Event> withDays(List<Event> events, Random random) {
        var all = new ArrayList<Event>(events);
        Instant end = events.get(events.size() - 1).at();
        for (int i = 0; i < 20; i++) {
            long hours = random.nextInt(
                    (int) Duration.between(events.get(0).at(), end).toHours() + 1_000);
            all.add(new Day(
                    "day-" + i,
                    Shop.CUSTOMER,
                    events.get(0).at().plus(Duration.ofHours(hours)).plusSeconds(1)));
        }
        all.sort(Comparator.comparing(Event::at));
        return all;
    }

    private static List<Object> seen(Account account) {
        var cards = new TreeMap<String, Object>();
        account.cards().keySet().forEach(name -> cards.put(name, account.card(name)));
        return List.of(
                account.points(),
                account.pendingPoints(),
                account.outstandingPoints(),
                account.debt(),
                cards,
                List.copyOf(account.openVouchers()),
                account.tier(),
                account.missingToNextTier(),
                account.history());
    }

    private static void compare(Programme programme, Account account) {
        var expected = new TreeMap<String, BigDecimal>();
        add(expected, "points", BigDecimal.valueOf(account.outstandingPoints()));
        for (var name : account.cards().keySet()) {
            add(
                    expected,
                    "stamps:" + name,
                    BigDecimal.valueOf(account.card(name).filled()));
        }
        for (Voucher voucher : account.vouchers().values()) {
            if (voucher.validThrough(account.today())) {
                add(expected, Expired.of(voucher.value()), Expired.amount(voucher.value()));
            }
        }
        account.due().forEach((what, amount) -> add(expected, what, amount));
        expected.values().removeIf(amount -> amount.signum() == 0);
        assertThat(booked(programme)).isEqualTo(plain(expected));
    }

    private static void add(Map<String, BigDecimal> sums, String what, BigDecimal amount) {
        sums.merge(what, amount, BigDecimal::add);
    }

    /** What the entries come to for the customer, by what it is. */
    private static Map<String, BigDecimal> booked(Programme programme) {
        var sums = new TreeMap<String, BigDecimal>();
        programme
                .ledger()
                .history(Shop.CUSTOMER)
                .map(Operation::entries)
                .flatMap(List::stream)
                .forEach(entry -> {
                    book(sums, entry.to(), entry.unit(), entry.amount());
                    book(sums, entry.from(), entry.unit(), entry.amount().negate());
                });
        return plain(sums);
    }

    private static void book(Map<String, BigDecimal> sums, String account, String unit, BigDecimal amount) {
        if (account.startsWith(CUSTOMER) && !account.endsWith(":received")) {
            add(sums, account.endsWith(":vouchers") ? (unit.equals("EUR") ? "vouchers" : unit) : unit, amount);
        }
    }

    private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
        var plain = new TreeMap<String, BigDecimal>();
        sums.forEach((what, sum) -> {
            if (sum.signum() != 0) {
                plain.put(what, sum.stripTrailingZeros());
            }
        });
        return plain;
    }
}
