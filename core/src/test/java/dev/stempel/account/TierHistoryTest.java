package dev.stempel.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.policy.Policies.Downgrade;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tiers are worked out from turning points only; here they are compared with a clerk who goes through every day. */
class TierHistoryTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate FIRST = LocalDate.parse("2023-01-01");
    private static final int DAYS = 5 * 365;
    private static final int CUSTOMERS = 20;
    private static final List<String> TIERS = List.of("Bronze", "Silver", "Gold", "Platinum");
    private static final List<Long> THRESHOLDS = List.of(0L, 100L, 200L, 400L);

    @ParameterizedTest(name = "{0}, grace {2}, {3}")
    @CsvSource({
        "inAny( months(12) ), P12M, P1M, ONE_STEP",
        "inAny( months(12) ), P12M, P1M, TO_SUPPORTED",
        "inAny( months(12) ), P12M,    , ONE_STEP",
        "inAny( months(1) ),  P1M,  P10D, ONE_STEP",
        "inAny( days(90) ),   P90D,    , ONE_STEP",
        "inAny( days(90) ),   P90D, P200D, ONE_STEP",
        "inAny( days(90) ),   P90D, P1M, TO_SUPPORTED",
        "inCalendarYear(),        ,    , ONE_STEP",
        "inCalendarYear(),        , P1M, ONE_STEP",
        "inCalendarYear(),        , P2M, TO_SUPPORTED",
    })
    void agreesWithAClerkWhoGoesThroughEveryDay(
            String sentence, @Nullable Period window, @Nullable Period grace, Downgrade downgrade) {
        var programme = programme(sentence, grace, downgrade, Policies.TierAfterReturn.DEMOTE);
        var random = new Random(27);
        for (int number = 0; number < CUSTOMERS; number++) {
            var events = events(random, "c-" + number);
            events.forEach(programme::process);
            for (int i = 0; i < 12; i++) {
                var at = instant(random, 2 * 365 + DAYS);
                var clerk =
                        new DayByDay(THRESHOLDS, window, grace, downgrade == Downgrade.ONE_STEP, earned(events, at));
                compare(programme.account("c-" + number, at), clerk, events);
            }
        }
    }

    private static void compare(Account account, DayByDay clerk, List<Event> events) {
        if (account.ladder() == null) {
            assertThat(clerk.points()).isEmpty();
            return;
        }
        var day = account.today();
        int level = clerk.levelOn(day);
        assertThat(account.tier()).as("on %s after %s", day, events).isEqualTo(TIERS.get(level));
        assertThat(account.qualifyingPoints()).isEqualTo(clerk.countingOn(day));
        boolean top = level == TIERS.size() - 1;
        assertThat(account.nextTier()).isEqualTo(top ? "" : TIERS.get(level + 1));
        assertThat(account.missingToNextTier())
                .isEqualTo(top ? 0 : Math.max(0, THRESHOLDS.get(level + 1) - clerk.countingOn(day)));
    }

    /** Looking at every day that counts is what would make events of old customers slow. */
    @ParameterizedTest
    @EnumSource(Policies.TierAfterReturn.class)
    void onlyDaysOnWhichThePointsThatCountChangeAreLookedAt(Policies.TierAfterReturn policy) {
        var programme = programme("inAny( months(12) )", Period.ofMonths(1), Downgrade.ONE_STEP, policy);
        for (int day = 0; day < 3 * 365; day++) {
            var at = FIRST.plusDays(day).atTime(12, 0).atZone(ZONE).toInstant();
            programme.process(Purchase.of("p-" + day, "daily", at).line("something", "things", 1, "" + day % 3));
        }
        var account = programme.ledger().account("daily").orElseThrow();
        var today = account.today();
        var lapsing = today.minusYears(1);
        var few = new TreeMap<>(account.earned());
        few.subMap(lapsing.plusDays(10), today).clear();
        few.headMap(lapsing.minusDays(5)).clear();

        assertThat(few.size()).isLessThan(20);
        for (int day = 0; day < 8; day++) {
            assertThat(standing(account, Days.of(few), today.plusDays(day)))
                    .isEqualTo(standing(account, Days.of(account.earned()), today.plusDays(day)));
        }
    }

    private static @Nullable Standing standing(Account account, Days earned, LocalDate day) {
        return new Qualifying(account.ladder(), earned, account.tierMemory()).standing(() -> 0, day);
    }

    private static Programme programme(
            String sentence, @Nullable Period grace, Downgrade downgrade, Policies.TierAfterReturn afterReturn) {
        var points = """
                rule "A point for every euro" @offer("points")
                when
                    $purchase : Purchase()
                then
                    rewards.give( points(1).per(1).of( $purchase.goods() ) );
                end
                """;
        var tiers = """
                rule "Four tiers" @offer("tiers")
                when
                    Purchase()
                then
                    rewards.tiers("Bronze").then("Silver", 100).then("Gold", 200).then("Platinum", 400)%s.%s;
                end
                """.formatted(grace == null ? "" : ".grace( " + words(grace) + " )", sentence);
        return Programme.of(
                        RuleBook.of(Map.of("points.drl", points, "tiers.drl", tiers)),
                        Policies.builder("Tiers", ZONE.getId(), "EUR")
                                .downgrade(downgrade)
                                .tierAfterReturn(afterReturn)
                                .build())
                .withClock(Clock.fixed(Instant.parse("2050-01-01T00:00:00Z"), ZONE));
    }

    private static String words(Period period) {
        return period.getDays() > 0 ? "days(" + period.getDays() + ")" : "months(" + period.getMonths() + ")";
    }

    /** Purchases in any order, some of them returned later. */
    private static List<Event> events(Random random, String customer) {
        var purchases = new ArrayList<Purchase>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            purchases.add(Purchase.of(customer + "-p-" + i, customer, instant(random, DAYS))
                    .line("something", "things", 1, String.valueOf(10 * (1 + random.nextInt(30)))));
        }
        Collections.shuffle(purchases, random);
        var events = new ArrayList<Event>(purchases);
        for (var purchase : purchases) {
            if (random.nextInt(4) == 0) {
                var later = purchase.at().plusSeconds(random.nextInt(100) * 86_400L);
                events.add(Return.ofAll("back-" + purchase.id(), purchase, later));
            }
        }
        return events;
    }

    private static Map<LocalDate, Long> earned(List<Event> events, Instant at) {
        var earned = new TreeMap<LocalDate, Long>();
        for (var event : events) {
            if (event instanceof Purchase purchase && !purchase.at().isAfter(at) && !returned(purchase, events, at)) {
                earned.merge(
                        purchase.at().atZone(ZONE).toLocalDate(),
                        purchase.goods().longValueExact(),
                        Long::sum);
            }
        }
        return earned;
    }

    private static boolean returned(Purchase purchase, List<Event> events, Instant at) {
        return events.stream()
                .anyMatch(event -> event instanceof Return back
                        && back.purchase().equals(purchase.id())
                        && !back.at().isAfter(at));
    }

    /** Often on a day on which months or years end. */
    private static Instant instant(Random random, int days) {
        var day = FIRST.plusDays(random.nextInt(days));
        if (random.nextInt(4) == 0) {
            day = day.withMonth(2).withDayOfMonth(day.withMonth(2).lengthOfMonth());
        } else if (random.nextInt(4) == 0) {
            day = day.withDayOfMonth(day.lengthOfMonth());
        }
        var time = LocalTime.ofSecondOfDay(random.nextInt(86_400));
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
