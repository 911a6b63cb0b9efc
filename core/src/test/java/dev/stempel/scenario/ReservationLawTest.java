package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Lot;
import dev.stempel.books.Audit;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies.Debt;
import dev.stempel.reward.MoneyBack;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenario 24 while points are set aside. The seed of a failure is its test's name. */
class ReservationLawTest {

    private static final RuleBook RULES = Shop.book(
            offer("thirty-days", "cones", "expiringAfter( days(30) )"),
            offer("end-of-month", "subs", "expiringAtEndOfMonth( 1 )"),
            offer("pending", "teas", "pendingFor( days(14) ).expiringAfter( days(25) )"),
            offer("for-ever", "shoes", ""));

    private static final Duration LONG = Duration.ofDays(9);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How the first of the reservations ends. */
    private enum End {
        RELEASED,
        COMMITTED,
        OVER
    }

    private final List<Event> before = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("stempel.long") ? 20_000 : 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goodsThatComeBackBeforeOrAfterAReservationEndsLeaveTheSame(long seed) {
        var random = new Random(seed);
        var debt = Debt.values()[random.nextInt(3)];
        var end = End.values()[random.nextInt(3)];
        var reserved = Shop.at("2026-02-20").plus(Duration.ofHours(random.nextInt(400)));
        months(random, reserved);
        var told = after(debt, before);
        long points = told.account(Shop.CUSTOMER, reserved).points();
        var promises = reservations(random, reserved, points);
        var purchase = purchases.get(random.nextInt(purchases.size()));
        var over = reserved.plus(LONG);
        var back = end == End.OVER ? over : reserved.plus(Duration.ofHours(random.nextInt(200)));
        var returnFirst = new ArrayList<>(before);
        var endFirst = new ArrayList<>(before);
        returnFirst.addAll(promises);
        endFirst.addAll(promises);
        returnFirst.add(Return.ofAll("r", purchase, back.minus(MINUTE)));
        if (end != End.OVER) {
            returnFirst.add(end(end, back));
            endFirst.add(end(end, back.minus(MINUTE)));
        }
        endFirst.add(Return.ofAll("r", purchase, back));
        assertSame(debt, returnFirst, endFirst, over);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPurchaseAndItsReturnAreNothingWhateverIsSetAsideMeanwhile(long seed) {
        var random = new Random(seed);
        var debt = Debt.values()[random.nextInt(3)];
        var at = Shop.at("2026-02-20").plus(Duration.ofDays(random.nextInt(20)));
        months(random, at);
        long points = after(debt, before).account(Shop.CUSTOMER, at).points();
        var promises = reservations(random, at.plus(MINUTE), points);
        var untouched = new ArrayList<>(before);
        var touched = new ArrayList<>(before);
        var purchase = purchase(random, "law", at);
        touched.add(purchase);
        touched.addAll(promises);
        untouched.addAll(promises);
        var end = end(random.nextBoolean() ? End.RELEASED : End.COMMITTED, at.plus(MINUTE.multipliedBy(3)));
        boolean late = random.nextBoolean();
        if (late) {
            touched.add(end);
        }
        touched.add(Return.ofAll("r", purchase, at.plus(MINUTE.multipliedBy(late ? 4 : 2))));
        if (!late) {
            touched.add(end);
        }
        untouched.add(end);
        assertSame(debt, touched, untouched, at.plus(LONG));
    }

    private static void assertSame(Debt debt, List<Event> one, List<Event> other, Instant over) {
        var first = after(debt, one);
        var second = after(debt, other);
        for (int days : List.of(1, 15, 40)) {
            var at = over.plus(Duration.ofDays(days));
            for (var programme : List.of(first, second)) {
                programme.process(new Day("day-" + days, Shop.CUSTOMER, at));
            }
            assertThat(picture(first, at)).isEqualTo(picture(second, at));
        }
        assertThat(charged(first)).isEqualByComparingTo(charged(second));
        assertThat(Audit.of(first.ledger(), first.policies().currency()).problems())
                .isEmpty();
    }

    private static Map<String, Object> picture(Programme programme, Instant at) {
        var account = programme.account(Shop.CUSTOMER, at);
        var picture = new TreeMap<String, Object>();
        picture.put("points", account.points());
        picture.put("pending", account.pendingPoints());
        picture.put("outstanding", account.outstandingPoints());
        picture.put("debt", account.debt());
        picture.put(
                "lots",
                account.lots().stream()
                        .sorted(Comparator.comparing(Lot::toString))
                        .toList());
        return picture;
    }

    private static BigDecimal charged(Programme programme) {
        try (var history = programme.ledger().history(Shop.CUSTOMER)) {
            return history.flatMap(operation -> operation.decision().outcome().all(MoneyBack.class))
                    .map(MoneyBack::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static Programme after(Debt debt, List<Event> events) {
        var policies = Shop.policies()
                .pointDebt(debt)
                .pointValue(new BigDecimal("0.05"))
                .reservationTime(LONG);
        var programme = Programme.of(RULES, policies.build());
        events.forEach(programme::process);
        return programme;
    }

    /** Purchases and redemptions of two months; some of the points of some purchases are spent. */
    private void months(Random random, Instant end) {
        for (int i = 0; i < 6; i++) {
            var purchase = purchase(random, "p-" + i, end.minus(Duration.ofHours(1 + random.nextInt(1_000))));
            purchases.add(purchase);
            before.add(purchase);
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            var at = end.minus(Duration.ofHours(random.nextInt(500)));
            before.add(new Redemption("s-" + i, Shop.CUSTOMER, at, 1 + random.nextInt(20), ""));
        }
        before.sort(Comparator.comparing(Event::at));
    }

    private static Purchase purchase(Random random, String id, Instant at) {
        var purchase = Purchase.of(id, Shop.CUSTOMER, at);
        for (int line = 0; line <= random.nextInt(2); line++) {
            var category = List.of("cones", "subs", "teas", "shoes").get(random.nextInt(4));
            purchase = purchase.line(Line.of(category + line, category, 1 + random.nextInt(12), "1.00"));
        }
        return purchase;
    }

    /** One or two; the second is over when its time is. */
    private static List<Event> reservations(Random random, Instant at, long points) {
        var reservations = new ArrayList<Event>();
        long left = points;
        for (int i = 0; i <= random.nextInt(2) && left > 0; i++) {
            long some = 1 + random.nextLong(left);
            reservations.add(Redemption.reserve("x-" + i, Shop.CUSTOMER, at, some));
            left -= some;
        }
        return reservations;
    }

    private static Redemption end(End end, Instant at) {
        return end == End.COMMITTED
                ? Redemption.commit("x-end", Shop.CUSTOMER, at, "x-0")
                : Redemption.release("x-end", Shop.CUSTOMER, at, "x-0");
    }

    private static String offer(String id, String category, String terms) {
        return """
                package law
                rule "%1$s"
                    @offer("%1$s")
                when
                    Bought( category == "%2$s", $n : paidUnits )
                then
                    rewards.give( points(1).forEach( $n )%3$s );
                end
                """.formatted(id, category, terms.isEmpty() ? "" : "." + terms);
    }
}
