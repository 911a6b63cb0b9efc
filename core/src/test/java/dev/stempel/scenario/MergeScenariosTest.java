package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.BIG_DECIMAL;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.account.Lot;
import dev.stempel.books.Audit;
import dev.stempel.books.PersonalData;
import dev.stempel.books.Statement;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Activity;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies.Debt;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.TierChange;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenario 43: two accounts are merged, 100 + 200 = 300, cards added, the better tier, history kept; and parted again. */
class MergeScenariosTest {

    private static final String OLD = "c-8";

    private static final String POINTS = offer(
            "points",
            "Purchase( $net : netOfDiscounts )",
            "rewards.give( points(1).per(1).of( $net ).expiringAfter( months(12) ) );");
    private static final String CARD = offer(
            "card",
            "$c : Bought( category == \"cones\" )",
            "rewards.stamps( \"cones\", $c ).every( 10 ).give( freeItem(\"cone\") );");
    private static final String NEXT_FREE = offer(
            "subs", "$c : Bought( category == \"subs\" )", "rewards.stamps( \"subs\", $c ).every( 4 ).nextOneFree();");
    private static final String TIERS = offer(
            "tiers",
            "Customer()",
            "rewards.tiers(\"Bronze\").then(\"Silver\", 150).then(\"Gold\", 290).inAny( months(12) );");
    private static final String VISIT = """
            package shop
            rule "visit"
                @offer("visit") @limit("2 per customer per month")
            when
                Activity( kind == "visit" )
            then
                rewards.give( bonus(5) );
            end
            """;

    private static String offer(String id, String when, String then) {
        return """
                package shop
                rule "%1$s"
                    @offer("%1$s")
                when
                    %2$s
                then
                    %3$s
                end
                """.formatted(id, when, then);
    }

    private static Programme shop() {
        return Shop.programme(POINTS, CARD, NEXT_FREE, TIERS, VISIT);
    }

    private static Purchase old(String id, String local, String euros) {
        return Purchase.of(id, OLD, at(local)).line("something", "things", 1, euros);
    }

    private static Event merge(String id, String local) {
        return new AccountMerge(id, Shop.CUSTOMER, at(local), OLD);
    }

    private static Event part(String id, String local) {
        return new AccountUnmerge(id, Shop.CUSTOMER, at(local), OLD);
    }

    /** 100 points on the new card, 200 on the old one. */
    private static Programme merged() {
        var shop = shop();
        shop.process(Shop.spend("p-1", "2026-03-01", "100"));
        shop.process(old("p-2", "2026-02-01", "200"));
        shop.process(merge("m-1", "2026-03-10"));
        return shop;
    }

    private static Account account(Programme shop, String customer) {
        return shop.account(customer, at("2026-04-01"));
    }

    @Test
    void scenario43_pointsAreAddedEachWithItsOwnExpiry() {
        var shop = merged();
        assertThat(account(shop, Shop.CUSTOMER).points()).isEqualTo(300);
        assertThat(account(shop, OLD)).isEqualTo(account(shop, Shop.CUSTOMER));
        assertThat(shop.account(OLD).lots())
                .extracting(Lot::points, lot -> String.valueOf(lot.expires()))
                .containsExactlyInAnyOrder(tuple(100L, "2027-03-01"), tuple(200L, "2027-02-01"));
    }

    @Test
    void scenario43_stampsAreAddedAndThoseBeyondAFullCardGiveWhatItPromisesWithTheNextStamp() {
        var shop = shop();
        shop.process(Shop.cones("p-1", "2026-03-01", 6));
        shop.process(Purchase.of("p-2", OLD, at("2026-03-02")).line("cone", "cones", 7, "2.50"));
        shop.process(Purchase.of("p-3", OLD, at("2026-03-02")).line("sub", "subs", 2, "2.50"));
        shop.process(Shop.purchase("p-4", "2026-03-03").line("sub", "subs", 3, "2.50"));
        shop.process(merge("m-1", "2026-03-10"));
        assertThat(account(shop, OLD).card("cones").filled()).isEqualTo(13);
        assertThat(account(shop, OLD).card("subs").freeUnits()).isEqualTo(1);
        var next = shop.process(Shop.cones("p-5", "2026-03-11", 1));
        assertThat(next.vouchers()).hasSize(1);
        assertThat(account(shop, Shop.CUSTOMER).card("cones").stamps()).isEqualTo(4);
    }

    @Test
    void scenario43_theBetterTierIsKeptAndThePointsOfBothQualifyForTheNext() {
        var shop = shop();
        shop.process(Shop.spend("p-1", "2026-03-01", "100"));
        shop.process(old("p-2", "2026-02-01", "180"));
        assertThat(account(shop, Shop.CUSTOMER).tier()).isEqualTo("Bronze");
        var merge = shop.process(merge("m-1", "2026-03-10"));
        assertThat(merge.all(TierChange.class)).containsExactly(new TierChange("Bronze", "Silver", true));
        assertThat(account(shop, Shop.CUSTOMER).missingToNextTier()).isEqualTo(10);
        shop.process(old("p-3", "2026-03-11", "10"));
        assertThat(account(shop, Shop.CUSTOMER).tier()).isEqualTo("Gold");
    }

