package dev.stempel.measure;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.cones;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.account.Loyalty;
import dev.stempel.event.Activity;
import dev.stempel.event.Cancellation;
import dev.stempel.event.Complaint;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.event.Survey;
import dev.stempel.json.StempelJson;
import dev.stempel.reward.Status;
import dev.stempel.scenario.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private static final String POINTS = """
            rule "A point for every euro" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ).expiringAfter( days(30) ) );
            end
            """;

    private static final String CARD = """
            rule "Every ten cones give a free cone" @offer("cone-card")
            when
                Bought( category == "cones", $cones : paidUnits )
            then
                rewards.stamps( "cones", $cones ).every( 10 ).give( freeItem("cone") );
            end
            """;

    private static final String TIERS = """
            rule "Silver from a hundred points" @offer("tiers")
            when
                Customer()
            then
                rewards.tiers("Bronze").then("Silver", 100).inAny( months(12) );
            end
            """;

    private static final String AMBASSADOR = """
            rule "Who last said to recommend us becomes an ambassador" @offer("ambassador")
                @limit("1 per customer")
            when
                Purchase()
                Account( lastNps >= 9 )
            then
                rewards.give( status("ambassador") );
            end
            """;

    private static final String SOUGHT = """
            rule "Who comes back and speaks well of us is a friend of the house" @offer("friend-of-the-house")
                @limit("1 per customer")
            when
                Purchase()
                Loyalty( type == "sought" )
            then
                rewards.give( status("friend of the house") );
            end
            """;

    private final Programme shop = Shop.programme(POINTS, CARD, TIERS, AMBASSADOR, SOUGHT);

    @Test
    void aCustomerAtAGlance() {
        shop.process(cones("p-1", "2026-03-02", 13));
        shop.process(cones("p-2", "2026-03-10", 2));
        shop.process(
                new Complaint("c-1", CUSTOMER, at("2026-03-11"), "late", 2, "", BigDecimal.TEN, "phone", "employee"));
        var glance = glance("2026-03-12");
        assertThat(glance.points()).isEqualTo(37);
        assertThat(glance.nextExpiry()).isEqualTo(new Glance.Expiring(32, LocalDate.of(2026, 4, 1)));
        assertThat(glance.tier()).isEqualTo("Bronze");
        assertThat(glance.nextTier()).isEqualTo("Silver");
        assertThat(glance.missing()).isEqualTo(63);
        assertThat(glance.cards())
                .singleElement()
                .satisfies(card -> assertThat(card.stamps()).isEqualTo(5));
        assertThat(glance.vouchers()).hasSize(1);
        assertThat(glance.lastPurchase()).isEqualTo("2026-03-10");
        assertThat(glance.lastContact()).isEqualTo("2026-03-11");
        assertThat(glance.complaints()).isEqualTo(1);
        assertThat(glance.openComplaints()).hasSize(1);
        assertThat(glance.text())
                .contains("37, 32 of them until 2026-04-01\n")
                .contains("Bronze, 63 points missing for Silver\n")
                .contains("late, severity 2, for 24 hours\n");
        assertThat(StempelJson.read(StempelJson.write(glance), Glance.class)).isEqualTo(glance);
    }

    @Test
    void whoOftenBuysAndRecommendsUsIsSought() {
        buyFourTimes();
        shop.process(survey("s-1", "2026-03-05", 9));
        assertThat(loyalty("2026-03-06"))
                .isEqualTo(new Loyalty("sought", "bought 4 times, last 2 days ago, would recommend us (9)"));
    }

    @Test
    void whoOftenBuysAndSaysNothingIsLoyalByBehaviour() {
        buyFourTimes();
        assertThat(loyalty("2026-03-06").type()).isEqualTo("behavioural");
        assertThat(loyalty("2026-06-03").type()).isEqualTo("none");
    }

    @Test
    void whoBuysMostlyAtADiscountIsLoyalToTheDiscount() {
        for (int day = 1; day <= 4; day++) {
            shop.process(spend("p-" + day, "2026-03-0" + day, "10")
                    .withSums(BigDecimal.valueOf(day > 1 ? 1 : 0), BigDecimal.ZERO, BigDecimal.ZERO));
        }
        assertThat(loyalty("2026-03-06").type()).isEqualTo("none");
        for (int day = 2; day <= 3; day++) {
            shop.process(
                    Return.ofAll("r-" + day, Purchase.of("p-" + day, CUSTOMER, at("2026-03-05")), at("2026-03-05")));
        }
        shop.process(spend("p-5", "2026-03-05", "10"));
        shop.process(spend("p-6", "2026-03-05", "10"));
        assertThat(loyalty("2026-03-06").type()).isEqualTo("behavioural");
    }

    @Test
    void whoWritesAboutUsAndSeldomBuysIsLoyalByAttitude() {
        shop.process(new Activity("a-1", CUSTOMER, at("2026-03-05"), "review", Map.of()));
        assertThat(loyalty("2026-03-06")).isEqualTo(new Loyalty("attitudinal", "wrote about us"));
        shop.process(survey("s-1", "2026-03-06", 3));
        assertThat(loyalty("2026-03-07").type()).isEqualTo("none");
    }

    @Test
    void whoWouldRatherGoStaysByInducedLoyalty() {
        buyFourTimes();
        shop.process(new Cancellation("x-1", CUSTOMER, at("2026-03-05"), "cable", BigDecimal.TEN, 3, "price"));
        assertThat(loyalty("2026-03-06").type()).isEqualTo("behavioural");
        shop.process(new Activity("a-1", CUSTOMER, at("2026-03-20"), "renewal", Map.of()));
        assertThat(loyalty("2026-03-21").type()).isEqualTo("induced");
        shop.process(new Activity("a-2", CUSTOMER, at("2026-03-25"), Activity.LEFT, Map.of()));
        assertThat(loyalty("2026-03-26").type()).isEqualTo("none");
    }

    @Test
    void whoIsBoundStaysByInducedLoyaltyFromTheFirstDay() {
        shop.process(new Cancellation("x-1", CUSTOMER, at("2026-03-05"), "cable", BigDecimal.TEN, 3, "price", true));
        assertThat(loyalty("2026-03-07"))
                .isEqualTo(new Loyalty("induced", "was bound when wishing to cancel 2 days ago"));
        assertThat(loyalty("2027-03-06").type()).isEqualTo("none");
    }

    @Test
    void aPromoterGetsTheAmbassadorOfferLater() {
        shop.process(spend("p-1", "2026-03-01", "10"));
        assertThat(shop.account(CUSTOMER).statuses()).isEmpty();
        shop.process(survey("s-2", "2026-03-05", 9));
        shop.process(survey("s-1", "2026-03-04", 2));
        shop.process(spend("p-2", "2026-03-06", "10"));
        assertThat(shop.account(CUSTOMER).statuses()).containsExactly("ambassador");
    }

    @Test
    void loyaltyIsAFactInRules() {
        buyFourTimes();
        shop.process(survey("s-1", "2026-03-05", 10));
        var outcome = shop.process(spend("p-5", "2026-03-06", "10"));
        assertThat(outcome.all(Status.class)).contains(new Status("friend of the house"));
    }

    private void buyFourTimes() {
        for (int day = 1; day <= 4; day++) {
            shop.process(spend("p-" + day, "2026-03-0" + day, "10"));
        }
    }

    private static Survey survey(String id, String local, int nps) {
        return new Survey(id, CUSTOMER, at(local), null, nps, null, null);
    }

    private Loyalty loyalty(String local) {
        return glance(local).loyalty();
    }

    private Glance glance(String local) {
        return Glance.of(shop.account(CUSTOMER, at(local)));
    }
}
