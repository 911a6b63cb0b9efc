package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.account.Account;
import dev.stempel.event.Purchase;
import dev.stempel.json.StempelJson;
import dev.stempel.policy.Policies;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StampCardTest {

    private static final String CARD = """
            // Offer:  Ice cream card                     Owner: loyalty team
            // Says:   Every cone earns a stamp; ten stamps give a free cone.
            // Change: the numbers and the words in quotes; ask a developer for anything else.
            package ice_cream

            rule "Ice cream card: every ten cones give a free cone"
                @offer("ice-cream-card") @valid("2026-01-01..2026-12-31")
            when
                Bought( category == "cones", $cones : paidUnits )
            then
                rewards.stamps( "ice-cream", $cones ).every( 10 ).give( freeItem("cone") );
            end
            """;

    @Test
    void tenConesGiveAFreeCone() {
        var programme = Programme.of(
                RuleBook.of(Map.of("ice-cream-card.drl", CARD)), Policies.of("High Street", "Europe/Amsterdam", "EUR"));
        var purchase = Purchase.of("p-1", "c-7", Instant.parse("2026-03-31T12:00:00Z"))
                .line("cone-vanilla", "cones", 23, "2.50");
        var outcome = programme.process(purchase);
        assertThat(outcome.vouchers()).hasSize(2);
        var account = programme.account("c-7");
        assertThat(account.card("ice-cream").stamps()).isEqualTo(3);
        var again = StempelJson.read(StempelJson.write(account), Account.class);
        assertThat(again).usingRecursiveComparison().isEqualTo(account);
        assertThat(again).isEqualTo(account);
    }
}
