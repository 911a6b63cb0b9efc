package dev.stempel.measure;

import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.event.Survey;
import dev.stempel.json.StempelJson;
import dev.stempel.scenario.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scenario 51: measures of a small log")
class MeasuresTest {

    private static final String POINTS = """
            rule "A point for every euro, for 30 days" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ).expiringAfter( days(30) ) );
            end
            """;

    private static final String DAMAGED = """
            rule "Two euros for what was damaged" @offer("damaged")
                @limit("1 per customer per quarter")
            when
                Complaint( kind == "damaged" )
            then
                rewards.give( credit("2.00") );
            end
            """;

    private static final String WIN_BACK = """
            rule "Who stayed away for 30 days is asked why" @offer("win-back")
            when
                Day()
                $lapse : Lapse( daysAway >= 30, askedAfter < 30 )
            then
                rewards.winBack( $lapse ).give( contact("Ask why they stayed away") );
            end
            """;

    private static final Scope MARCH = Scope.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

    private final Programme shop = Shop.programme(
                    Shop.policies().pointValue(new BigDecimal("0.05")), POINTS, DAMAGED, WIN_BACK)
            .withCustomers(id -> id.equals("ben") ? Customer.of(id).in("student") : Customer.of(id));

    @Test
    void whoStaysGoesAndComesIsCounted() {
        buy("p-1", "anna", "2025-12-20", "10");
        buy("p-2", "ben", "2026-02-20", "10");
        buy("p-3", "carl", "2026-03-31T23:59:59", "10");
        buy("p-4", "dora", "2026-04-01T00:00:00", "10");
        buy("p-5", "emil", "2026-02-01", "10");
        happens(new Activity("a-1", "emil", at("2026-03-10"), "left", Map.of()));
        var customers = march().customers();
        assertThat(customers.atStart()).isEqualTo(3);
        assertThat(customers.lost()).isEqualTo(2);
        assertThat(customers.arrived()).isEqualTo(1);
        assertThat(customers.atEnd()).isEqualTo(2);
        assertThat(customers.churn()).isEqualByComparingTo("66.7");
        assertThat(customers.retention()).isEqualByComparingTo("33.3");
    }

    @Test
    void whoComesBackAfterBeingAskedIsWonBack() {
        buy("p-1", "anna", "2026-01-20", "10");
        happens(new Day("d-1", "anna", at("2026-02-25")));
        assertThat(march().customers().wonBack()).isZero();
        buy("p-2", "anna", "2026-03-05", "10");
        assertThat(march().customers().wonBack()).isEqualTo(1);
    }

    @Test
    void whoLapsesOnAnotherDayCountsOtherwise() {
        buy("p-1", "anna", "2026-02-28", "10");
        assertThat(march().customers().churn()).isEqualByComparingTo("0");
        assertThat(measure(MARCH.lapsedAfter(31)).customers().churn()).isEqualByComparingTo("100");
    }

    @Test
    void purchasesAreComparedWithTheOneBefore() {
        buy("p-1", "anna", "2026-02-20", "10");
        buy("p-2", "anna", "2026-03-02", "12");
        buy("p-3", "anna", "2026-03-02T18:00:00", "5");
        buy("p-4", "anna", "2026-03-06", "5");
        buy("p-5", "ben", "2026-03-10", "10");
        buy("p-6", "carl", "2026-03-11", "99");
        happens(new Return("r-1", "carl", at("2026-04-11"), "p-6", List.of(), ""));
        var purchases = march().purchases();
        assertThat(purchases.purchases()).isEqualTo(4);
        assertThat(purchases.customers()).isEqualTo(2);
        assertThat(purchases.repurchaseRate()).isEqualByComparingTo("50");
        assertThat(purchases.upsellRate()).isEqualByComparingTo("33.3");
        assertThat(purchases.daysBetween()).isEqualByComparingTo("7");
        assertThat(purchases.daysBetweenMedian()).isEqualByComparingTo("7");
    }

    @Test
    void aPurchaseThatCameBackLineByLineIsNone() {
        shop.process(Purchase.of("p-1", "anna", at("2026-03-02"))
                .line("cup", "cups", 2, "3")
                .line("pot", "pots", 1, "9"));
        happens(new Return("r-1", "anna", at("2026-03-03"), "p-1", List.of(), "").line("cup", 1));
        assertThat(march().purchases().purchases()).isEqualTo(1);
        happens(new Return("r-2", "anna", at("2026-03-04"), "p-1", List.of(), "")
                .line("cup", 1)
                .line("pot", 1));
        assertThat(march().purchases().purchases()).isZero();
        assertThat(march().points().earned()).isZero();
    }

