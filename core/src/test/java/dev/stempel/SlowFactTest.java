package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Purchase;
import dev.stempel.policy.Bounds;
import dev.stempel.problem.Overrun;
import dev.stempel.scenario.Shop;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of the application that answer, and take their time, keep no till waiting either. */
public class SlowFactTest {

    private static final int ANY = Integer.MAX_VALUE;

    private static Purchase receipt(int lines) {
        var purchase = Shop.purchase("p", "2026-06-15");
        for (int i = 0; i < lines; i++) {
            purchase = purchase.line("sku-" + i, "things", 1, "1");
        }
        return purchase;
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
        assertThatThrownBy(() -> programme.preview(receipt(20), facts)).isInstanceOf(Overrun.class);
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
                Shop.policies()
                        .bounds(new Bounds(ANY, ANY, 20_000, Duration.ofDays(1)))
                        .build());
        assertThatThrownBy(() -> programme.preview(receipt(100), new Slow(1, new AtomicInteger())))
                .isInstanceOf(Overrun.class)
                .hasMessageContaining("looks at more than 20000 combinations");
    }
}