    @Test
    void scenario43_theHistoryOfBothIsKept() {
        var shop = merged();
        shop.process(old("p-3", "2026-03-11", "7"));
        var statement = Statement.of(shop.ledger(), OLD);
        assertThat(statement)
                .isEqualTo(new Statement(
                        OLD, Statement.of(shop.ledger(), Shop.CUSTOMER).lines()));
        assertThat(statement.lines())
                .extracting(Statement.Line::event, line -> line.balance().longValue())
                .containsExactly(tuple("p-1", 100L), tuple("p-2", 300L), tuple("p-3", 307L));
        assertThat(account(shop, OLD).purchases()).isEqualTo(3);
        assertThat(account(shop, OLD).firstPurchase()).isEqualTo("2026-02-01");
        for (var customer : new String[] {OLD, Shop.CUSTOMER}) {
            assertThat(PersonalData.of(shop.ledger(), customer).operations()).hasSize(5);
        }
    }

    @Test
    void limitsAreUsedByBoth() {
        var shop = shop();
        shop.process(new Activity("v-1", Shop.CUSTOMER, at("2026-03-01"), "visit", Map.of()));
        shop.process(new Activity("v-2", OLD, at("2026-03-02"), "visit", Map.of()));
        shop.process(merge("m-1", "2026-03-10"));
        var third = shop.process(new Activity("v-3", Shop.CUSTOMER, at("2026-03-11"), "visit", Map.of()));
        assertThat(third.refused()).extracting(Refusal::cause).containsExactly(Cause.LIMIT);
    }

    @Test
    void eitherCardBringsBackWhatEitherBoughtAndEndsWhatEitherReserved() {
        var shop = shop();
        shop.process(Shop.spend("p-1", "2026-03-01", "100"));
        var bought = old("p-2", "2026-02-01", "200");
        shop.process(bought);
        shop.process(Redemption.reserve("x-1", OLD, at("2026-03-09T10:00:00"), 150));
        shop.process(merge("m-1", "2026-03-09T10:05:00"));
        assertThat(shop.account(OLD, at("2026-03-09T10:06:00")).points()).isEqualTo(150);
        shop.process(Redemption.commit("x-2", Shop.CUSTOMER, at("2026-03-09T10:07:00"), "x-1"));
        assertThat(account(shop, OLD).points()).isEqualTo(150);
        var all = Return.ofAll("r-1", bought, at("2026-03-12"));
        var back = new Return("r-1", Shop.CUSTOMER, all.at(), all.purchase(), all.lines(), "");
        assertThat(shop.process(back).points()).isEqualTo(-200);
        assertThat(account(shop, OLD).debt()).isEqualTo(50);
    }

    @Test
    void theDebtOfOneIsPaidByTheOther() {
        var shop = shop();
        var bought = Shop.spend("p-1", "2026-03-01", "100");
        shop.process(bought);
        shop.process(new Redemption("x-1", Shop.CUSTOMER, at("2026-03-02"), 100, ""));
        shop.process(Return.ofAll("r-1", bought, at("2026-03-03")));
        shop.process(old("p-2", "2026-02-01", "200"));
        shop.process(merge("m-1", "2026-03-10"));
        assertThat(account(shop, Shop.CUSTOMER).debt()).isZero();
        assertThat(account(shop, Shop.CUSTOMER).points()).isEqualTo(100);
    }

    @Test
    void aVoucherThatTheOtherUsedMeanwhileDoesNotExpireHoweverLongAgoThatWas() {
        var shop = Shop.programme(
                offer("thanks", "Purchase( goods >= 50 )", "rewards.give( voucher(\"5\").validFor( days(30) ) );"));
        shop.process(Shop.spend("p-1", "2026-01-01", "10"));
        var voucher = shop.process(old("p-2", "2026-01-02", "60")).vouchers().get(0);
        shop.process(merge("m-1", "2026-01-03"));
        shop.process(new Redemption("x-1", Shop.CUSTOMER, at("2026-01-04"), 0, voucher.code()));
        shop.process(part("u-1", "2026-01-05"));
        shop.process(old("p-3", "2026-05-01", "60"));
        shop.process(merge("m-2", "2026-07-01"));
        assertThat(shop.account(OLD, at("2026-07-02")).due().values())
                .singleElement(BIG_DECIMAL)
                .isEqualByComparingTo("5");
        assertThat(Audit.of(shop.ledger(), shop.policies().currency()).problems())
                .isEmpty();
    }

    @Test
    void nobodyBringsInThemselvesUnderAnotherName() {
        var shop = merged();
        assertThat(shop.process(new Referral("f-1", Shop.CUSTOMER, at("2026-03-11"), OLD))
                        .refused())
                .extracting(Refusal::explanation)
                .containsExactly("Nobody can bring in themselves.");
    }

