package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.account.Lot;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenario 44: the order in which events are told does not matter. The seed of a failure is its test's name. */
class OrderLawTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("stempel.rounds", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scenario44_eventsToldInAnyOrderMakeTheSameAccount(long seed) {
        var inTime = RandomDays.of(seed, 40);
        var shuffled = shuffled(inTime, new Random(seed + 1_000));
        var expected = after(inTime);
        var actual = after(shuffled);
        for (int days : List.of(0, 15, 60, 200)) {
            assertThat(picture(actual, inTime, days)).isEqualTo(picture(expected, inTime, days));
        }
    }

    @Test
    void scenario44_yesterdaysSaleIsUploadedAfterTodays() {
        var card = """
                rule "Nine cones give a free cone" @offer("card")
                when
                    $cones : Bought( category == "cones" )
                then
                    rewards.stamps( "cones", $cones ).expiringAfter( days(90) ).every( 9 ).give( freeItem("cone") );
                end
                """;
        var programme = Shop.programme(card);
        programme.process(Shop.cones("today", "2026-03-02", 5));
        var outcome = programme.process(Shop.cones("yesterday", "2026-03-01", 5));
        assertThat(outcome.vouchers()).hasSize(1);
        var stored = programme.ledger().account(Shop.CUSTOMER).orElseThrow();
        assertThat(stored.card("cones").stamps()).isEqualTo(1);
        assertThat(stored.card("cones").startedOn()).isEqualTo("2026-03-02");
        assertThat(stored.at()).isEqualTo(Shop.at("2026-03-02"));
        assertThat(stored.lastPurchase()).isEqualTo("2026-03-02");
    }

    private static Programme after(List<Event> events) {
        var programme = Programme.of(RandomDays.RULES, Shop.policies().build());
        events.forEach(programme::process);
        return programme;
    }

    /** Any order that keeps the first event first and a return after its purchase. */
    private static List<Event> shuffled(List<Event> events, Random random) {
        var waiting = new ArrayList<>(events.subList(1, events.size()));
        var told = new ArrayList<Event>(List.of(events.get(0)));
        var ids = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var event = waiting.get(random.nextInt(waiting.size()));
            if (!(event instanceof Return back) || ids.contains(back.purchase())) {
                waiting.remove(event);
                told.add(event);
                ids.add(event.id());
            }
        }
        return told;
    }

    private static Map<String, Object> picture(Programme programme, List<Event> events, int days) {
        var last = events.get(events.size() - 1).at();
        var stored = programme.ledger().account(Shop.CUSTOMER).orElseThrow();
        assertThat(stored.at()).isEqualTo(last);
        var account = stored.at(last.plus(Duration.ofDays(days)));
        var picture = new TreeMap<String, Object>();
        picture.put("points", account.points());
        picture.put("pending", account.pendingPoints());
        picture.put("debt", account.debt());
        picture.put(
                "lots",
                account.lots().stream()
                        .sorted(Comparator.comparing(Lot::toString))
                        .toList());
        picture.put("standing", account.standing());
        picture.put("history", account.history());
        picture.put("purchases", account.purchases());
        account.cards()
                .keySet()
                .forEach(name -> picture.put(
                        "card " + name,
                        account.card(name).filled() + " since "
                                + account.card(name).startedOn()));
        account.openVouchers()
                .forEach(voucher -> picture.merge(
                        "vouchers " + voucher.item() + voucher.value(), 1, (some, more) -> (int) some + (int) more));
        return picture;
    }
}
