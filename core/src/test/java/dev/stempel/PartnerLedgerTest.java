package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal.Cause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scenario 45 and what follows from it: which partners' vouchers are given, and what we owe whom for them. */
class PartnerLedgerTest {

    private static final String VOUCHER = """
            package vouchers
            rule "A voucher for %1$s"
                @offer("%1$s-voucher")
            when
                Purchase( paid >= 40 )
            then
                rewards.give( voucher("%1$s", "5.00") );
            end
            """;

    private final Programme pharmacy = Programme.of(
            RuleBook.of(Map.of(
                    "bookshop-voucher.drl", VOUCHER.formatted("bookshop"),
                    "drugstore-voucher.drl", VOUCHER.formatted("drugstore"),
                    "rival-voucher.drl", VOUCHER.formatted("rival"),
                    "stranger-voucher.drl", VOUCHER.formatted("stranger"),
                    "pharmacy-voucher.drl", VOUCHER.formatted("pharmacy"))),
            Policies.builder("pharmacy", "Europe/Amsterdam", "EUR")
                    .trade("medicines", "toiletries")
                    .partner("bookshop", "books")
                    .partner("drugstore", "toiletries")
                    .partner("rival", "medicines")
                    .build());

    @Test
    void scenario45VouchersOfCompetitorsAndStrangersAreRefused() {
        var outcome = buy("p-1", "2026-03-01T10:00:00Z");
        assertThat(outcome.refused())
                .extracting(refusal -> refusal.offer(), refusal -> refusal.cause())
                .containsExactly(
                        tuple("drugstore-voucher", Cause.COMPETITOR),
                        tuple("rival-voucher", Cause.COMPETITOR),
                        tuple("stranger-voucher", Cause.UNKNOWN_PARTNER));
        assertThat(outcome.vouchers()).extracting(voucher -> voucher.partner()).containsExactly("bookshop", "");
    }

    @Test
    void aVoucherThatIsOnlyGivenIsNotOwed() {
        buy("p-1", "2026-03-01T10:00:00Z");
        assertThat(pharmacy.owed(YearMonth.of(2026, 3))).isEmpty();
    }

    @Test
    void vouchersHandedInAtThePartnersAreOwedThemInTheMonthOfTheProgrammesZone() {
        buy("p-1", "2026-03-01T10:00:00Z");
        buy("p-2", "2026-03-02T10:00:00Z");
        var codes = pharmacy.account("c-1").vouchers().keySet().toArray(String[]::new);
        for (var code : codes) {
            pharmacy.process(new Redemption("r-" + code, "c-1", Instant.parse("2026-03-31T22:30:00Z"), 0, code));
        }
        assertThat(pharmacy.owed(YearMonth.of(2026, 3))).isEmpty();
        assertThat(pharmacy.owed(YearMonth.of(2026, 4))).isEqualTo(Map.of("bookshop", new BigDecimal("10.00")));
    }

    private Outcome buy(String id, String at) {
        return pharmacy.process(Purchase.of(id, "c-1", Instant.parse(at)).line("aspirin", "medicines", 10, "4.50"));
    }
}