    @Test
    void partedEachHasWhatTheEventsThatNamedThemMade() {
        var shop = merged();
        shop.process(old("p-3", "2026-03-11", "7"));
        shop.process(new Redemption("x-1", Shop.CUSTOMER, at("2026-03-12"), 30, ""));
        var parted = shop.process(part("u-1", "2026-03-20"));
        assertThat(parted.refused()).isEmpty();
        assertThat(account(shop, Shop.CUSTOMER).points()).isEqualTo(70);
        assertThat(account(shop, OLD).points()).isEqualTo(207);
        assertThat(account(shop, OLD).tier()).isEqualTo("Silver");
        assertThat(account(shop, Shop.CUSTOMER).tier()).isEqualTo("Bronze");
    }

    @ParameterizedTest
    @CsvSource({"ALLOW, 50, 0", "FORGIVE, 0, 0", "CHARGE, 0, 0.50"})
    void whatWasSpentTogetherAndIsMissingIsADebtByThePolicyAndTold(Debt policy, long debt, BigDecimal charged) {
        var policies = Shop.policies().pointDebt(policy).pointValue(new BigDecimal("0.01"));
        var shop = Shop.programme(policies, POINTS);
        shop.process(Shop.spend("p-1", "2026-03-01", "100"));
        shop.process(old("p-2", "2026-02-01", "200"));
        shop.process(merge("m-1", "2026-03-10"));
        shop.process(new Redemption("x-1", Shop.CUSTOMER, at("2026-03-12"), 150, ""));
        var parted = shop.process(part("u-1", "2026-03-20"));
        assertThat(parted.refused()).extracting(Refusal::cause).containsExactly(Cause.OVERSPENT);
        assertThat(parted.refused().get(0).explanation()).isEqualTo("c-7 spent 50 points more than there are.");
        assertThat(account(shop, Shop.CUSTOMER).debt()).isEqualTo(debt);
        assertThat(account(shop, OLD).points()).isEqualTo(200);
        assertThat(parted.all(MoneyBack.class)
                        .map(back -> back.amount().negate())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(charged);
    }

    @Test
    void theSameMergeTwiceIsOneAndAMergeThatMakesNoSenseIsTold() {
        var shop = merged();
        shop.process(merge("m-1", "2026-03-10"));
        assertThat(account(shop, OLD).points()).isEqualTo(300);
        refuses(shop, merge("m-2", "2026-03-11"), "The account of c-8 is merged into that of c-7 already.");
        refuses(shop, new AccountMerge("m-3", OLD, at("2026-03-11"), "c-7"), "of c-8 is merged into that of c-7");
        refuses(shop, new AccountMerge("m-4", "c-7", at("2026-03-11"), "c-7"), "c-7 is both customers.");
        refuses(shop, new AccountMerge("m-5", "c-7", at("2026-03-11"), "c-99"), "knows nobody named \"c-99\"");
        refuses(shop, new AccountMerge("m-6", "c-7", at("2026-03-11"), ""), "names no other customer");
        refuses(shop, new AccountUnmerge("u-1", OLD, at("2026-03-11"), "c-7"), "of c-7 is not merged into that of c-8");
        shop.process(part("u-2", "2026-03-12"));
        refuses(shop, part("u-3", "2026-03-12"), "of c-8 is not merged into that of c-7");
    }

    @Test
    void whatWasPartedAndMergedTheOtherWayRoundIsNotPartedTheFirstWay() {
        var shop = Shop.programme(POINTS);
        shop.process(Shop.spend("p-1", "2026-03-01", "10"));
        shop.process(old("o-1", "2026-03-01", "10"));
        shop.process(merge("m-1", "2026-03-02"));
        shop.process(part("u-1", "2026-03-03"));
        shop.process(new AccountMerge("m-2", OLD, at("2026-03-04"), Shop.CUSTOMER));
        refuses(shop, part("u-2", "2026-03-05"), "of c-8 is not merged into that of c-7");
    }

    private static void refuses(Programme shop, Event event, String message) {
        assertThatThrownBy(() -> shop.process(event))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Maybe ");
    }

    @Test
    void accountsAreMergedOverSeveralStepsAndPartedInAnyOrder() {
        var shop = shop();
        shop.process(Shop.spend("p-1", "2026-03-01", "1"));
        shop.process(old("p-2", "2026-03-01", "20"));
        shop.process(Purchase.of("p-3", "c-9", at("2026-03-01")).line("something", "things", 1, "300"));
        shop.process(new AccountMerge("m-1", OLD, at("2026-03-02"), "c-9"));
        shop.process(merge("m-2", "2026-03-03"));
        assertThat(account(shop, "c-9").points()).isEqualTo(321);
        shop.process(new AccountUnmerge("u-1", OLD, at("2026-03-04"), "c-9"));
        assertThat(account(shop, "c-9").points()).isEqualTo(300);
        assertThat(account(shop, OLD).points()).isEqualTo(21);
        shop.process(part("u-2", "2026-03-05"));
        assertThat(account(shop, OLD).points()).isEqualTo(20);
    }
}
