package dev.stempel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Customer;
import dev.stempel.event.Purchase;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Reward;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The offers of one folder are one programme: on one basket they keep out of each other's way. */
class OffersTogetherTest {

    private static final Clock LATE = Clock.fixed(Instant.parse("2050-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void ofAllSpecialsOnTheOrderOnlyTheBestIsGivenAndShippingLooksAtWhatIsLeft() throws IOException {
        var specials = Programme.load(Path.of("specials"))
                .withClock(LATE)
                .withCustomers(id -> Customer.of(id).in("student"));
        var outcome = specials.process(Purchase.of("p-1", "c-1", Instant.parse("2026-07-15T10:00:00Z"))
                .line("kettle", "kitchen", 1, "60.00")
                .withSums(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("4.95")));
        assertThat(outcome.rewards())
                .extracting(Reward::offer)
                .containsExactly("fifth-order-discount", "summer-sale", "free-shipping");
        assertThat(outcome.discount()).isEqualByComparingTo("12.00");
        assertThat(outcome.refused())
                .extracting(Refusal::offer)
                .containsExactlyInAnyOrder("fair-volume", "five-off-fifty", "student-special");
    }

    @Test
    void ofAllMultipliersOnlyTheHighestCountsAndABonusIsGivenBesideIt() throws IOException {
        var points = Programme.load(Path.of("points")).withClock(LATE);
        var tuesdayAtFive = Instant.parse("2026-09-15T15:00:00Z");
        var outcome = points.process(Purchase.of("p-1", "c-1", tuesdayAtFive)
                .line("novel", "books", 1, "20.00")
                .in("app", "utrecht-1"));
        assertThat(outcome.points()).isEqualTo(40 * 3 + 10 + 100);
        assertThat(outcome.refused())
                .extracting(Refusal::offer)
                .containsExactlyInAnyOrder("app-multiplier", "happy-hour", "tuesday-double");
    }
}
