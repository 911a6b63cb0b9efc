package dev.stempel.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scenario 51: the formulas on plain numbers")
class RatesTest {

    @Test
    void fivePromotersAndTwoDetractorsOfTenMakeAnNpsOf30() {
        assertThat(Rates.nps(List.of(9, 9, 10, 10, 9, 7, 8, 7, 6, 0))).isEqualByComparingTo("30");
    }

    @Test
    void detractorsAloneMakeTheLowestNps() {
        assertThat(Rates.nps(List.of(0, 6))).isEqualByComparingTo("-100");
    }

    @Test
    void theLoyaltyIndexIsTheMeanOfThreeAnswers() {
        assertThat(Rates.loyaltyIndex(8, 6, 9)).isEqualByComparingTo("7.67");
    }

    @Test
    void fortyLostOfEightHundredAreFivePercentChurn() {
        assertThat(Rates.churn(40, 800)).isEqualTo("5.0");
    }

    @Test
    void retentionLeavesOutWhoIsNew() {
        assertThat(Rates.retention(820, 60, 800)).isEqualByComparingTo("95");
    }

    @Test
    void satisfactionIsAMeanAndAShare() {
        assertThat(Rates.csat(List.of(7, 8, 10))).isEqualByComparingTo("8.33");
        assertThat(Rates.satisfied(3, 4)).isEqualByComparingTo("75");
    }

    @Test
    void whoAnswersEightOrMoreIntendsToBuyAgain() {
        assertThat(Rates.intent(List.of(7, 8, 10))).isEqualByComparingTo("66.7");
    }

    @Test
    void otherRatesArePartsOfAWhole() {
        assertThat(Rates.repurchase(1, 3)).isEqualByComparingTo("33.3");
        assertThat(Rates.upsell(2, 3)).isEqualByComparingTo("66.7");
        assertThat(Rates.complaintRate(3, 400)).isEqualByComparingTo("0.8");
        assertThat(Rates.redemption(250, 1000)).isEqualByComparingTo("25");
        assertThat(Rates.breakage(125, 1000)).isEqualByComparingTo("12.5");
    }

    @Test
    void theMedianIsInTheMiddle() {
        assertThat(Rates.median(List.of(9, 1, 2))).isEqualByComparingTo("2");
        assertThat(Rates.median(List.of(9, 1, 2, 4))).isEqualByComparingTo("3");
    }

    @Test
    void whatWouldDivideByNothingIsAbsent() {
        assertThat(Rates.nps(List.of())).isNull();
        assertThat(Rates.csat(List.of())).isNull();
        assertThat(Rates.churn(0, 0)).isNull();
        assertThat(Rates.redemption(5, 0)).isNull();
        assertThat(Rates.median(List.of())).isNull();
    }
}
