package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Purchase;
import dev.stempel.policy.Bounds;
import dev.stempel.problem.Overrun;
import dev.stempel.scenario.Shop;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a costly rule held is given back once it was ended. */
class AfterOverrunTest {

    private static final Duration AGES = Duration.ofDays(1);
    private static final int ANY = Integer.MAX_VALUE;
    private static final int LINES = 100;
    private static final int TIMES = 10;

    private static String rule(String when) {
        return """
                rule "Costly" @offer("costly")
                when
                    %s
                then
                    rewards.give( bonus(1) );
                end
                """.formatted(when);
    }

    private static Purchase receipt(String id, int lines) {
        var purchase = Shop.purchase(id, "2026-06-15");
        for (int i = 0; i < lines; i++) {
            purchase = purchase.line(
                    "sku-" + i, "things", 1, BigDecimal.valueOf(i + 1).toPlainString());
        }
        return purchase;
    }

    static Stream<Arguments> costly() {
        return Stream.of(
                Arguments.of(
                        "$a : Line() Line( unitPrice != $a.unitPrice ) Line()", new Bounds(ANY, ANY, 20_000, AGES)),
                Arguments.of("$a : Line() Line( unitPrice != $a.unitPrice )", new Bounds(ANY, 50, ANY, AGES)),
                Arguments.of("$a : Line() Line( unitPrice != $a.unitPrice )", new Bounds(50, ANY, ANY, AGES)),
                Arguments.of(
                        "$a : Line() Line( unitPrice != $a.unitPrice ) Line() Line()",
                        new Bounds(ANY, ANY, ANY, Duration.ofMillis(20))),
                Arguments.of("Line() Line() Line()", new Bounds(ANY, ANY, 20_000, AGES)));
    }

    @ParameterizedTest
    @MethodSource("costly")
    void nothingOfACostlyEventIsHeldAfterIt(String when, Bounds bounds) throws InterruptedException {
        var programme = Shop.programme(Shop.policies().bounds(bounds), rule(when));
        var ended = new ArrayList<WeakReference<Purchase>>();
        for (int i = 0; i < TIMES; i++) {
            ended.add(end(programme, "p-" + i));
        }
        assertThat(Patience.decided(() -> programme.preview(receipt("honest", 1)))
                        .rewards())
                .hasSizeLessThan(2);
        assertForgotten(ended);
    }

    private static WeakReference<Purchase> end(Programme programme, String id) {
        var purchase = receipt(id, LINES);
        assertThatThrownBy(() -> programme.preview(purchase)).isInstanceOf(Overrun.class);
        return new WeakReference<>(purchase);
    }

    @Test
    void nothingOfALongReceiptIsHeldOnceItIsDecided() throws InterruptedException {
        var programme = Shop.programme(rule("$a : Line( quantity == 1 ) Bought( sku == $a.sku )"));
        assertForgotten(List.of(decide(programme)));
    }

    private static WeakReference<Purchase> decide(Programme programme) {
        var purchase = receipt("p", 10 * LINES);
        assertThat(programme.preview(purchase).points()).isEqualTo(10 * LINES);
        return new WeakReference<>(purchase);
    }

    private static void assertForgotten(List<WeakReference<Purchase>> purchases) throws InterruptedException {
        for (int i = 0; i < 100 && purchases.stream().anyMatch(one -> one.get() != null); i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(purchases).allMatch(one -> one.get() == null);
    }
}
