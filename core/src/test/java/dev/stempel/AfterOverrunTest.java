package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stempel.event.Purchase;
import dev.stempel.policy.Bounds;
import dev.stempel.problem.Overrun;
import dev.stempel.scenario.Shop;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a costly rule held is given back once it was ended, and nobody waits for a fact that never answers. */
public class AfterOverrunTest {

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
        assertThat(programme.preview(receipt("honest", 1)).rewards()).hasSizeLessThan(2);
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

    /** A fact of the shop's own that answers when it likes. */
    public record Silent(long number) {

        private static CountDownLatch answers = new CountDownLatch(0);

        /** The number, once it answers; it does not listen to being interrupted. */
        @Override
        public long number() {
            while (true) {
                try {
                    answers.await();
                    return number;
                } catch (InterruptedException e) {
                    // Somebody wrote such a thing.
                }
            }
        }
    }

    private static void silence() {
        Silent.answers = new CountDownLatch(1);
    }

    @AfterEach
    void answerAtLast() {
        answer();
    }

    private static void answer() {
        Silent.answers.countDown();
    }

    /** A programme that has decided once, so that a busy machine does not use up the time before the fact is asked. */
    private static Programme asking(String when) throws InterruptedException {
        var bounds = new Bounds(ANY, ANY, ANY, Duration.ofMillis(100));
        var programme = Programme.of(
                RuleBook.of(Map.of("costly.drl", rule(when)), Silent.class),
                Shop.policies().bounds(bounds).build());
        answer();
        untilAnswered(programme);
        silence();
        return programme;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Silent( number > 1 )",
                "not Silent( number == 1 )",
                "$silent : Silent() Line( quantity > $silent.number )",
                "Silent( $n : number ) Line( quantity > $n )"
            })
    void aFactThatNeverAnswersKeepsNobodyWaiting(String when) throws InterruptedException {
        var programme = asking(when);
        assertThatThrownBy(() -> programme.preview(receipt("p", 3), new Silent(1)))
                .isInstanceOf(Overrun.class)
                .hasMessageContainingAll(
                        "A fact of the application does not answer to the offer \"costly\"", " Maybe ");
        answer();
        untilAnswered(programme);
    }

    @Test
    void norDoesOneThatIsOnlyRemembered() throws InterruptedException {
        var programme = asking("Silent()");
        assertThatThrownBy(() -> programme.process(receipt("p", 3), new Silent(1)))
                .isInstanceOf(Overrun.class)
                .hasMessageContainingAll("A fact of the application does not answer within 100 ms", " Maybe ");
        assertThat(programme.ledger().operation("p")).isEmpty();
    }

    @Test
    void norDoesOneThatIsOnlyAskedWhatIsMissing() throws InterruptedException {
        var programme = asking("Silent( number > 1 ) Purchase( units > 1000 )");
        assertThatThrownBy(() -> programme.nearMisses(receipt("p", 3), new Silent(1)))
                .isInstanceOf(Overrun.class);
    }

    @Test
    void onlySoManyThreadsAreLeftWithFactsThatDoNotAnswer() throws InterruptedException {
        var programme = asking("Silent( number > 1 )");
        var told = new ArrayList<String>();
        do {
            told.add(refusal(programme));
        } while (told.size() <= 16 && told.get(told.size() - 1).contains("does not answer"));
        assertThat(told.get(told.size() - 1))
                .contains("16 facts of the application were asked and have not answered yet", " Maybe ");
        answer();
        untilAnswered(programme);
    }

    private static String refusal(Programme programme) {
        var refused = catchThrowableOfType(Overrun.class, () -> programme.preview(receipt("p", 3), new Silent(1)));
        return refused.getMessage();
    }

    private static void untilAnswered(Programme programme) throws InterruptedException {
        while (isRefused(programme)) {
            Thread.sleep(1);
        }
    }

    private static boolean isRefused(Programme programme) {
        try {
            programme.preview(receipt("p", 3), new Silent(2));
            return false;
        } catch (Overrun e) {
            return true;
        }
    }
}
