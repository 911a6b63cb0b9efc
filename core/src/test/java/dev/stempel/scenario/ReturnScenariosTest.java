package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies.Debt;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios 8, 19 to 22 and 25: what a return takes back. */
class ReturnScenariosTest {

    private static final String NINE_FOR_A_VOUCHER = """
            package cards
            rule "Ice cream card: nine cones give a free cone next time"
                @offer("cone-voucher")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).every( 9 ).give( freeItem("cone").worth("2.50") );
            end
            """;

    private static final String NINE_THEN_FREE =
            NINE_FOR_A_VOUCHER.replace("give( freeItem(\"cone\").worth(\"2.50\") )", "nextOneFree()");

    private static String perEuro(String points, String per) {
        return """
                package points
                rule "Points per euro"
                    @offer("per-euro")
                when
                    Purchase( $euros : netOfDiscounts )
                then
                    rewards.give( points(%s).per(%s).of( $euros ) );
                end
                """.formatted(points, per);
    }

    private static String bonus(String sku, int points) {
        return """
                package points
                rule "%1$s bonus"
                    @offer("bonus-%1$s")
                when
                    Bought( sku == "%1$s" )
                then
                    rewards.give( bonus(%2$d) );
                end
                """.formatted(sku, points);
    }

    private static Card card(Programme programme) {
        return account(programme).card("cones");
    }

    private static Account account(Programme programme) {
        return programme.account(Shop.CUSTOMER, Shop.at("2026-12-31"));
    }

    private static Programme cardAtEight(Debt debt, String offer) {
        var programme = Shop.programme(Shop.policies().cardDebt(debt), offer);
        programme.process(Shop.cones("p-0", "2026-03-01", 8));
        return programme;
    }

    @Test
    void scenario08_anUnusedRewardIsWithdrawnAndTheCardIsBackAtEight() {
        var programme = cardAtEight(Debt.ALLOW, NINE_FOR_A_VOUCHER);
        var began = card(programme).startedOn();
        var last = Shop.cones("p-1", "2026-03-02", 1);
        var voucher = programme.process(last).vouchers().get(0);
        var outcome = programme.process(Return.ofAll("r-1", last, Shop.at("2026-03-03")));
        assertThat(outcome.all(VoucherEnd.class)).singleElement().satisfies(end -> {
            assertThat(end.code()).isEqualTo(voucher.code());
            assertThat(end.used()).isFalse();
        });
        assertThat(account(programme).vouchers()).isEmpty();
        assertThat(card(programme).stamps()).isEqualTo(8);
        assertThat(card(programme).startedOn()).isEqualTo(began);
    }

