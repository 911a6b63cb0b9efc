package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        var shuffled = RandomDays.shuffled(inTime, 1, new Random(seed + 1_000));
        var expected = RandomDays.after(inTime);
        var actual = RandomDays.after(shuffled);
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

    private static Map<String, Object> picture(Programme programme, List<Event> events, int days) {
        var last = events.get(events.size() - 1).at();
        var stored = programme.ledger().account(Shop.CUSTOMER).orElseThrow();
        assertThat(stored.at()).isEqualTo(last);
        var account = stored.at(last.plus(Duration.ofDays(days)));
        var picture = RandomDays.picture(account);
        picture.put("purchases", account.purchases());
        account.cards().keySet().forEach(name -> picture.put("card " + name, RandomDays.card(account, name)));
        picture.putAll(RandomDays.vouchers(account));
        return picture;
    }
}
