package dev.stempel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Line;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a developer writes as text and no Java compiler looks at is told with its place. */
class BadLiteralsTest {

    @Test
    void aPriceThatIsNoAmountIsToldWithItsArticle() {
        refused("line of latte: \"2,50\" is no amount. Maybe 2.50?", () -> Line.of("latte", "coffee", 1, "2,50"));
        refused("line of latte: \"\" is no amount. Maybe 2.50?", () -> Line.of("latte", "coffee", 1, ""));
        var line = Line.of("latte", "coffee", 1, "-2.50");
        refused("line of latte: \"EUR 2\" is no amount. Maybe 2?", () -> line.notBelow("EUR 2"));
    }

    @Test
    void aZoneOrCurrencyThatIsNoneIsTold() {
        refused(
                "policies: \"Europe/Amsterdm\" is no zone. Maybe it is written another way, as in \"Europe/Amsterdam\"?",
                () -> Policies.of("Shop", "Europe/Amsterdm", "EUR"));
        refused(
                "policies: \"EURO\" is no currency. Maybe it is written another way, as in \"EUR\"?",
                () -> Policies.of("Shop", "Europe/Amsterdam", "EURO"));
        var builder = Policies.builder("Shop", "Europe/Amsterdam", "EUR");
        refused(
                "policies: \"POUND\" is no currency. Maybe it is written another way, as in \"EUR\"?",
                () -> builder.rate("POUND", "1.15"));
        refused("policies: \"1,15\" is no amount. Maybe 1.15?", () -> builder.rate("GBP", "1,15"));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class).hasMessage(message);
    }
}
