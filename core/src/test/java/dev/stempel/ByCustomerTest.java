package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one customer's events change for another is seen, though customers' events are decided at the same time. */
class ByCustomerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int CUSTOMERS = 100;

    private static Programme programme(String annotations) {
        return Programme.of(
                RuleBook.of(Map.of("points.drl", """
                        rule "Ten points for each purchase" @offer("points") %s
                        when
                            Purchase()
                        then
                            rewards.give( bonus( 10 ) );
                        end
                        """.formatted(annotations))),
                Policies.of("High Street", "Europe/Amsterdam", "EUR"));
    }

    private static Purchase purchase(int receipt, String customer) {
        return Purchase.of("p-" + receipt, customer, NOON).line("something", "things", 1, "5.00");
    }

    @Test
    void ofTwoReceiptsWithOneNumberTheLaterIsTold() {
        var first = IntStream.range(0, CUSTOMERS).mapToObj(i -> purchase(i, "c-" + i));
        var second = IntStream.range(0, CUSTOMERS).mapToObj(i -> purchase(i, "d-" + i));
        var processed = programme("").process(Stream.concat(first, second).toList());
        assertThat(processed.subList(0, CUSTOMERS)).allMatch(Processed::posted);
        assertThat(processed.subList(CUSTOMERS, 2 * CUSTOMERS)).noneMatch(Processed::posted);
    }

    @Test
    void aSharedBudgetGoesToWhoComesFirst() {
        List<Purchase> events = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> purchase(i, "c-" + i))
                .toList();
        var points = programme("@budget(\"300 points per year\")").process(events).stream()
                .map(one -> Objects.requireNonNull(one.outcome()).points())
                .toList();
        assertThat(points.subList(0, 30)).containsOnly(10L);
        assertThat(points.subList(30, CUSTOMERS)).containsOnly(0L);
    }
}
