package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.cones;
import static dev.stempel.scenario.Shop.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Day;
import dev.stempel.event.Return;
import dev.stempel.reward.Contact;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.WinBack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scenario 50: winning back")
class WinBackScenariosTest {

    private static final String OFFER = """
            rule "Ninety days away: a voucher of 5 euros" @offer("win-back")
            when
                Day()
                $lapse : Lapse( daysAway >= 90, askedAfter < 90 )
            then
                rewards.winBack( $lapse ).give( voucher("5.00") );
            end

            rule "Ninety days away: we ask why" @offer("win-back")
            when
                Day()
                $lapse : Lapse( daysAway >= 90, askedAfter < 90 )
            then
                rewards.winBack( $lapse ).give( contact("Ask why") );
            end
            """;

    private final Programme shop = programme(OFFER);

    @Test
    @DisplayName("lapsed 90 days: the offer once, with the reason asked")
    void oneOfferWithTheReasonAsked() {
        shop.process(cones("p-1", "2026-03-01", 1));
        assertThat(day("2026-05-29").rewards()).isEmpty();
        var asked = day("2026-05-30");
        assertThat(asked.vouchers()).hasSize(1);
        assertThat(asked.all(Contact.class)).containsExactly(new Contact("Ask why"));
        assertThat(asked.all(WinBack.class)).contains(new WinBack(90));
        assertThat(day("2026-05-31").rewards()).isEmpty();
    }

    @Test
    @DisplayName("back after it: counted as won back, once")
    void backAfterItIsCountedAsWonBackOnce() {
        shop.process(cones("p-1", "2026-03-01", 1));
        day("2026-05-30");
        assertThat(wonBack()).isZero();
        shop.process(cones("p-2", "2026-06-10", 1));
        shop.process(cones("p-3", "2026-06-11", 1));
        assertThat(wonBack()).isEqualTo(1);
    }

    @Test
    void backWithoutBeingAskedIsNotWonBack() {
        shop.process(cones("p-1", "2026-03-01", 1));
        shop.process(cones("p-2", "2026-08-01", 1));
        assertThat(wonBack()).isZero();
    }

    @Test
    void whoeverTakesThePurchaseBackIsNotWonBack() {
        shop.process(cones("p-1", "2026-03-01", 1));
        day("2026-05-30");
        var back = cones("p-2", "2026-06-10", 1);
        shop.process(back);
        shop.process(Return.ofAll("r-1", back, at("2026-06-11")));
        assertThat(wonBack()).isZero();
    }

    @Test
    void whoeverStaysAwayAgainIsAskedAgain() {
        shop.process(cones("p-1", "2026-03-01", 1));
        day("2026-05-30");
        shop.process(cones("p-2", "2026-06-10", 1));
        assertThat(day("2026-09-07").rewards()).isEmpty();
        assertThat(day("2026-09-08").vouchers()).hasSize(1);
        shop.process(cones("p-3", "2026-09-09", 1));
        assertThat(wonBack()).isEqualTo(2);
    }

    private long wonBack() {
        return shop.account(CUSTOMER).timesWonBack();
    }

    private Outcome day(String local) {
        return shop.process(new Day("d-" + local, CUSTOMER, at(local)));
    }
}
