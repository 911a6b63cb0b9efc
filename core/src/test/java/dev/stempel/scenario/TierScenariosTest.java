package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.policies;
import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.event.Day;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidRules;
import dev.stempel.reward.TierChange;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TierScenariosTest {

    static final String POINTS = """
            rule "A point for every euro" @offer("points")
            when
                $purchase : Purchase()
            then
                rewards.give( points(1).per(1).of( $purchase.goods() ) );
            end
            """;

    private static final String ROLLING = """
            rule "Silver from 500, Gold from 1000 points in twelve months" @offer("tiers")
            when
                Purchase()
            then
                rewards.tiers("Bronze").then("Silver", 500).then("Gold", 1000).grace( months(1) ).inAny( months(12) );
            end
            """;

    private static final String CALENDAR = """
            rule "Silver from 500, Gold from 1000 points in a calendar year" @offer("tiers")
            when
                Purchase()
            then
                rewards.tiers("Bronze").then("Silver", 500).then("Gold", 1000).inCalendarYear();
            end
            """;

    private static String tier(Programme programme, String local) {
        return programme.account(CUSTOMER, at(local)).tier();
    }

    @Test
    @DisplayName("23 A return does not cost the tier before the period of its points ends")
    void aReturnDoesNotCostTheTierBeforeItsPeriodEnds() {
        var programme = programme(POINTS, ROLLING.replace(".grace( months(1) )", ""));
        programme.process(spend("p-1", "2025-03-01", "480"));
        var second = spend("p-2", "2025-06-01", "60");
        programme.process(second.line("other", "things", 1, "50"));
        var back = Return.ofAll("r-1", second, at("2025-06-10")).line("other", 1);
        assertThat(programme.process(back).all(TierChange.class)).isEmpty();
        assertThat(programme.account(CUSTOMER, at("2025-06-10")).qualifyingPoints())
                .isEqualTo(540);
        programme.process(Return.ofAll("r-2", second, at("2025-06-11")).line("something", 1));
        assertThat(programme.account(CUSTOMER, at("2025-06-11")).qualifyingPoints())
                .isEqualTo(480);
        assertThat(tier(programme, "2026-02-28T23:59:59")).isEqualTo("Silver");
        assertThat(tier(programme, "2026-03-01T00:00:00")).isEqualTo("Bronze");
    }

    @Test
    @DisplayName("23 By choice a return costs the tier at once")
    void byChoiceAReturnCostsTheTierAtOnce() {
        var programme = programme(policies().tierAfterReturn(Policies.TierAfterReturn.DEMOTE), POINTS, ROLLING);
        programme.process(spend("p-1", "2025-03-01", "480"));
        var second = spend("p-2", "2025-06-01", "60");
        programme.process(second);
        assertThat(tier(programme, "2025-06-01")).isEqualTo("Silver");
        assertThat(programme
                        .process(Return.ofAll("r-1", second, at("2025-06-10")))
                        .all(TierChange.class))
                .containsExactly(new TierChange("Silver", "Bronze", false));
        assertThat(tier(programme, "2025-06-10")).isEqualTo("Bronze");
    }

    @Test
    @DisplayName("23 A tier kept after a return is saved for good by new points")
    void newPointsSaveATierThatAReturnLeftOnTime() {
        var programme = programme(POINTS, ROLLING.replace(".grace( months(1) )", ""));
        var purchase = spend("p-1", "2025-03-01", "500");
        programme.process(purchase);
        programme.process(Return.ofAll("r-1", purchase, at("2025-03-10")));
        programme.process(spend("p-2", "2025-12-01", "500"));
        assertThat(tier(programme, "2026-11-30T23:59:59")).isEqualTo("Silver");
        assertThat(tier(programme, "2026-12-01T00:00:00")).isEqualTo("Bronze");
    }

    @Test
    @DisplayName("23 Calendar year: a tier kept after a return holds through the next year")
    void inCalendarYearsAKeptTierHoldsThroughTheNextYear() {
        var programme = programme(POINTS, CALENDAR);
        var purchase = spend("p-1", "2025-03-01", "500");
        programme.process(purchase);
        programme.process(Return.ofAll("r-1", purchase, at("2025-03-10")));
        assertThat(tier(programme, "2026-12-31T23:59:59")).isEqualTo("Silver");
        assertThat(tier(programme, "2027-01-01T00:00:00")).isEqualTo("Bronze");
    }

    @Test
    @DisplayName("26 Spending points does not cost the tier")
    void spendingPointsDoesNotCostTheTier() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2026-01-10", "500"));
        programme.process(new Redemption("r-1", CUSTOMER, at("2026-01-11"), 450, ""));
        var account = programme.account(CUSTOMER, at("2026-01-12"));
        assertThat(account.points()).isEqualTo(50);
        assertThat(account.tier()).isEqualTo("Silver");
    }

    @Test
    @DisplayName("27 A tier lost on 25 July with a month of grace is held until the last second of 25 August")
    void graceEndsWithTheLastSecondOfItsLastDay() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2025-07-25", "1000"));
        assertThat(programme
                        .account(CUSTOMER, at("2026-07-24T23:59:59"))
                        .standing()
                        .until())
                .isNull();
        assertThat(programme
                        .account(CUSTOMER, at("2026-07-25T00:00:00"))
                        .standing()
                        .until())
                .isEqualTo(LocalDate.parse("2026-08-25"));
        assertThat(tier(programme, "2026-08-25T23:59:59")).isEqualTo("Gold");
        assertThat(tier(programme, "2026-08-26T00:00:00")).isEqualTo("Silver");
    }

    @Test
    @DisplayName("27 Points earned within the grace period save the tier")
    void pointsEarnedInGraceSaveTheTier() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2025-07-25", "1000"));
        programme.process(spend("p-2", "2026-08-25T23:59:59", "1000"));
        assertThat(tier(programme, "2026-08-26")).isEqualTo("Gold");
        assertThat(programme.account(CUSTOMER, at("2026-08-26")).standing().until())
                .isNull();
    }

    @Test
    @DisplayName("27 A month of grace from 31 January ends on 28 February")
    void aMonthOfGraceEndsInAShorterMonth() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2025-01-31", "1000"));
        assertThat(tier(programme, "2026-02-28T23:59:59")).isEqualTo("Gold");
        assertThat(tier(programme, "2026-03-01T00:00:00")).isEqualTo("Silver");
    }

    @Test
    @DisplayName("28 A lost tier falls one step, and the lower one is held for a whole qualification period")
    void aLostTierFallsOneStep() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2025-07-25", "1000"));
        assertThat(tier(programme, "2026-08-26")).isEqualTo("Silver");
        assertThat(tier(programme, "2027-09-26T23:59:59")).isEqualTo("Silver");
        assertThat(tier(programme, "2027-09-27T00:00:00")).isEqualTo("Bronze");
    }

    @Test
    @DisplayName("28 By choice a lost tier falls to the one the points support")
    void byChoiceATierFallsToTheSupportedOne() {
        var programme = programme(policies().downgrade(Policies.Downgrade.TO_SUPPORTED), POINTS, ROLLING);
        programme.process(spend("p-1", "2025-07-25", "1000"));
        assertThat(tier(programme, "2026-08-25T23:59:59")).isEqualTo("Gold");
        assertThat(tier(programme, "2026-08-26")).isEqualTo("Bronze");
    }

    @Test
    @DisplayName("28 The next event tells the customer of the fall, once")
    void theNextEventTellsOfTheFall() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2025-07-25", "1000"));
        assertThat(programme.process(new Day("d-1", CUSTOMER, at("2026-08-25"))).all(TierChange.class))
                .isEmpty();
        assertThat(programme.process(new Day("d-2", CUSTOMER, at("2026-08-26"))).all(TierChange.class))
                .containsExactly(new TierChange("Gold", "Silver", false));
        assertThat(programme.process(new Day("d-3", CUSTOMER, at("2026-08-27"))).all(TierChange.class))
                .isEmpty();
    }

    @Test
    @DisplayName("29 Rolling twelve months: the next tier and what is missing, at any instant")
    void whatIsMissingInRollingMonths() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2025-02-10", "300"));
        programme.process(spend("p-2", "2025-06-15", "150"));
        assertThat(programme.account(CUSTOMER, at("2025-03-01")).nextTier()).isEqualTo("Silver");
        assertThat(programme.account(CUSTOMER, at("2025-03-01")).missingToNextTier())
                .isEqualTo(200);
        assertThat(programme.account(CUSTOMER, at("2026-02-09T23:59:59")).missingToNextTier())
                .isEqualTo(50);
        assertThat(programme.account(CUSTOMER, at("2026-02-10T00:00:00")).missingToNextTier())
                .isEqualTo(350);
        assertThat(programme.account(CUSTOMER, at("2026-06-15T00:00:00")).missingToNextTier())
                .isEqualTo(500);
    }

    @Test
    @DisplayName("29 Nothing is missing at the top")
    void nothingIsMissingAtTheTop() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2025-02-10", "1500"));
        var account = programme.account(CUSTOMER, at("2025-02-10"));
        assertThat(account.tier()).isEqualTo("Gold");
        assertThat(account.nextTier()).isEmpty();
        assertThat(account.missingToNextTier()).isZero();
    }

    @Test
    @DisplayName("29 Calendar year: the tier holds through the next year, the count begins anew")
    void aCalendarYearTierHoldsThroughTheNextYear() {
        var programme = programme(POINTS, CALENDAR);
        programme.process(spend("p-1", "2025-12-31T23:59:59", "600"));
        assertThat(tier(programme, "2026-12-31T23:59:59")).isEqualTo("Silver");
        assertThat(programme.account(CUSTOMER, at("2026-01-01T00:00:00")).missingToNextTier())
                .isEqualTo(1000);
        assertThat(tier(programme, "2027-01-01T00:00:00")).isEqualTo("Bronze");
    }

    @Test
    @DisplayName("29 Points of two calendar years are not added up")
    void pointsOfTwoCalendarYearsAreNotAddedUp() {
        var programme = programme(POINTS, CALENDAR);
        programme.process(spend("p-1", "2025-12-31T23:59:59", "300"));
        programme.process(spend("p-2", "2026-01-01T00:00:00", "300"));
        assertThat(tier(programme, "2026-01-01T00:00:00")).isEqualTo("Bronze");
    }

    @Test
    @DisplayName("29 Points of 29 February count for twelve months, until 27 February")
    void pointsOfTheLeapDayCountForTwelveMonths() {
        var programme = programme(POINTS, ROLLING);
        programme.process(spend("p-1", "2024-02-29", "500"));
        assertThat(programme.account(CUSTOMER, at("2025-02-27T23:59:59")).qualifyingPoints())
                .isEqualTo(500);
        assertThat(programme.account(CUSTOMER, at("2025-02-28T00:00:00")).qualifyingPoints())
                .isZero();
    }

    @Test
    @DisplayName("30 A tier that an automatic redemption keeps out of reach is refused, with file and line")
    void aTierOutOfReachIsRefused() {
        var byBalance = """
                // Says: Gold from 1000 points.

                rule "Gold from 1000 points" @offer("tiers")
                when
                    Purchase()
                then
                    rewards.tiers("Bronze").then("Gold", 1000).byBalance();
                end
                """;
        var redeeming = """
                rule "Every 500 points become a voucher" @offer("redeeming")
                when
                    Purchase()
                then
                    rewards.redeemEvery(500).give( voucher("5") );
                end
                """;
        assertThatThrownBy(() -> Shop.book(POINTS, byBalance, redeeming))
                .isInstanceOf(InvalidRules.class)
                .hasMessage("tiers.drl:3:6: Nobody can reach the tier \"Gold\": it needs 1000 points, but every 500 "
                        + "points are redeemed by themselves. "
                        + "Maybe count qualifying points instead, with inAny( months(12) )?");
    }
}
