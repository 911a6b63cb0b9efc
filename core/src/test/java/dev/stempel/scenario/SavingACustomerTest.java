package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Cancellation;
import dev.stempel.reward.BillDiscount;
import dev.stempel.reward.FreeService;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scenario 48: the wish to cancel")
class SavingACustomerTest {

    private static final String PREMIUM = """
            rule "Whoever leaves for lack of choice gets premium free for three months" @offer("premium")
                @limit("save: 1 per customer per 12 months")
            when
                Cancellation( reason == "choice", renewals >= 2 )
            then
                rewards.give( freeService( "premium", months(3) ) );
            end
            """;

    private static final String CHEAPER = """
            rule "Whoever finds it dear gets a fifth off six bills" @offer("cheaper")
                @limit("save: 1 per customer per 12 months; save: 100 EUR per customer per year")
            when
                Cancellation( reason == "price", renewals >= 2, $monthly : monthlyAmount )
            then
                rewards.give( percentOffBills( 20, 6 ).of( $monthly ) );
            end
            """;

    private final Programme shop = programme(PREMIUM, CHEAPER);

    @Test
    void oneOfferForEachReasonAndOneInAnyTwelveMonths() {
        var first = wish("w-1", "2026-03-01", "choice", 2);
        assertThat(first.all(FreeService.class))
                .containsExactly(new FreeService("premium", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 31)));
        assertThat(wish("w-2", "2026-11-01", "price", 2).refused())
                .extracting(Refusal::cause)
                .containsExactly(Cause.LIMIT);
        assertThat(wish("w-3", "2027-02-28", "price", 2).refused())
                .extracting(Refusal::cause)
                .containsExactly(Cause.LIMIT);
        var nextYear = wish("w-4", "2027-03-01", "price", 3);
        assertThat(nextYear.all(BillDiscount.class)).containsExactly(new BillDiscount(BigDecimal.valueOf(20), 6));
        assertThat(nextYear.costs().get("cheaper")).isEqualByComparingTo("24.00");
    }

    @Test
    void whoRenewedLessThanTwiceGetsNoOffer() {
        assertThat(wish("w-1", "2026-03-01", "choice", 1)).isEqualTo(new Outcome("w-1", null, null));
    }

    private Outcome wish(String id, String day, String reason, int renewals) {
        return shop.process(
                new Cancellation(id, CUSTOMER, at(day), "cable", new BigDecimal("20.00"), renewals, reason));
    }
}
