package dev.stempel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.problem.InvalidRules;
import dev.stempel.scenario.Shop;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokenRulesTest {

    private static final String RULE = """
            package offers
            rule "A broken rule"
                @offer("broken")
            when
                %s
            then
                rewards.give( points(1) );
            end
            """;

    /** A fact that rules cannot reach. */
    record Hidden(int number) {}

    @Test
    void aMisspelledFieldIsToldWithItsLineAndTheRightWord() {
        refused("Bought( catgory == \"cones\" )", "broken.drl:5:13: \"Bought\" has no \"catgory\". Maybe", "category");
    }

    @Test
    void aWrongConditionIsToldWithItsLine() {
        refused("Purchase( paid > > 3 )", "broken.drl:5:22: ");
    }

    @Test
    void aFactTypeThatIsNotPublicIsRefused() {
        assertThatThrownBy(
                        () -> RuleBook.of(Map.of("broken.drl", RULE.formatted("Hidden( number > 1 )")), Hidden.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Hidden")
                .hasMessageContaining("Maybe");
    }

    private static void refused(String condition, String... told) {
        assertThatThrownBy(() -> Shop.book(RULE.formatted(condition)))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContainingAll(told);
    }
}
