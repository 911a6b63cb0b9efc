package dev.stempel.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.ledger.Balance;
import dev.stempel.scenario.LivelyShop;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void whateverHappensTheBooksAgree(long seed) {
        var shop = LivelyShop.programme();
        LivelyShop.events(new Random(seed)).forEach(event -> LivelyShop.process(shop, event));
        var audit = Audit.of(shop.ledger(), shop.policies().currency());
        assertThat(audit.problems()).isEmpty();
        assertThat(audit.customers()).isEqualTo(3);
        assertThat(audit.operations()).isEqualTo(shop.ledger().operations().count());
        assertThat(audit.trialBalance().sums()).containsKeys("points", "EUR", "stamps:cones");
        assertThat(audit.trialBalance().sums().values())
                .allSatisfy(sum -> assertThat(sum).isZero());
        assertThat(audit.text()).contains("customer:points").endsWith("everything agrees\n");
    }

    @Test
    void theTrialBalanceHasTheDigitsOfEachUnit() {
        var trial = new TrialBalance(List.of(
                new Balance("customer:credit", "KWD", new BigDecimal("3.334")),
                new Balance("customer:points", "points", new BigDecimal("1200"))));
        assertThat(trial.text().lines())
                .satisfiesExactly(
                        credit -> assertThat(credit).endsWith(" 3.334"),
                        points -> assertThat(points).endsWith(" 1,200"));
    }
}
