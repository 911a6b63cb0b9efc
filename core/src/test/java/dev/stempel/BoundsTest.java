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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule keeps a till waiting: each bound ends it by itself, and the next evaluation is right. */
public class BoundsTest {

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

    private static void ends(Programme programme, Purchase purchase, String told) {
        assertThatThrownBy(() -> programme.process(purchase))
                .isInstanceOf(Overrun.class)
                .hasMessageStartingWith("event " + purchase.id() + ": ")
                .hasMessageContainingAll(told, " Maybe ");
        assertThat(programme.ledger().operation(purchase.id())).isEmpty();
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
    void anEndlessJoinEndsInTime() {
        ends(
                programme(new Bounds(ANY, ANY, ANY, Duration.ofMillis(50)), "Line() Line() Line() Line()"),
                receipt("p", 100),
                "The offer \"costly\" does not come to an end: it is not done after 50 ms.");
    }

    /** A fact of the shop's own that takes a while to answer. */
    public record Slow(long number, AtomicInteger asked) {

        /** The number, after a while. */
        public long answer() {
            asked.incrementAndGet();
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return number;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Slow( answer > 1000 )",
                "not Slow( answer > 1000 )",
                "$line : Line() Slow( answer > $line.quantity )",
                "Slow( $answer : answer ) Line( quantity > $answer )",
                "$slow : Slow() exists( Line( quantity > $slow.answer ) )",
                "Slow( answer == 1000 )",
                "Slow( answer != 1000 )",
                "Slow( answer > 1000 || answer < 0 )"
            })
    void manySlowAnswersEndInTime(String when) {
        var bounds = new Bounds(ANY, ANY, ANY, Duration.ofMillis(50));
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < 20; i++) {
            texts.put("slow-" + i + ".drl", """
                    rule "Slow %s" @offer("slow-%s")
                    when
                        %s
                    then
                        rewards.give( bonus(1) );
                    end
                    """.formatted(i, i, when.replace("1000", "10" + (10 + i))));
        }
        var programme = Programme.of(
                RuleBook.of(texts, Slow.class), Shop.policies().bounds(bounds).build());
        var asked = new AtomicInteger();
        var facts = IntStream.range(0, 20).mapToObj(i -> new Slow(i, asked)).toArray();
        assertThatThrownBy(() -> programme.preview(receipt("p", 20), facts)).isInstanceOf(Overrun.class);
        assertThat(asked).hasValueLessThan(15);
    }

    @Test
    void anEndlessJoinOverOwnFactsEndsAtTheMostCombinations() {
        var rule = """
                rule "Slow" @offer("slow")
                when
                    $slow : Slow()
                    Line() Line() Line()
                then
                    rewards.give( bonus(1) );
                end
                """;
        var programme = Programme.of(
                RuleBook.of(Map.of("slow.drl", rule), Slow.class),
                Shop.policies().bounds(new Bounds(ANY, ANY, 20_000, AGES)).build());
        assertThatThrownBy(() -> programme.preview(receipt("p", 100), new Slow(1, new AtomicInteger())))
                .isInstanceOf(Overrun.class)
                .hasMessageContaining("looks at more than 20000 combinations");
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
        var programme = programme(Bounds.DEFAULT, "$line : Line() Bought( sku == $line.sku )");
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
