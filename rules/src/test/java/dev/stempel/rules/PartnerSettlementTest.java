package dev.stempel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Activity;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.reward.Voucher;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pharmacy of the catalogue owes its partners at the end of a month: the vouchers handed in, not those given. */
class PartnerSettlementTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    private final Programme pharmacy;

    PartnerSettlementTest() throws IOException {
        pharmacy = Programme.load(Path.of("partner-vouchers")).withClock(Clock.fixed(noon(LATER), ZoneOffset.UTC));
    }

    @Test
    void aMonthsLogIsSettledPerPartner() {
        for (int day = 1; day <= 31; day++) {
            serve("c-" + day % 10, LocalDate.of(2026, 3, day));
        }
        assertThat(pharmacy.owed(MARCH)).isEmpty();
        handInEverything(LocalDate.of(2026, 3, 31));
        assertThat(pharmacy.owed(MARCH))
                .isEqualTo(Map.of(
                        "Page One", new BigDecimal("100.00"),
                        "Bloom", new BigDecimal("20.00"),
                        "Green Leaf", new BigDecimal("30.00")));
        assertThat(pharmacy.owed(MARCH.plusMonths(1))).isEmpty();
    }

    /** Every customer buys for 45 euros, and from the 21st on finds a shelf empty; two are new parents. */
    private void serve(String customer, LocalDate day) {
        pharmacy.process(Purchase.of("p-" + day, customer, noon(day)).line("vitamins", "supplements", 1, "45.00"));
        if (day.getDayOfMonth() > 20 && day.getDayOfMonth() <= 30) {
            pharmacy.process(
                    new Activity("o-" + day, customer, noon(day), "out-of-stock", Map.of("foundAt", "Green Leaf")));
        }
        if (day.getDayOfMonth() <= 2) {
            pharmacy.process(new Activity("b-" + day, customer, noon(day), "baby-club-joined", Map.of()));
        }
    }

    private void handInEverything(LocalDate day) {
        for (int i = 0; i < 10; i++) {
            var customer = "c-" + i;
            for (var code : codes(customer, day)) {
                pharmacy.process(new Redemption("r-" + code, customer, noon(day), 0, code));
            }
        }
    }

    private List<String> codes(String customer, LocalDate day) {
        return pharmacy.account(customer, noon(day)).vouchers().values().stream()
                .map(Voucher::code)
                .toList();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
