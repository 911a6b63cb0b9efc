package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stempel.event.Activity;
import dev.stempel.event.Event;
import dev.stempel.event.EventCheck;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.contract.Corner.Weather;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that a store cannot give back as it was sent is refused, wherever it stands. */
class BadTextsTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    private int texts;

    private static Stream<Class<?>> events() {
        return Arrays.stream(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyTextOfAnEventIsLookedAt(Class<?> type) throws ReflectiveOperationException {
        var event = (Event) full(type);
        var refused =
                catchThrowableOfType(InvalidInput.class, () -> EventCheck.checkToRemember(event, NOW, EUR, Set.of()));
        assertThat(refused.problems().stream()
                        .filter(problem -> problem.message().contains("has a character that is no text, at place 2")))
                .hasSize(texts);
    }

    @Test
    void itsNameIsTold() {
        var purchase = Purchase.of("p-1", "c-1", NOW).line("cone\0", "cones", 1, "2.50");
        assertThatThrownBy(() -> EventCheck.checkToRemember(purchase, NOW, EUR, Set.of()))
                .hasMessageContaining("event p-1")
                .hasMessageContaining("The text in \"sku\" has a character that is no text, at place 5.")
                .hasMessageContaining("Maybe it was cut off, or read as another kind of text?");
    }

    @Test
    void aTextThatNobodyWroteIsRefused() {
        var review = new Activity("a-1", "c-1", NOW, "review", Map.of("text", "x".repeat(1_000_001)));
        assertThatThrownBy(() -> EventCheck.checkToRemember(review, NOW, EUR, Set.of()))
                .hasMessageContaining("event a-1")
                .hasMessageContaining("has 1000001 characters, more than 1000000.")
                .hasMessageContaining(" Maybe ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rain\uD83D", "\uDE00rain"})
    void aTextOfAFactIsLookedAt(String sky) {
        var rules = RuleBook.of(Map.of("rain.drl", """
                rule "Rain" @offer("rain")
                when
                    Purchase() Weather( sky == "rain" )
                then
                    rewards.give( bonus(5) );
                end
                """), Weather.class);
        var programme = Programme.of(rules, Policies.of("High Street", "Europe/Amsterdam", "EUR"));
        var purchase = Purchase.of("p-1", "c-1", NOW).line("cone", "cones", 1, "2.50");
        assertThatThrownBy(() -> programme.process(purchase, new Weather(sky)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The fact Weather, as JSON, has a character that is no text");
        assertThat(programme.process(purchase, new Weather("rain")).points()).isEqualTo(5);
    }

    /** A record with a text that is none wherever there may be a text. */
    private Object full(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType());
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private @Nullable Object value(Type type) throws ReflectiveOperationException {
        if (type == String.class) {
            texts++;
            return (char) ('a' + texts) + "\uD83D";
        } else if (type instanceof ParameterizedType generic) {
            var first = value(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Map.class
                    ? Map.of(first, value(generic.getActualTypeArguments()[1]))
                    : List.of(first);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            return full(plain);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == boolean.class) {
            return false;
        }
        return type == Instant.class ? NOW : type == BigDecimal.class ? BigDecimal.ONE : null;
    }
}
