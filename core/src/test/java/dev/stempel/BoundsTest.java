package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Bounds;
import dev.stempel.problem.Overrun;
import dev.stempel.scenario.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule keeps a till waiting: each bound ends it by itself, and the next evaluation is right. */
class BoundsTest {

    private static final Duration AGES = Duration.ofDays(1);
    private static final int ANY = Integer.MAX_VALUE;

    private static final String HONEST = """
            rule "Ten cones give ten points"
                @offer("honest")
            when
                Bought( category == "cones", paidUnits == 10 )
            then
                rewards.give( bonus(10) );
            end
            """;

    private static Programme programme(Bounds bounds, String when) {
        var costly = """
                rule "Costly"
                    @offer("costly")
                when
                    Purchase( units > 10 )
                    %s
                then
                    rewards.give( bonus(1) );
                end
                """;
        return Shop.programme(Shop.policies().bounds(bounds), costly.formatted(when), HONEST);
    }

    private static Purchase receipt(String id, int lines) {
        var all = IntStream.range(0, lines)
                .mapToObj(i -> new Line("sku-" + i, "things", null, 1, BigDecimal.valueOf(i + 1), false, null))
                .toList();
        return Shop.purchase(id, "2026-06-15").withLines(all);
    }

    private static void isEnded(Programme programme, Purchase purchase, String told) {
        assertThatThrownBy(() -> programme.process(purchase))
                .isInstanceOf(Overrun.class)
                .hasMessageStartingWith("event " + purchase.id() + ": ")
                .hasMessageContainingAll(told, " Maybe ");
        assertThat(programme.ledger().operation(purchase.id())).isEmpty();
    }

    private static void ends(Programme programme, Purchase purchase, String told) {
        isEnded(programme, purchase, told);
        for (int i = 0; i < 3; i++) {
            assertThat(programme
                            .process(Shop.cones(purchase.id() + "-" + i, "2026-06-15", 10))
                            .points())
                    .isEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Line() Line() Line() Line()",
                "$a : Line() Line( unitPrice > $a.unitPrice ) Line( unitPrice > $a.unitPrice )",
                "Line() Line() exists( Line( unitPrice > 3 ) )",
                "$a : Line() Line() Line() not( Line( unitPrice < $a.unitPrice ) )",
                "Bought() Bought() Bought()"
            })
    void anEndlessJoinEndsAtTheMostCombinations(String when) {
        ends(
                programme(new Bounds(ANY, ANY, 20_000, AGES), when),
                receipt("p", 100),
                "The offer \"costly\" does not come to an"
                        + " end: it looks at more than 20000 combinations of facts.");
    }

    @Test
    void anEndlessJoinEndsInTime() throws InterruptedException {
        var programme = programme(new Bounds(ANY, ANY, ANY, Duration.ofMillis(50)), "Line() Line() Line() Line()");
        isEnded(
                programme,
                receipt("p", 100),
                "The offer \"costly\" does not come to an end: it is not done after 50 ms.");
        var honest = Patience.decided(() -> programme.process(Shop.cones("honest", "2026-06-15", 10)));
        assertThat(honest.points()).isEqualTo(10);
    }

    @Test
    void firingOnAndOnIsAFailure() {
        ends(
                programme(new Bounds(ANY, 50, ANY, AGES), "Line()"),
                receipt("p", 51),
                "The offer \"costly\" does not come to an end: it fires more than 50 times.");
    }

    @Test
    void firingAsOftenAsAllowedIsNone() {
        var programme = programme(new Bounds(ANY, 50, ANY, AGES), "Line()");
        assertThat(programme.process(receipt("p", 50)).points()).isEqualTo(50);
    }

    @Test
    void moreFactsThanAllowedAreRefused() {
        ends(programme(new Bounds(50, ANY, ANY, AGES), "Line()"), receipt("p", 51), "facts are more than 50.");
    }

    @Test
    void theLongestReceiptUnderHonestRulesMeetsNoBound() {
        var programme = programme(new Bounds(0, 0, 0, AGES), "$line : Line() Bought( sku == $line.sku )");
        assertThat(programme.preview(receipt("p", 10_000)).points()).isEqualTo(10_000);
    }

    @Test
    void oneCostlyEventKeepsNoneOfTheOthersBack() {
        var programme = programme(new Bounds(ANY, ANY, 20_000, AGES), "Line() Line() Line()");
        var events = new ArrayList<Event>(List.of(Shop.cones("a", "2026-06-15", 10)));
        events.add(receipt("costly", 100));
        events.add(Shop.cones("b", "2026-06-15", 10));
        var processed = programme.process(events);
        assertThat(processed).extracting(one -> one.problems().size()).containsExactly(0, 1, 0);
    }
}
