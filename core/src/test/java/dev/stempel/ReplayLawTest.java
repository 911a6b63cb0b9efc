package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.account.Account;
import dev.stempel.event.Event;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Outcome;
import dev.stempel.scenario.LivelyShop;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for any sequence of events; the seed of a failure is its test's name. */
class ReplayLawTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void previewsChangeNothingAndASecondTimeChangesNothing(long seed) {
        var events = LivelyShop.events(new Random(seed));
        var plain = LivelyShop.programme();
        var disturbed = LivelyShop.programme();
        var random = new Random(seed + 1_000);
        for (int i = 0; i < events.size(); i++) {
            preview(disturbed, events.get(random.nextInt(events.size())));
            var outcome = LivelyShop.process(disturbed, events.get(i));
            assertThat(outcome).isEqualTo(LivelyShop.process(plain, events.get(i)));
            assertThat(LivelyShop.process(disturbed, events.get(i))).isEqualTo(outcome);
            preview(disturbed, events.get(random.nextInt(i + 1)));
        }
        assertThat(disturbed.ledger().operations().toList())
                .isEqualTo(plain.ledger().operations().toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void theAccountIsTheFoldOfItsDecisions(long seed) {
        var programme = LivelyShop.programme();
        LivelyShop.events(new Random(seed)).forEach(event -> LivelyShop.process(programme, event));
        for (var customer : List.of("c-0", "c-1", "c-2")) {
            var folded = Account.empty(customer, LivelyShop.POLICIES.zone());
            for (var operation : programme.ledger().history(customer).toList()) {
                folded = folded.after(operation.decision());
            }
            assertThat(programme.ledger().account(customer)).contains(folded);
        }
    }

    @Test
    void aPreviewSaysWhatProcessingWillSay() {
        for (long seed = 31; seed < 35; seed++) {
            var programme = LivelyShop.programme();
            for (var event : LivelyShop.events(new Random(seed))) {
                var preview = preview(programme, event);
                assertThat(LivelyShop.process(programme, event)).isEqualTo(preview);
            }
        }
    }

    private static Outcome preview(Programme programme, Event event) {
        try {
            return programme.preview(event);
        } catch (InvalidInput e) {
            return new Outcome(e.getMessage() == null ? "" : e.getMessage(), List.of(), List.of());
        }
    }
}
