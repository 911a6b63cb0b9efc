package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.books.Audit;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Points;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Returns of purchases that were followed by something: redeemed by themselves, used, or continued. */
class ReturnCornersTest {

    private static final String POINTS = """
            rule "A point per euro for ninety days" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ).expiringAfter( days(90) ) );
            end
            """;

    private static final String BY_ITSELF = """
            rule "Every hundred points become a voucher" @offer("by-itself")
            when
                Purchase()
            then
                rewards.redeemEvery( 100 ).give( voucher("5") );
            end
            """;

    private static final String BUDGETED = """
            rule "A voucher for a large basket" @offer("budgeted")
                @budget("5 EUR per quarter") @limit("1 per customer per month")
            when
                Purchase( goods > 50 )
            then
                rewards.give( voucher("5") );
            end
            """;

    static final String CARD = """
            rule "Nine cones give a free cone" @offer("card")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).expiringAfter( days(90) ).every( 9 ).give( freeItem("cone") );
            end
            """;

    @Test
    void pointsRedeemedByThemselvesComeBackWithTheExpiryTheyHad() {
        var programme = Shop.programme(POINTS, BY_ITSELF);
        programme.process(Shop.spend("p-1", "2026-03-01", "60"));
        var second = Shop.spend("p-2", "2026-03-20", "50");
        assertThat(programme.process(second).vouchers()).hasSize(1);
        programme.process(Return.ofAll("r-1", second, Shop.at("2026-03-25")));
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-05-30")).points())
                .isEqualTo(60);
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-05-31")).points())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Policies.Debt.class)
    void pointsThatCannotBeSpentYetPayWhatIsOwed(Policies.Debt debt) {
        var programme = Shop.programme(
                Shop.policies().pointDebt(debt),
                POINTS.replace("$net )", "$net ).pendingFor( days(14) ).expiringAfter( days(30) )"));
        var purchase = Shop.spend("p-1", "2026-03-01", "100");
        programme.process(purchase);
        programme.process(new Redemption("x-1", Shop.CUSTOMER, Shop.at("2026-03-15"), 80, ""));
        programme.process(Shop.spend("p-2", "2026-03-16", "70"));
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-17")));
        var account = programme.account(Shop.CUSTOMER, Shop.at("2026-03-17"));
        assertThat(account.pendingPoints()).isZero();
        long left = debt == Policies.Debt.FORGIVE ? 0 : -10;
        assertThat(account.outstandingPoints()).isEqualTo(left);
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-06-01")).points())
                .isEqualTo(left);
    }

    @Test
    void aReturnByATillWhoseClockIsBehindLeavesNoTrace() {
        var programme = Shop.programme(POINTS, BUDGETED, CARD);
        var purchase = Shop.cones("p-1", "2026-03-02T00:01:00", 24);
        assertThat(programme.process(purchase).vouchers()).hasSize(3);
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-01T23:58:00")));
        var account = programme.account(Shop.CUSTOMER, Shop.at("2026-03-03"));
        assertThat(account.used()).isEmpty();
        assertThat(account.history().bought()).isEmpty();
        assertThat(account.points() + account.debt() + account.card("cones").filled())
                .isZero();
        assertThat(programme.process(Shop.spend("p-2", "2026-03-03", "60")).vouchers())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Policies.Debt.class)
    void pointsThatWereEarnedAndRedeemedAtOnceCauseNoDebt(Policies.Debt debt) {
        var programme =
                Shop.programme(Shop.policies().pointDebt(debt).pointValue(new BigDecimal("0.05")), POINTS, BY_ITSELF);
        var purchase = Shop.spend("p-1", "2026-03-01", "100");
        programme.process(purchase);
        var outcome = programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-02")));
        assertThat(outcome.all(MoneyBack.class)).isEmpty();
        assertThat(outcome.all(Points.class).mapToLong(Points::amount).sum()).isZero();
        var account = programme.account(Shop.CUSTOMER, Shop.at("2026-03-02"));
        assertThat(account.points()).isZero();
        assertThat(account.debt()).isZero();
        assertThat(account.openVouchers()).isEmpty();
    }

    @Test
    void aVoucherThatIsUsedHasDrawnItsBudgetForGood() {
        var programme = Shop.programme(BUDGETED);
        var purchase = Shop.spend("p-1", "2026-03-01", "60");
        var voucher = programme.process(purchase).vouchers().get(0);
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 0, voucher.code()));
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-03")));
        assertThat(programme.process(Shop.spend("p-2", "2026-03-04", "60")).vouchers())
                .isEmpty();
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-03-04")).used())
                .hasSize(1);
    }

    @Test
    void aVoucherThatIsTakenBackHasDrawnNothing() {
        var programme = Shop.programme(BUDGETED);
        var purchase = Shop.spend("p-1", "2026-03-01", "60");
        programme.process(purchase);
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-03")));
        assertThat(programme.process(Shop.spend("p-2", "2026-03-04", "60")).vouchers())
                .hasSize(1);
    }

    @Test
    void aVoucherThatExpiredLongAgoStaysOutOfTheBooksWhenAnotherExpiresMeanwhile() {
        var programme = Shop.programme(BUDGETED.replace("voucher(\"5\")", "voucher(\"5\").validFor( days(30) )"));
        var purchase = Shop.spend("p-1", "2026-01-01", "60");
        assertThat(programme.process(purchase).vouchers()).hasSize(1);
        assertThat(programme.process(Shop.spend("p-2", "2026-05-01", "60")).vouchers())
                .hasSize(1);
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-06-01")));
        assertThat(Audit.of(programme.ledger(), programme.policies().currency()).problems())
                .isEmpty();
    }

    @Test
    void aVoucherThatWentBackDidNotExpireAlthoughAnotherSaleIsToldLate() {
        var programme = Shop.programme(BUDGETED.replace("voucher(\"5\")", "voucher(\"5\").validFor( days(30) )"));
        var purchase = Shop.spend("p-1", "2026-01-01", "60");
        programme.process(purchase);
        assertThat(programme
                        .process(Return.ofAll("r-1", purchase, Shop.at("2026-06-01")))
                        .all(VoucherEnd.class))
                .hasSize(1);
        programme.process(Shop.spend("p-2", "2026-04-01", "60"));
        assertThat(Audit.of(programme.ledger(), programme.policies().currency()).problems())
                .isEmpty();
    }
}