    @Test
    void scenario08_aUsedRewardStaysAndTheNextStampRepairsTheCard() {
        var programme = cardAtEight(Debt.ALLOW, NINE_FOR_A_VOUCHER);
        var last = Shop.cones("p-1", "2026-03-02", 1);
        var voucher = programme.process(last).vouchers().get(0);
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 0, voucher.code()));
        var outcome = programme.process(Return.ofAll("r-1", last, Shop.at("2026-03-03")));
        assertThat(outcome.all(VoucherEnd.class)).isEmpty();
        assertThat(card(programme).stamps()).isEqualTo(-1);
        programme.process(Shop.cones("p-2", "2026-03-04", 1));
        assertThat(card(programme).stamps()).isZero();
        programme.process(Shop.cones("p-3", "2026-03-05", 8));
        assertThat(programme.process(Shop.cones("p-4", "2026-03-06", 1)).vouchers())
                .hasSize(1);
    }

    @Test
    void scenario08_forgivenStampsLeaveTheCardEmpty() {
        var programme = cardAtEight(Debt.FORGIVE, NINE_FOR_A_VOUCHER);
        var last = Shop.cones("p-1", "2026-03-02", 1);
        var voucher = programme.process(last).vouchers().get(0);
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 0, voucher.code()));
        programme.process(Return.ofAll("r-1", last, Shop.at("2026-03-03")));
        assertThat(card(programme).stamps()).isZero();
    }

    @Test
    void scenario08_chargedForAUsedRewardTheCardIsBackAtEight() {
        var programme = cardAtEight(Debt.CHARGE, NINE_FOR_A_VOUCHER);
        var last = Shop.cones("p-1", "2026-03-02", 1);
        var voucher = programme.process(last).vouchers().get(0);
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 0, voucher.code()));
        var outcome = programme.process(Return.ofAll("r-1", last, Shop.at("2026-03-03")));
        assertThat(outcome.all(MoneyBack.class)).containsExactly(new MoneyBack(new BigDecimal("-2.50")));
        assertThat(card(programme).stamps()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"ALLOW, -1", "FORGIVE, 0"})
    void scenario08_aFreeUnitAlreadyTakenStaysFree(Debt debt, long left) {
        var programme = cardAtEight(debt, NINE_THEN_FREE);
        var last = Shop.cones("p-1", "2026-03-02", 1);
        programme.process(last);
        assertThat(programme.process(Shop.cones("p-2", "2026-03-03", 1)).freeUnits())
                .isEqualTo(1);
        var outcome = programme.process(Return.ofAll("r-1", last, Shop.at("2026-03-04")));
        assertThat(outcome.freeUnits()).isZero();
        assertThat(card(programme).stamps()).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4, 5, 12, 13, 14, 22, 23})
    void scenario08_aPartialReturnLeavesTheCardOfWhatRemains(long back) {
        var programme = Shop.programme(NINE_THEN_FREE);
        var purchase = Shop.cones("p-1", "2026-03-01", 23);
        programme.process(purchase);
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-02")).line("cone", back));
        var fresh = Shop.programme(NINE_THEN_FREE);
        if (back < 23) {
            fresh.process(Shop.cones("p-1", "2026-03-01", 23 - back));
        }
        assertThat(card(programme).filled()).isEqualTo(card(fresh).filled());
        assertThat(card(programme).startedOn()).isEqualTo(card(fresh).startedOn());
    }

    @Test
    void scenario08_stampsThatLapsedAreNotTakenFromTheNextCard() {
        var programme = Shop.programme(NINE_THEN_FREE.replace(".every(", ".expiringAfter( days(30) ).every("));
        var purchase = Shop.cones("p-1", "2026-03-01", 12);
        programme.process(purchase);
        programme.process(Shop.cones("p-2", "2026-05-01", 4));
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-05-02")));
        assertThat(programme
                        .account(Shop.CUSTOMER, Shop.at("2026-05-02"))
                        .card("cones")
                        .filled())
                .isEqualTo(4);
    }

    @Test
    void scenario08_theVoucherOfALapsedCardIsWithdrawnToo() {
        var programme = Shop.programme(NINE_FOR_A_VOUCHER.replace(".every(", ".expiringAfter( days(30) ).every("));
        var purchase = Shop.cones("p-1", "2026-03-01", 12);
        programme.process(purchase);
        programme.process(Shop.cones("p-2", "2026-05-01", 4));
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-05-02")));
        var account = programme.account(Shop.CUSTOMER, Shop.at("2026-05-02"));
        assertThat(account.vouchers()).isEmpty();
        assertThat(account.card("cones").filled()).isEqualTo(4);
    }

    @Test
    void scenario08_aVoucherThatLaterStampsEarnAnywayStays() {
        var programme = cardAtEight(Debt.ALLOW, NINE_FOR_A_VOUCHER);
        var last = Shop.cones("p-1", "2026-03-02", 1);
        programme.process(last);
        programme.process(Shop.cones("p-2", "2026-03-03", 3));
        var outcome = programme.process(Return.ofAll("r-1", last, Shop.at("2026-03-04")));
        assertThat(outcome.all(Stamps.class).mapToLong(Stamps::count).sum()).isEqualTo(-1);
        assertThat(account(programme).vouchers()).hasSize(1);
        assertThat(card(programme).stamps()).isEqualTo(2);
    }

    @Test
    void scenario19_aReturnedLineTakesBackWhatItEarnedAndNoMore() {
        var programme = Shop.programme(perEuro("1", "1"), bonus("a", 10), bonus("b", 20));
        var purchase = Shop.purchase("p-1", "2026-03-01")
                .line("a", "things", 1, "10.00")
                .line("b", "things", 1, "10.00")
                .line("c", "things", 1, "20.00");
        assertThat(programme.process(purchase).points()).isEqualTo(70);
        var outcome = programme.process(
                Return.ofAll("r-1", purchase, Shop.at("2026-03-02")).line("c", 1));
        assertThat(outcome.points()).isEqualTo(-20);
        assertThat(account(programme).points()).isEqualTo(50);
    }

    @Test
    void scenario20_aReturnIsJudgedByTheRulesOfTheDayOfPurchase() {
        var programme = Shop.programme(perEuro("1", "1"));
        var purchase = Shop.spend("p-1", "2026-03-01", "50.00");
        programme.process(purchase);
        programme.activate(Shop.book(perEuro("2", "1")));
        var outcome = programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-02")));
        assertThat(outcome.points()).isEqualTo(-50);
        assertThat(account(programme).points()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"21.90, 5.00, 4, 2, -2", "21.90, 5.00, 3, 2, -2", "21.90, 5.00, 2, 2, -1", "100.00, 1.00, 9, 10, -1"})
    void scenario21_manySmallReturnsAreComputedOnWhatRemains(
            String total, String each, int times, long earned, long back) {
        var programme = Shop.programme(perEuro("1", "10"));
        var rest = new BigDecimal(total).subtract(new BigDecimal(each).multiply(BigDecimal.valueOf(times)));
        var purchase = Shop.purchase("p-1", "2026-03-01")
                .line("small", "things", times, each)
                .line("rest", "things", 1, rest.toPlainString());
        assertThat(programme.process(purchase).points()).isEqualTo(earned);
        long sum = 0;
        for (int i = 0; i < times; i++) {
            var one = Return.ofAll("r-" + i, purchase, Shop.at("2026-03-02")).line("small", 1);
            sum += programme.process(one).points();
        }
        assertThat(sum).isEqualTo(back);
        assertThat(account(programme).points()).isEqualTo(earned + back);
    }

    @ParameterizedTest
    @CsvSource({"ALLOW, -100, -80", "FORGIVE, -20, 0"})
    void scenario22_spentPointsBecomeADebtOrAreForgiven(Debt debt, long taken, long balance) {
        var programme = Shop.programme(Shop.policies().pointDebt(debt), perEuro("1", "1"));
        var purchase = Shop.spend("p-1", "2026-03-01", "100.00");
        programme.process(purchase);
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 80, ""));
        var outcome = programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-03")));
        assertThat(outcome.points()).isEqualTo(taken);
        assertThat(account(programme).points()).isEqualTo(balance);
    }

    @Test
    void scenario22_pointsThatAreGoneArePaidForAtTheirValue() {
        var policies = Shop.policies().pointDebt(Debt.CHARGE).pointValue(new BigDecimal("0.05"));
        var programme = Shop.programme(policies, perEuro("1", "1"));
        var purchase = Shop.spend("p-1", "2026-03-01", "100.00");
        programme.process(purchase);
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 80, ""));
        var outcome = programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-03")));
        assertThat(outcome.points()).isEqualTo(-20);
        assertThat(outcome.all(MoneyBack.class)).containsExactly(new MoneyBack(new BigDecimal("-4.00")));
        assertThat(account(programme).points()).isZero();
    }

    @Test
    void scenario22_whatSeveralOffersGaveIsForgivenOnce() {
        var programme =
                Shop.programme(Shop.policies().pointDebt(Debt.FORGIVE), perEuro("1", "2"), bonus("something", 50));
        var purchase = Shop.spend("p-1", "2026-03-01", "100.00");
        assertThat(programme.process(purchase).points()).isEqualTo(100);
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 80, ""));
        var outcome = programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-03")));
        assertThat(outcome.points()).isEqualTo(-20);
        assertThat(account(programme).points()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"false, 480, 0", "true, -20, 0"})
    void scenario22_pointsSpentOnAUsedVoucherStaySpent(boolean used, long balance, int vouchers) {
        var programme = Shop.programme(perEuro("1", "1"), """
                package points
                rule "Every 500 points turn into five euros"
                    @offer("five-euros")
                when
                    Purchase()
                then
                    rewards.redeemEvery( 500 ).give( voucher("5") );
                end
                """);
        programme.process(Shop.spend("p-0", "2026-03-01", "480.00"));
        var purchase = Shop.spend("p-1", "2026-03-02", "30.00");
        var voucher = programme.process(purchase).vouchers().get(0);
        assertThat(account(programme).points()).isEqualTo(10);
        if (used) {
            programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-03"), 0, voucher.code()));
        }
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-04")));
        assertThat(account(programme).points()).isEqualTo(balance);
        assertThat(account(programme).vouchers()).hasSize(vouchers);
    }

    @Test
    void scenario22_aDebtIsRepairedByTheNextPoints() {
        var programme = Shop.programme(perEuro("1", "1"));
        var purchase = Shop.spend("p-1", "2026-03-01", "100.00");
        programme.process(purchase);
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 80, ""));
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-03")));
        programme.process(Shop.spend("p-2", "2026-03-04", "100.00"));
        assertThat(account(programme).points()).isEqualTo(20);
    }

    @Test
    void scenario25_moreThanWasBoughtIsAnErrorAndNothingIsPosted() {
        var programme = Shop.programme(perEuro("1", "1"));
        var purchase = Shop.cones("p-1", "2026-03-01", 3);
        programme.process(purchase);
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-02")).line("cone", 2));
        refused(
                programme,
                Return.ofAll("r-2", purchase, Shop.at("2026-03-03")).line("cone", 2),
                "1 more than are left");
        refused(programme, Return.ofAll("r-3", purchase, Shop.at("2026-03-03")).line("waffle", 1), "waffle");
        programme.process(Return.ofAll("r-4", purchase, Shop.at("2026-03-03")));
        refused(programme, Return.ofAll("r-5", purchase, Shop.at("2026-03-04")), "Nothing is left of p-1");
    }

    @Test
    void scenario25_anUnknownPurchaseIsAnErrorAndNothingIsPosted() {
        var programme = Shop.programme(perEuro("1", "1"));
        programme.process(Shop.cones("p-1", "2026-03-01", 3));
        refused(programme, new Return("r-1", Shop.CUSTOMER, Shop.at("2026-03-02"), "p-9", List.of(), ""), "p-9");
        refused(programme, new Return("r-2", "c-8", Shop.at("2026-03-02"), "p-1", List.of(), ""), "c-8");
        var ofAReturn =
                Return.ofAll("r-3", Purchase.of("r-1", Shop.CUSTOMER, Shop.at("2026-03-01")), Shop.at("2026-03-02"));
        refused(programme, ofAReturn, "r-1");
    }

    private static void refused(Programme programme, Return event, String why) {
        var before = programme.ledger().operations().toList();
        assertThatThrownBy(() -> programme.process(event))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("event " + event.id())
                .hasMessageContaining(why)
                .hasMessageContaining("Maybe");
        assertThat(programme.ledger().operations().toList()).isEqualTo(before);
    }
}
