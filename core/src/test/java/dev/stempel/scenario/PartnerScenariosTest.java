package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.policy.Policies;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Voucher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartnerScenariosTest {

    private static Outcome voucherOf(String partner) {
        var pharmacy = Policies.builder("The Pharmacy", "Europe/Amsterdam", "EUR")
                .trade("pharmacy", "drugstore")
                .partner("Other Pharmacy", "pharmacy")
                .partner("Drugstore", "drugstore")
                .partner("Bookshop", "books")
                .partner("Somebody", "");
        return programme(pharmacy, """
                        rule "A voucher with every purchase" @offer("voucher")
                        when
                            Purchase()
                        then
                            rewards.give( voucher("%s", "5").validFor( days(60) ) );
                        end
                        """.formatted(partner)).process(spend("p-1", "2026-02-10", "10"));
    }

    private static void isRefused(String partner, Cause cause) {
        var outcome = voucherOf(partner);
        assertThat(outcome.rewards()).isEmpty();
        assertThat(outcome.refused()).extracting(Refusal::cause).containsExactly(cause);
        assertThat(outcome.refused().get(0).explanation()).contains(partner);
    }

    @Test
    @DisplayName("45 A pharmacy gives no voucher of another pharmacy")
    void aCompetitorsVoucherIsRefused() {
        isRefused("Other Pharmacy", Cause.COMPETITOR);
    }

    @Test
    @DisplayName("45 A pharmacy gives no voucher of a trade configured as competing")
    void aVoucherOfACompetingTradeIsRefused() {
        isRefused("Drugstore", Cause.COMPETITOR);
    }

    @Test
    @DisplayName("45 A pharmacy gives a voucher of a bookshop")
    void aBookshopsVoucherIsGiven() {
        assertThat(voucherOf("Bookshop").vouchers())
                .extracting(Voucher::partner)
                .containsExactly("Bookshop");
    }

    @Test
    @DisplayName("45 A pharmacy gives a voucher of its own shop")
    void aVoucherOfItsOwnShopIsGiven() {
        assertThat(voucherOf("The Pharmacy").vouchers()).hasSize(1);
    }

    @Test
    @DisplayName("45 A partner without a known trade is refused")
    void aPartnerWithoutAKnownTradeIsRefused() {
        isRefused("Somebody", Cause.UNKNOWN_PARTNER);
    }

    @Test
    @DisplayName("45 A partner nobody configured is refused")
    void anUnknownPartnerIsRefused() {
        isRefused("Nobody", Cause.UNKNOWN_PARTNER);
    }
}
