package dev.stempel;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.stempel.books.Audit;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Refusal;
import dev.stempel.scenario.Shop;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineTillTest {

    private static final String CARD = """
            rule "Ten cones give a free one" @offer("card")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).every( 10 ).give( freeItem("cone") );
            end
            """;

    private static final String SALE = """
            rule "Ten euros to spend, while they last" @offer("sale")
                @budget("100 EUR per month") @limit("1 per customer per month")
            when
                Purchase( $net : netOfDiscounts >= 50 )
            then
                rewards.give( credit("10.00") );
            end
            """;

    private static final LoanTerms MARCH = LoanTerms.until(LocalDate.of(2026, 3, 31));

    private static final Clock EVENING = Clock.fixed(at("2026-03-02T20:00:00"), ZoneOffset.UTC);

    private final Programme central = programme();

    @TempDir
    private Path folder;

    @BeforeEach
    void theCustomerHasAHundredPoints() {
        central.process(spend("c-1", "2026-03-01", "40"));
        central.process(spend("c-2", "2026-03-01", "40"));
        central.process(Shop.cones("c-3", "2026-03-01", 8));
    }

    @Test
    void whatATillSellsWhileItIsCutOffIsCountedOnce() {
        var till = till(MARCH);
        assertThat(till.account(CUSTOMER).points()).isEqualTo(100);
        var promised = till.process(Shop.cones("t-1", "2026-03-03", 4));
        till.process(new Redemption("t-2", CUSTOMER, at("2026-03-04"), 90, ""));
        var report = central.merge(till.ledger());
        assertThat(report).isEqualTo(new MergeReport(2, 0, List.of(), null, null, List.of()));
        assertThat(report.clean()).isTrue();
        assertThat(central.account(CUSTOMER).points()).isEqualTo(20);
        assertThat(central.account(CUSTOMER).card("cones").stamps()).isEqualTo(2);
        assertThat(central.account(CUSTOMER).vouchers().values()).containsExactlyElementsOf(promised.vouchers());
        assertThat(central.merge(till.ledger())).isEqualTo(new MergeReport(0, 2, List.of(), null, null, List.of()));
        isSound();
    }

    @Test
    void anEventThatReachedBothIsCountedOnce() {
        var till = till(MARCH);
        var both = spend("b-1", "2026-03-03", "30");
        till.process(both);
        central.process(both);
        assertThat(central.merge(till.ledger())).isEqualTo(new MergeReport(0, 1, List.of(), null, null, List.of()));
        assertThat(central.account(CUSTOMER).points()).isEqualTo(130);
    }

    @Test
    void anIdWithOtherContentIsToldAndNothingIsLost() {
        var till = till(MARCH);
        till.process(spend("b-1", "2026-03-03", "30"));
        central.process(spend("b-1", "2026-03-03", "31"));
        var report = central.merge(till.ledger());
        assertThat(report.counted()).isZero();
        assertThat(report.conflicts())
                .singleElement()
                .hasToString("event b-1: The id was used before, for an event with other content. The till says: "
                        + till.ledger()
                                .operation("b-1")
                                .orElseThrow()
                                .decision()
                                .outcome()
                        + " Maybe two receipts have the same number?");
        assertThat(till.ledger().operation("b-1")).isPresent();
    }

    @Test
    void pointsSpentAtTwoTillsAreKeptAndTold() {
        var one = till(MARCH);
        var other = till(MARCH);
        one.process(new Redemption("o-1", CUSTOMER, at("2026-03-03"), 100, ""));
        other.process(new Redemption("o-2", CUSTOMER, at("2026-03-03"), 100, ""));
        assertThat(central.merge(one.ledger()).clean()).isTrue();
        assertThat(central.merge(other.ledger()).belowZero()).containsOnly(entry(CUSTOMER, -100L));
        isSound();
    }

    @Test
    void whatATillMayLetThemSpendIsAPolicy() {
        var till = till(MARCH.points(30));
        assertThat(till.account(CUSTOMER).points()).isEqualTo(30);
        var much = till.process(new Redemption("o-1", CUSTOMER, at("2026-03-03"), 31, ""));
        assertThat(much.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.BALANCE);
        till.process(spend("o-2", "2026-03-03", "5"));
        assertThat(till.process(new Redemption("o-3", CUSTOMER, at("2026-03-03"), 35, ""))
                        .points())
                .isEqualTo(-35);
        isSound(till);
        assertThat(central.merge(till.ledger()).clean()).isTrue();
        assertThat(central.account(CUSTOMER).points()).isEqualTo(70);
    }

    @Test
    void aTillGivesNothingOfASharedBudgetUnlessAPartOfItWasLent() {
        var none = till(MARCH);
        assertThat(none.process(spend("n-1", "2026-03-03", "50")).refused())
                .extracting(Refusal::cause)
                .containsExactly(Refusal.Cause.BUDGET);
        var some = till(MARCH.share("0.25"));
        assertThat(credits(some, "s", "2026-03-03")).isEqualTo(2);
        assertThat(credits(some, "later", "2026-04-01")).isZero();
        isSound(none);
        isSound(some);
    }

    @Test
    void aBudgetThatIsExceededIsTold() {
        var till = till(MARCH.share("1"));
        assertThat(credits(till, "t", "2026-03-03")).isEqualTo(10);
        assertThat(credits(central, "c", "2026-03-03")).isEqualTo(10);
        var report = central.merge(till.ledger());
        assertThat(report.overBudget()).hasSize(1);
        assertThat(report.overBudget().get(report.overBudget().firstKey()).amount())
                .isEqualByComparingTo("200");
        assertThat(central.merge(till.ledger()).overBudget()).isEqualTo(report.overBudget());
        isSound();
    }

    @Test
    void aLimitThatIsExceededIsTold() {
        var till = till(MARCH.share("0.5"));
        till.process(spend("t-1", "2026-03-03", "50"));
        central.process(spend("c-4", "2026-03-03", "50"));
        assertThat(central.merge(till.ledger()).overLimit())
                .singleElement()
                .asString()
                .startsWith("customer " + CUSTOMER + ": The limit ")
                .contains("is 1 time per customer per month; used are 2 times");
    }

    @Test
    void aVoucherHandedInAtTwoTillsIsTold() {
        central.process(Shop.cones("c-5", "2026-03-02", 2));
        var code = central.account(CUSTOMER).vouchers().firstKey();
        var till = till(MARCH);
        till.process(new Redemption("t-1", CUSTOMER, at("2026-03-03"), 0, code));
        central.process(new Redemption("c-6", CUSTOMER, at("2026-03-03"), 0, code));
        assertThat(central.merge(till.ledger()).overLimit())
                .singleElement()
                .asString()
                .contains("The voucher \"" + code + "\" was handed in twice.");
        isSound(till);
        isSound();
    }

    @Test
    void aFriendBroughtInTwiceIsCountedForTheFirst() {
        var till = till(MARCH);
        till.process(new Referral("t-1", CUSTOMER, at("2026-03-03"), "friend"));
        central.process(new Referral("c-7", "c-8", at("2026-03-03"), "friend"));
        central.merge(till.ledger());
        assertThat(central.ledger().referrer("friend")).contains("c-8");
        assertThat(central.account(CUSTOMER).referrals()).isEmpty();
        isSound();
    }

    @Test
    void aReturnIsJudgedByWhatTheTillKnew() {
        var till = till(MARCH);
        var cones = Shop.cones("t-1", "2026-03-03", 4);
        assertThat(till.process(cones).vouchers()).hasSize(1);
        central.process(Shop.cones("c-9", "2026-03-02", 5));
        central.merge(till.ledger());
        var back = central.process(Return.ofAll("r-1", cones, at("2026-03-05")));
        assertThat(back.stamps("cones")).isEqualTo(-4);
        assertThat(back.points()).isEqualTo(-10);
        isSound();
    }

    @Test
    void aLoanTravelsAsJsonAndNeedsAnEmptyLedger() {
        var loan = central.withClock(EVENING)
                .lend(List.of(CUSTOMER), MARCH.points(30).share("0.5"));
        assertThat(StempelJson.read(StempelJson.write(loan), Loan.class)).isEqualTo(loan);
        var till = till(MARCH);
        assertThatThrownBy(() -> till.borrow(loan))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("ledger: The ledger has begun already; only an empty one can take a loan. "
                        + "Maybe merge it, and begin a new file?");
    }

    @Test
    void aLoanThatIsOverBeforeItBeginsIsRefused() {
        var terms = LoanTerms.until(LocalDate.of(2026, 3, 1));
        assertThatThrownBy(() -> central.withClock(EVENING).lend(List.of(CUSTOMER), terms))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("loan: It ends on 2026-03-01; this is 2026-03-02. Maybe it is of another year?");
    }

    @Test
    void aLoanForEverIsRefused() {
        assertThatThrownBy(() -> central.withClock(EVENING).lend(List.of(CUSTOMER), LoanTerms.until(LocalDate.MAX)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("It ends on +999999999-12-31; this is 2026-03-02. Maybe ");
    }

    @Test
    void anOldCardIsLentOnceAndCountsForItsAccountAfterwards() {
        central.process(Purchase.of("old-1", "old", at("2026-03-01")).line("x", "x", 1, "7.00"));
        central.process(new AccountMerge("m-1", CUSTOMER, at("2026-03-02"), "old"));
        try (var ledger = JdbcLedger.sqlite(folder.resolve("till.db"))) {
            var till = Programme.of(central.rules(), central.policies(), ledger);
            till.borrow(central.withClock(EVENING).lend(List.of("old", CUSTOMER), MARCH));
            assertThat(till.ledger().account(CUSTOMER).orElseThrow().points()).isEqualTo(107);
            till.process(Purchase.of("t-1", "old", at("2026-03-03")).line("x", "x", 1, "3.00"));
            assertThat(central.merge(ledger).clean()).isTrue();
        }
        assertThat(central.account("old")).isEqualTo(central.account(CUSTOMER));
        assertThat(central.account(CUSTOMER).points()).isEqualTo(110);
        isSound();
    }

    private static long credits(Programme shop, String id, String day) {
        long given = 0;
        for (int i = 0; i < 12; i++) {
            var purchase = Purchase.of(id + i, "guest-" + id + i, at(day)).line("x", "x", 1, "60.00");
            given += shop.process(purchase).all(Credit.class).count();
        }
        return given;
    }

    private void isSound() {
        isSound(central);
    }

    private static void isSound(Programme shop) {
        assertThat(Audit.of(shop.ledger(), shop.policies().currency()).problems())
                .isEmpty();
    }

    private Programme till(LoanTerms terms) {
        var till = programme();
        till.borrow(central.withClock(EVENING).lend(List.of(CUSTOMER), terms));
        return till;
    }

    private static Programme programme() {
        return Shop.programme(Shop.POINTS, CARD, SALE);
    }
}
