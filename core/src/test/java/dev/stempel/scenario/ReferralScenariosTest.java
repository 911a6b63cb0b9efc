package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Day;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scenario 49: referrals")
class ReferralScenariosTest {

    private static final String FRIEND = """
            rule "Five hundred points for a friend who kept the first order" @offer("friend")
            when
                Day()
                $friend : Friend( purchases >= 1, daysSinceFirstPurchase > 14 )
            then
                rewards.forFriend( $friend ).give( bonus(500) );
            end
            """;

    private static final String AMBASSADOR = """
            rule "Whoever brought in a friend for good is an ambassador" @offer("ambassador")
                @limit("1 per customer")
            when
                Day()
                Account( friendsBroughtIn >= 1 )
            then
                rewards.give( status("ambassador") );
            end
            """;

    private static final String WELCOME = """
            rule "Whoever was brought in and kept the first order gets a hundred points" @offer("welcome")
                @limit("1 per customer")
            when
                Day()
                BroughtIn()
                Account( purchases >= 1, daysSinceFirstPurchase > 14 )
            then
                rewards.give( bonus(100) );
            end
            """;

    private final Programme shop = programme(FRIEND, AMBASSADOR, WELCOME);

    @Test
    @DisplayName("paid once, when the friend's first order is past its return period")
    void paidOnceAfterTheReturnPeriod() {
        refer("r-1", "anna", "ben");
        buy("p-1", "ben", "2026-03-01");
        assertThat(day("d-1", "anna", "2026-03-15").points()).isZero();
        assertThat(day("d-2", "anna", "2026-03-16").points()).isEqualTo(500);
        assertThat(day("d-3", "anna", "2026-03-17").points()).isZero();
        assertThat(shop.account("anna").has("ambassador")).isTrue();
    }

    @Test
    @DisplayName("an order at which nothing was paid is no first paid order")
    void aFreeOrderPaysNoReferral() {
        refer("r-1", "anna", "ben");
        shop.process(Purchase.of("p-1", "ben", at("2026-03-01"))
                .line(Line.of("cone", "cones", 1, "2.50").givenFree()));
        assertThat(day("d-1", "anna", "2026-03-20").points()).isZero();
        buy("p-2", "ben", "2026-03-20");
        assertThat(day("d-2", "anna", "2026-04-04").points()).isEqualTo(500);
    }

    @Test
    @DisplayName("returned within the period: cancelled")
    void returnedWithinThePeriodIsNotPaid() {
        refer("r-1", "anna", "ben");
        var order = buy("p-1", "ben", "2026-03-01");
        shop.process(Return.ofAll("b-1", order, at("2026-03-10")));
        assertThat(day("d-1", "anna", "2026-03-20").points()).isZero();
    }

    @Test
    @DisplayName("self-referral, circles and customers of long standing are refused")
    void selfReferralCirclesAndOldCustomersAreRefused() {
        assertThat(refer("r-1", "anna", "anna").refused())
                .extracting(Refusal::cause)
                .containsExactly(Cause.REFERRAL);
        refer("r-2", "anna", "ben");
        refer("r-3", "ben", "carl");
        assertThat(refer("r-4", "carl", "anna").refused())
                .extracting(Refusal::cause)
                .containsExactly(Cause.REFERRAL);
        assertThat(refer("r-5", "ben", "anna").refused())
                .extracting(Refusal::cause)
                .containsExactly(Cause.REFERRAL);
        buy("p-1", "dora", "2026-02-01");
        assertThat(refer("r-6", "anna", "dora").refused())
                .extracting(Refusal::cause)
                .containsExactly(Cause.REFERRAL);
        assertThat(shop.account("anna").referrals()).containsOnlyKeys("ben");
    }

    @Test
    void theFriendIsRewardedTooAndWhoeverCameAloneIsNot() {
        refer("r-1", "anna", "ben");
        buy("p-1", "ben", "2026-03-01");
        buy("p-2", "carl", "2026-03-01");
        assertThat(day("d-1", "ben", "2026-03-15").points()).isZero();
        assertThat(day("d-2", "ben", "2026-03-16").points()).isEqualTo(100);
        assertThat(day("d-3", "ben", "2026-03-17").points()).isZero();
        assertThat(day("d-4", "carl", "2026-03-16").points()).isZero();
    }

    @Test
    void whoeverTurnsOutToHaveBoughtBeforeWithAnotherCardIsNotPaidFor() {
        refer("r-1", "anna", "new card");
        buy("p-1", "ben", "2026-02-01");
        buy("p-2", "new card", "2026-03-01");
        shop.process(new AccountMerge("m-1", "ben", at("2026-03-02"), "new card"));
        assertThat(day("d-1", "anna", "2026-03-20").points()).isZero();
        shop.process(new AccountUnmerge("u-1", "ben", at("2026-03-21"), "new card"));
        assertThat(day("d-2", "anna", "2026-03-22").points()).isEqualTo(500);
    }

    @Test
    void aFriendIsBroughtInOnce() {
        refer("r-1", "anna", "ben");
        assertThat(refer("r-2", "carl", "ben").refused())
                .extracting(Refusal::explanation)
                .containsExactly("\"ben\" was brought in before.");
    }

    @Test
    void ofTwoReferralsDecidedAtTheSameTimeOneIsPosted() {
        refer("r-1", "anna", "ben");
        var elsewhere = programme(FRIEND);
        elsewhere.process(new Referral("r-2", "carl", at("2026-02-20"), "ben"));
        var decidedTooLate = elsewhere.ledger().operation("r-2").orElseThrow();
        assertThat(shop.ledger().post(List.of(decidedTooLate))).isFalse();
        assertThat(shop.ledger().referrer("ben")).contains("anna");
    }

    @Test
    void aCircleIsRefusedEvenAfterTheFirstFriendWasPaidFor() {
        refer("r-1", "anna", "ben");
        buy("p-1", "ben", "2026-03-01");
        assertThat(day("d-1", "anna", "2026-03-16").points()).isEqualTo(500);
        assertThat(refer("r-2", "ben", "anna").refused())
                .extracting(Refusal::cause)
                .containsExactly(Cause.REFERRAL);
    }

    private Outcome refer(String id, String customer, String friend) {
        return shop.process(new Referral(id, customer, at("2026-02-20"), friend));
    }

    private Purchase buy(String id, String customer, String day) {
        var order = Purchase.of(id, customer, at(day)).line("cone", "cones", 2, "2.50");
        shop.process(order);
        return order;
    }

    private Outcome day(String id, String customer, String day) {
        return shop.process(new Day(id, customer, at(day)));
    }
}
