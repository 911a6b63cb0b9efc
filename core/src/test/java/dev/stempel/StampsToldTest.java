package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reward says how many stamps are on the card afterwards; the account must say the same. */
class StampsToldTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {".give( freeItem(\"cone\") )", ".give( discount(\"2\") )", ".nextOneFree()"})
    void theStampsToldAreTheStampsOnTheCard(String full) {
        var programme = Programme.of(
                RuleBook.of(Map.of("card.drl", """
                package card
                rule "Every cone earns a stamp" @offer("card")
                when
                    $cones : Bought( category == "cones" )
                then
                    rewards.stamps( "cones", $cones ).every( 4 )%s;
                end
                """.formatted(full))),
                Policies.of("High Street", "Europe/Amsterdam", "EUR"));
        var first = cones("p-1", 3);
        var second = cones("p-2", 7);
        for (var event : new Event[] {
            first,
            second,
            cones("p-3", 1),
            new Return("r-1", "c-7", NOON, "p-1", List.of(), "").line("cone", 2),
            Return.ofAll("r-2", second, NOON),
            cones("p-4", 5)
        }) {
            var outcome = programme.process(event);
            assertThat(lastFilled(outcome))
                    .as(event.id())
                    .isEqualTo(programme.account("c-7").card("cones").filled());
        }
    }

    private static Purchase cones(String id, long units) {
        return Purchase.of(id, "c-7", NOON).line("cone", "cones", units, "2.50");
    }

    private static long lastFilled(Outcome outcome) {
        return outcome.all(Stamps.class).mapToLong(Stamps::filled).reduce(Long.MIN_VALUE, (a, b) -> b);
    }
}
