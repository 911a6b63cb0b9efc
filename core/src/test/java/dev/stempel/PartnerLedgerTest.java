package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.scenario.Shop;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What we owe whom: partners are owed what their vouchers were good for, once customers hand them in. */
class PartnerLedgerTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String VOUCHERS = """
            rule "From 40 euros a voucher for %1$s" @offer("%1$s-voucher")
            when
                Purchase( paid >= 40 )
            then
                rewards.give( voucher("%1$s", "%2$s") );
            end
            """;

    private final Programme pharmacy = Shop.programme(
            Shop.policies().trade("pharmacy").partner("bookshop", "books").partner("florist", "flowers"),
            VOUCHERS.formatted("bookshop", "5.00"),
            VOUCHERS.formatted("florist", "7.50"),
            VOUCHERS.formatted("", "3.00").replace("\"-voucher\"", "\"own-voucher\""));

    @Test
    void aVoucherThatIsOnlyGivenIsNotOwed() {
        pharmacy.process(Shop.spend("p-1", "2026-03-02", "45"));
        assertThat(pharmacy.account(Shop.CUSTOMER).vouchers()).hasSize(3);
        assertThat(pharmacy.owed(MARCH)).isEmpty();
    }

    @Test
    void whatIsHandedInAtThePartnersIsOwedThem() {
        pharmacy.process(Shop.spend("p-1", "2026-03-02", "45"));
        pharmacy.process(Shop.spend("p-2", "2026-03-03", "45"));
        handInAll("2026-03-20");
        assertThat(pharmacy.owed(MARCH))
                .isEqualTo(Map.of("bookshop", new BigDecimal("10.00"), "florist", new BigDecimal("15.00")));
    }

    @Test
    void theMonthIsThatOfTheProgrammesZone() {
        pharmacy.process(Shop.spend("p-1", "2026-03-02", "45"));
        handInAll("2026-04-01T00:30:00");
        assertThat(pharmacy.owed(MARCH)).isEmpty();
        assertThat(pharmacy.owed(MARCH.plusMonths(1))).containsOnlyKeys("bookshop", "florist");
    }

    @Test
    void goodsThatComeBackTakeTheVoucherAlongUnlessThePartnerHasIt() {
        var used = Shop.spend("p-1", "2026-03-02", "45");
        pharmacy.process(used);
        handInAll("2026-03-20");
        pharmacy.process(Return.ofAll("b-1", used, Shop.at("2026-03-21")));
        assertThat(pharmacy.owed(MARCH))
                .isEqualTo(Map.of("bookshop", new BigDecimal("5.00"), "florist", new BigDecimal("7.50")));
        var unused = Shop.spend("p-2", "2026-03-22", "45");
        pharmacy.process(unused);
        pharmacy.process(Return.ofAll("b-2", unused, Shop.at("2026-03-23")));
        assertThat(pharmacy.account(Shop.CUSTOMER).vouchers()).isEmpty();
    }

    private void handInAll(String at) {
        for (var code : pharmacy.account(Shop.CUSTOMER).vouchers().keySet()) {
            pharmacy.process(new Redemption("r-" + code, Shop.CUSTOMER, Shop.at(at), 0, code));
        }
    }
}
