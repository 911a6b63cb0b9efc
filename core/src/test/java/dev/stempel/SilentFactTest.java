package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stempel.event.Purchase;
import dev.stempel.policy.Bounds;
import dev.stempel.problem.Overrun;
import dev.stempel.scenario.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody waits for a fact of the application that never answers. */
public class SilentFactTest {

    private static final int ANY = Integer.MAX_VALUE;
    private static final int MOST_TIMES = 100;
    private static final int MOST_STUCK = 16;

    private static final Purchase RECEIPT =
            Shop.purchase("p", "2026-06-15").line("a", "things", 1, "1").line("b", "things", 1, "2");

    /** A fact of the shop's own that answers when it likes. */
    public record Silent(long number, AtomicBoolean asked) {

        private static volatile CountDownLatch answers = new CountDownLatch(0);

        Silent(long number) {
            this(number, new AtomicBoolean());
        }

        /** The number, once it answers; it does not listen to being interrupted. */
        @Override
        public long number() {
            asked.set(true);
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
    void answer() {
        Silent.answers.countDown();
    }

    /** A programme that has decided once: what is needed for that is in memory. */
    private static Programme asking(String when) throws InterruptedException {
        var rule = """
                rule "Costly" @offer("costly")
                when
                    %s
                then
                    rewards.give( bonus(1) );
                end
                """;
        var bounds = new Bounds(ANY, ANY, ANY, Duration.ofMillis(100));
        var programme = Programme.of(
                RuleBook.of(Map.of("costly.drl", rule.formatted(when)), Silent.class),
                Shop.policies().bounds(bounds).build());
        decidesAgain(programme);
        silence();
        return programme;
    }

    private static void decidesAgain(Programme programme) throws InterruptedException {
        Patience.decided(() -> programme.preview(RECEIPT, new Silent(2)));
    }

    /** What is told when a fact was asked; a machine that is too busy to ask it in time gets the event once more. */
    private static String refusal(Consumer<Silent> event) {
        for (int i = 1; ; i++) {
            var silent = new Silent(1);
            var refused = catchThrowableOfType(Overrun.class, () -> event.accept(silent));
            if (silent.asked().get() || i == MOST_TIMES) {
                return refused.getMessage();
            }
        }
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
        assertThat(refusal(silent -> programme.preview(RECEIPT, silent)))
                .contains("A fact of the application does not answer to the offer \"costly\"", " Maybe ");
        answer();
        decidesAgain(programme);
    }

    @Test
    void norDoesOneThatIsOnlyRemembered() throws InterruptedException {
        var programme = asking("Silent()");
        assertThat(refusal(silent -> programme.process(RECEIPT, silent)))
                .contains("A fact of the application does not answer within 100 ms", " Maybe ");
        assertThat(programme.ledger().operation("p")).isEmpty();
    }

    @Test
    void norDoesOneThatIsOnlyAskedWhatIsMissing() throws InterruptedException {
        var programme = asking("Silent( number > 1 ) Purchase( units > 1000 )");
        assertThat(refusal(silent -> programme.nearMisses(RECEIPT, silent))).contains(" Maybe ");
    }

    @Test
    void onlySoManyThreadsAreLeftWithFactsThatDoNotAnswer() throws InterruptedException {
        var programme = asking("Silent( number > 1 )");
        var told = new ArrayList<String>();
        do {
            told.add(refusal(silent -> programme.preview(RECEIPT, silent)));
        } while (told.size() <= MOST_STUCK && told.get(told.size() - 1).contains("does not answer"));
        assertThat(told.get(told.size() - 1))
                .contains("16 facts of the application were asked and have not answered yet", " Maybe ");
        answer();
        decidesAgain(programme);
    }
}
