package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Activity;
import dev.stempel.event.Redemption;
import dev.stempel.reward.Reward;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsAndWordsTest {

    @Test
    void aFactMayHaveAFieldWithTheNameOfAWord() {
        var shop = programme("""
                rule "A point for every euro" @offer("points")
                when
                    Purchase( $spent : netOfDiscounts )
                then
                    rewards.give( points(1).per(1).of( $spent ) );
                end
                """, """
                rule "Whoever has a hundred points gets ten more" @offer("more")
                when
                    Account( points >= 100 )
                    Purchase()
                then
                    rewards.give( bonus(10) );
                end
                """);
        assertThat(shop.process(spend("p-1", "2026-03-01", "100")).points()).isEqualTo(100);
        assertThat(shop.process(spend("p-2", "2026-03-02", "1")).points()).isEqualTo(11);
    }

    @Test
    void aSentenceMaySpeakOfOneAttribute() {
        var shop = programme("""
                rule "A voucher for what the customer found empty" @offer("empty")
                when
                    Activity( kind == "empty-shelf", $item : attributes["item"] )
                then
                    rewards.give( freeItem( $item ) );
                end
                """);
        var activity = new Activity("a-1", Shop.CUSTOMER, Shop.at("2026-03-01"), "empty-shelf", Map.of("item", "soap"));
        assertThat(shop.process(activity).vouchers().get(0).item()).isEqualTo("soap");
    }

    @Test
    void aChoiceIsComparedWithItsName() {
        var shop = programme("""
                rule "A point for whoever redeems at once" @offer("at-once")
                when
                    Redemption( step == "AT_ONCE" )
                then
                    rewards.give( bonus(1) );
                end
                """, """
                rule "Two points for whoever reserves" @offer("reserve")
                when
                    Redemption( step == "RESERVE", wish == "" )
                then
                    rewards.give( bonus(2) );
                end
                """);
        var redemption = new Redemption("r-1", Shop.CUSTOMER, Shop.at("2026-03-01"), 5, "");
        assertThat(shop.process(redemption).rewards())
                .extracting(Reward::offer)
                .contains("at-once")
                .doesNotContain("reserve");
    }
}