    @Test
    void surveysSayWhatCustomersThink() {
        happens(new Survey("s-1", "anna", at("2026-03-02"), 8, 9, 6, null));
        happens(new Survey("s-2", "ben", at("2026-03-03"), 3, 5, null, 8, true));
        happens(new Survey("s-3", "carl", at("2026-03-04"), null, null, 8, 2, false));
        var surveys = march().surveys();
        assertThat(surveys.answered()).isEqualTo(3);
        assertThat(surveys.csat()).isEqualByComparingTo("5.5");
        assertThat(surveys.satisfied()).isEqualByComparingTo("66.7");
        assertThat(surveys.nps()).isEqualByComparingTo("0");
        assertThat(surveys.loyaltyIndex()).isEqualByComparingTo("7.67");
        assertThat(surveys.intendToBuyAgain()).isEqualByComparingTo("50");
        assertThat(surveys.intendToBuyMore()).isEqualByComparingTo("50");
    }

    @Test
    void aComplaintCompensatedAtOnceTookNoTime() {
        buy("p-1", "anna", "2026-03-01", "10");
        complain("c-1", "2026-03-02T10:00:00");
        complain("c-2", "2026-03-03T10:00:00");
        complain("c-3", "2026-03-04T10:00:00");
        happens(new Complaint("c-4", "anna", at("2026-03-05"), "late", 2, "", BigDecimal.TEN, "staff", "employee"));
        happens(new Activity(
                "a-1", "anna", at("2026-03-03T13:00:00"), "complaint-answered", Map.of("complaint", "c-2")));
        var complaints = march().complaints();
        assertThat(complaints.complaints()).isEqualTo(3);
        assertThat(complaints.incidents()).isEqualTo(1);
        assertThat(complaints.per100Purchases()).isEqualByComparingTo("300");
        assertThat(complaints.answered()).isEqualTo(2);
        assertThat(complaints.hoursToAnswer()).isEqualByComparingTo("1.5");
    }

    @Test
    void pointsAreSpentOrExpireOrAreOwed() {
        buy("p-1", "anna", "2026-02-10", "100");
        buy("p-2", "anna", "2026-03-05", "40");
        happens(new Redemption("x-1", "anna", at("2026-03-06"), 70, ""));
        complain("c-1", "2026-03-07T10:00:00");
        var measures = march();
        assertThat(measures.points().earned()).isEqualTo(40);
        assertThat(measures.points().spent()).isEqualTo(70);
        assertThat(measures.points().expired()).isEqualTo(30);
        assertThat(measures.points().redemptionRate()).isEqualByComparingTo("175");
        assertThat(measures.points().breakage()).isEqualByComparingTo("75");
        assertThat(measures.liability().outstandingPoints()).isEqualTo(40);
        assertThat(measures.liability().points()).isEqualTo("2.00");
        assertThat(measures.liability().credit()).isEqualTo("2.00");
        assertThat(measures.liability().total()).isEqualTo("4.00");
    }

    @Test
    void everyOfferSaysWhatItCostAndHowOftenItGave() {
        buy("p-1", "anna", "2026-03-05", "40");
        buy("p-2", "ben", "2026-03-05", "20");
        complain("c-1", "2026-03-07T10:00:00");
        complain("c-2", "2026-03-08T10:00:00");
        happens(new Return("r-1", "anna", at("2026-03-09"), "p-1", List.of(), ""));
        var offers = march().offers();
        assertThat(offers.get("points")).isEqualTo(new OfferMeasures(2, 2, 0, new BigDecimal("1.00")));
        assertThat(offers.get("damaged")).isEqualTo(new OfferMeasures(1, 1, 1, new BigDecimal("2.00")));
    }

    @Test
    void aSegmentIsMeasuredByItself() {
        buy("p-1", "anna", "2026-03-05", "40");
        buy("p-2", "ben", "2026-03-05", "20");
        var students = measure(MARCH.of("student"));
        assertThat(students.purchases().purchases()).isEqualTo(1);
        assertThat(students.points().earned()).isEqualTo(20);
        assertThat(students.liability().outstandingPoints()).isEqualTo(20);
    }

    @Test
    void whatIsNotKnownIsAbsentInTextAndJson() {
        buy("p-1", "anna", "2026-03-05", "40");
        var measures = march();
        var json = StempelJson.write(measures);
        assertThat(json).contains("\"surveys\":{\"answered\":0}").contains("\"repurchaseRate\":\"0.0\"");
        assertThat(StempelJson.read(json, Measures.class)).isEqualTo(measures);
        assertThat(measures.table())
                .startsWith("2026-03-01 to 2026-03-31\n")
                .containsPattern("NPS, -100 to 100 +-\n")
                .containsPattern("Repurchase rate +0.0 %\n")
                .containsPattern("points +1 +1 +0 +2.00\n");
    }

    private void buy(String id, String customer, String local, String euros) {
        happens(Purchase.of(id, customer, at(local)).line("something", "things", 1, euros));
    }

    private void complain(String id, String local) {
        happens(new Complaint(id, "anna", at(local), "damaged", 2, "", BigDecimal.TEN, "phone", "employee"));
    }

    private void happens(Event event) {
        shop.process(event);
    }

    private Measures march() {
        return measure(MARCH);
    }

    private Measures measure(Scope scope) {
        return Measures.of(shop.ledger().operations(), shop.policies(), scope);
    }
}
