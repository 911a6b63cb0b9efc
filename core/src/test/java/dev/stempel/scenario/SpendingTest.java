package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Redemption.Step;
import dev.stempel.event.Return;
import dev.stempel.problem.InvalidRules;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpendingTest {

    private static final String BASE = """
            rule "A point for every euro" @offer("base")
            when
                Purchase( $goods : goods )
            then
                rewards.give( points(1).per(1).of( $goods ) );
            end
            """;

    private static final String STEPS = """
            rule "Every hundred points are a euro to spend, from five hundred on" @offer("steps")
            when
                Redemption( wish == "credit", $points : points )
            then
                rewards.redeem( $points ).atLeast( 500 ).inStepsOf( 100 ).give( credit("1.00") );
            end
            """;

    private static final String MUG = """
            rule "A mug for eight hundred points" @offer("mug")
            when
                Redemption( wish == "mug" )
            then
                rewards.redeem( 800 ).give( freeItem("mug").worth("3.00") );
            end
            """;

    private static final String AT_THE_TILL = """
            rule "With the points coupon every hundred points take a euro off" @offer("till")
            when
                Purchase( coupons contains "POINTS" )
                Account( $points : points )
            then
                rewards.redeem( $points ).inStepsOf( 100 ).give( discount("1.00") );
            end
            """;

    private final Programme shop = programme(BASE, STEPS, MUG, AT_THE_TILL);

    @BeforeEach
    void theCustomerHasAThousandPoints() {
        shop.process(spend("p-1", "2026-03-01", "1000"));
    }

    @Test
    void whoHasNoPointsOrOwesSomeBuysWithoutADiscount() {
        var newcomer = Purchase.of("p-2", "c-8", at("2026-03-02"))
                .line("something", "things", 1, "40")
                .coupon("POINTS");
        assertThat(shop.process(newcomer).discount()).isZero();
        shop.process(new Redemption("r-1", CUSTOMER, at("2026-03-02"), 900, ""));
        shop.process(new Return("r-2", CUSTOMER, at("2026-03-03"), "p-1", List.of(), ""));
        var owing = spend("p-3", "2026-03-04", "40").coupon("POINTS");
        assertThat(shop.process(owing).discount()).isZero();
    }

    @Test
    void pointsThatComeBackWithTheGoodsExpireAsTheyWouldHave() {
        var expiring = programme(BASE.replace(".of( $goods )", ".of( $goods ).expiringAfter( days(60) )"), AT_THE_TILL);
        expiring.process(spend("p-1", "2026-03-01", "1000"));
        expiring.process(spend("p-2", "2026-03-20", "40").coupon("POINTS"));
        expiring.process(new Return("r-1", CUSTOMER, at("2026-04-10"), "p-2", List.of(), ""));
        assertThat(expiring.account(CUSTOMER, at("2026-04-30")).points()).isEqualTo(1000);
        assertThat(expiring.account(CUSTOMER, at("2026-05-01")).points()).isZero();
    }

    @Test
    void pointsTurnIntoCreditInStepsAndWhatFillsNoStepIsKept() {
        var outcome = shop.process(Redemption.of("r-1", CUSTOMER, at("2026-03-02"), 650, "credit"));
        assertThat(outcome.all(Credit.class)).containsExactly(new Credit(new BigDecimal("6.00")));
        assertThat(outcome.points()).isEqualTo(-600);
        assertThat(shop.account(CUSTOMER).points()).isEqualTo(400);
    }

    @Test
    void lessThanTheMinimumIsRefusedAndNothingIsSpent() {
        var outcome = shop.process(Redemption.of("r-1", CUSTOMER, at("2026-03-02"), 400, "credit"));
        assertThat(outcome.rewards()).isEmpty();
        assertThat(outcome.refused()).extracting(Refusal::cause).containsExactly(Cause.BALANCE);
    }

    @Test
    void aGiftCostsItsPointsAndIsRefusedWithoutThem() {
        var first = shop.process(Redemption.of("r-1", CUSTOMER, at("2026-03-02"), 800, "mug"));
        assertThat(first.vouchers()).extracting("item").containsExactly("mug");
        assertThat(first.rewards()).extracting("cost").containsExactly(BigDecimal.ZERO, new BigDecimal("3.00"));
        var second = shop.process(Redemption.of("r-2", CUSTOMER, at("2026-03-02"), 800, "mug"));
        assertThat(second.refused()).extracting(Refusal::cause).containsExactly(Cause.BALANCE);
        assertThat(shop.account(CUSTOMER).points()).isEqualTo(200);
    }

    @Test
    void reservedPointsCannotBeSpentTwiceAndAreSpentOnCommit() {
        shop.process(Redemption.reserve("r-1", CUSTOMER, at("2026-03-02"), 700));
        assertThat(shop.account(CUSTOMER, at("2026-03-02")).points()).isEqualTo(300);
        var elsewhere = shop.process(new Redemption("r-2", CUSTOMER, at("2026-03-02"), 400, ""));
        assertThat(elsewhere.refused()).extracting(Refusal::cause).containsExactly(Cause.BALANCE);
        shop.process(Redemption.commit("r-3", CUSTOMER, at("2026-03-02"), "r-1"));
        assertThat(shop.account(CUSTOMER).points()).isEqualTo(300);
        var again = shop.process(Redemption.commit("r-4", CUSTOMER, at("2026-03-02"), "r-1"));
        assertThat(again.refused()).extracting(Refusal::cause).containsExactly(Cause.RESERVATION);
        assertThat(shop.account(CUSTOMER).points()).isEqualTo(300);
    }

    @Test
    void reservedPointsTurnIntoWhatIsWishedOnCommitAndTheRestIsFreeAgain() {
        shop.process(Redemption.reserve("r-1", CUSTOMER, at("2026-03-02"), 650));
        var outcome = shop.process(Redemption.commit("r-2", CUSTOMER, at("2026-03-02"), "r-1", "credit"));
        assertThat(outcome.all(Credit.class)).containsExactly(new Credit(new BigDecimal("6.00")));
        assertThat(shop.account(CUSTOMER).points()).isEqualTo(400);
        var again = shop.process(Redemption.commit("r-3", CUSTOMER, at("2026-03-02"), "r-1", "credit"));
        assertThat(again.rewards()).isEmpty();
        assertThat(again.refused()).extracting(Refusal::cause).containsExactly(Cause.RESERVATION);
    }

    @Test
    void aWishIsToldWhenPointsAreSpentNotWhenTheyAreReserved() {
        var early = new Redemption("r-1", CUSTOMER, at("2026-03-02"), 650, "", "mug", Step.RESERVE, "");
        assertThatThrownBy(() -> shop.process(early)).hasMessageContaining("spends no points");
    }

    @Test
    void pointsTakeMoneyOffTheBasketAndNoMoreAreSpentThanItHasRoomFor() {
        var outcome = shop.process(spend("p-2", "2026-03-02", "4.50").coupon("POINTS"));
        assertThat(outcome.discount()).isEqualByComparingTo("4.00");
        assertThat(shop.account(CUSTOMER).points()).isEqualTo(1000 - 400 + 4);
    }

    @Test
    void aReturnGivesBackThePointsThatPaidForIt() {
        var purchase = spend("p-2", "2026-03-02", "4.50").coupon("POINTS");
        shop.process(purchase);
        shop.process(Return.ofAll("t-1", purchase, at("2026-03-03")));
        assertThat(shop.account(CUSTOMER).points()).isEqualTo(1000);
    }

    @Test
    void tooFewPointsTakeNothingOff() {
        shop.process(new Redemption("r-1", CUSTOMER, at("2026-03-02"), 950, ""));
        var outcome = shop.process(spend("p-2", "2026-03-02", "4.50").coupon("POINTS"));
        assertThat(outcome.discount()).isZero();
        assertThat(outcome.refused()).extracting(Refusal::cause).containsExactly(Cause.BALANCE);
    }

    @Test
    void aDiscountCannotWaitForPointsToAddUp() {
        assertThatThrownBy(() -> programme("""
                rule "A euro off for every hundred points" @offer("itself")
                when
                    Account()
                then
                    rewards.redeemEvery( 100 ).give( discount("1.00") );
                end
                """))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("only be given at once");
    }

    @Test
    void aReleasedReservationGivesThePointsBack() {
        shop.process(Redemption.reserve("r-1", CUSTOMER, at("2026-03-02"), 700));
        shop.process(Redemption.release("r-2", CUSTOMER, at("2026-03-02"), "r-1"));
        assertThat(shop.account(CUSTOMER, at("2026-03-02")).points()).isEqualTo(1000);
    }

    @Test
    void aForgottenReservationEndsByItself() {
        shop.process(Redemption.reserve("r-1", CUSTOMER, at("2026-03-02"), 700));
        var late = at("2026-03-02").plus(Duration.ofMinutes(30));
        assertThat(shop.account(CUSTOMER, late.minusSeconds(1)).points()).isEqualTo(300);
        assertThat(shop.account(CUSTOMER, late).points()).isEqualTo(1000);
        var outcome = shop.process(Redemption.commit("r-2", CUSTOMER, late, "r-1"));
        assertThat(outcome.refused()).extracting(Refusal::cause).containsExactly(Cause.RESERVATION);
    }

    @Test
    void reservedPointsDoNotExpireBeforeTheirReservationDoes() {
        var expiring = programme(BASE.replace(".of( $goods )", ".of( $goods ).expiringAfter( days(30) )"));
        expiring.process(spend("p-1", "2026-03-01", "1000"));
        var midnight = at("2026-03-31T23:50:00");
        expiring.process(Redemption.reserve("r-1", CUSTOMER, midnight, 700));
        var after = midnight.plus(Duration.ofMinutes(15));
        assertThat(expiring.account(CUSTOMER, after).points()).isZero();
        assertThat(expiring.account(CUSTOMER, after).outstandingPoints()).isEqualTo(700);
        var outcome = expiring.process(Redemption.commit("r-2", CUSTOMER, after, "r-1"));
        assertThat(outcome.points()).isEqualTo(-700);
        assertThat(expiring.account(CUSTOMER, after).points()).isZero();
        assertThat(expiring.account(CUSTOMER, after).debt()).isZero();
    }

    @Test
    void reservedPointsWhoseDayIsOverAreGoneOnceTheirReservationIs() {
        var expiring = programme(BASE.replace(".of( $goods )", ".of( $goods ).expiringAfter( days(30) )"));
        expiring.process(spend("p-1", "2026-03-01", "1000"));
        expiring.process(Redemption.reserve("r-1", CUSTOMER, at("2026-03-31T23:50:00"), 700));
        assertThat(expiring.account(CUSTOMER, at("2026-04-01T00:19:59")).outstandingPoints())
                .isEqualTo(700);
        assertThat(expiring.account(CUSTOMER, at("2026-04-01T00:20:00")).outstandingPoints())
                .isZero();
        var late = expiring.process(Redemption.release("r-2", CUSTOMER, at("2026-04-01T00:20:00"), "r-1"));
        assertThat(late.refused()).extracting(Refusal::cause).containsExactly(Cause.RESERVATION);
    }

    @Test
    void theSameCommitAgainIsTheSameAndAnotherOneIsRefused() {
        shop.process(Redemption.reserve("r-1", CUSTOMER, at("2026-03-02"), 700));
        var commit = Redemption.commit("r-2", CUSTOMER, at("2026-03-02"), "r-1");
        assertThat(shop.process(commit)).isEqualTo(shop.process(commit));
        var release = shop.process(Redemption.release("r-3", CUSTOMER, at("2026-03-02"), "r-1"));
        assertThat(release.refused()).extracting(Refusal::cause).containsExactly(Cause.RESERVATION);
        assertThat(shop.account(CUSTOMER).points()).isEqualTo(300);
    }

    @Test
    void twoReservationsNeverTakeTheSamePoint() {
        shop.process(Redemption.reserve("r-1", CUSTOMER, at("2026-03-02"), 700));
        var second = shop.process(Redemption.reserve("r-2", CUSTOMER, at("2026-03-02"), 301));
        assertThat(second.refused()).extracting(Refusal::cause).containsExactly(Cause.BALANCE);
        shop.process(Redemption.reserve("r-3", CUSTOMER, at("2026-03-02"), 300));
        shop.process(Redemption.commit("r-4", CUSTOMER, at("2026-03-02"), "r-3"));
        shop.process(Redemption.commit("r-5", CUSTOMER, at("2026-03-02"), "r-1"));
        assertThat(shop.account(CUSTOMER).points()).isZero();
    }
}
