package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.books.Audit;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns of goods whose stamps stand on a card with those of other purchases. */
class CardReturnsTest {

    private static final String LIMITED_CARD = """
            rule "Five cones give a free cone" @offer("limited-card") @limit("1 per customer per day")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).every( 5 ).give( freeItem("cone").worth("2.50") );
            end
            """;

    @Test
    void aCardBegunByWhatCameBackBeginsWithTheNextStamp() {
        var programme = Shop.programme(ReturnCornersTest.CARD);
        var first = Shop.cones("p-1", "2026-03-01", 3);
        programme.process(first);
        programme.process(Shop.cones("p-2", "2026-03-20", 2));
        programme.process(Return.ofAll("r-1", first, Shop.at("2026-03-25")));
        var card = programme.account(Shop.CUSTOMER, Shop.at("2026-06-10")).card("cones");
        assertThat(card.stamps()).isEqualTo(2);
        assertThat(card.startedOn()).isEqualTo("2026-03-20");
        assertThat(card.lastDay()).isEqualTo("2026-06-18");
    }

    @Test
    void aCardOpenAgainBeginsWithTheStampsThatAreLeft() {
        var programme = Shop.programme(ReturnCornersTest.CARD);
        var first = Shop.cones("p-1", "2026-03-01", 4);
        programme.process(first);
        programme.process(Shop.cones("p-2", "2026-03-10", 6));
        assertThat(programme
                        .account(Shop.CUSTOMER, Shop.at("2026-03-10"))
                        .card("cones")
                        .startedOn())
                .isEqualTo("2026-03-10");
        programme.process(Return.ofAll("r-1", first, Shop.at("2026-03-11")));
        var account = programme.account(Shop.CUSTOMER, Shop.at("2026-03-11"));
        assertThat(account.card("cones").stamps()).isEqualTo(6);
        assertThat(account.card("cones").startedOn()).isEqualTo("2026-03-10");
        assertThat(account.openVouchers()).isEmpty();
        assertThat(Set.copyOf(account.vouchers().values())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 4})
    void aVoucherThatOtherStampsKeptForAWhileHasDrawnNothingOnceItGoes(long before) {
        var programme = Shop.programme(LIMITED_CARD);
        var purchase = Shop.cones("p-1", "2026-03-01", 5);
        programme.process(purchase);
        programme.process(Shop.cones("p-2", "2026-03-02", 4));
        comesBack(programme, purchase, before);
        var account = programme.account(Shop.CUSTOMER, Shop.at("2026-03-04"));
        assertThat(account.card("cones").stamps()).isEqualTo(4);
        assertThat(account.openVouchers()).isEmpty();
        assertThat(account.used()).doesNotContainKey("limited-card#CUSTOMER#TIMES@2026-03-01");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 4})
    void aPurchaseLosesItsOwnVoucherHoweverItsGoodsComeBack(long before) {
        var programme = Shop.programme(LIMITED_CARD);
        var purchase = Shop.cones("p-1", "2026-03-01", 5);
        programme.process(purchase);
        var other = programme.process(Shop.cones("p-2", "2026-03-02", 9)).vouchers();
        comesBack(programme, purchase, before);
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-03-04")).openVouchers())
                .extracting(Voucher::code)
                .containsExactly(other.get(0).code());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 4})
    void aUsedVoucherIsPaidForOnceHoweverTheGoodsComeBack(long before) {
        var programme = Shop.programme(Shop.policies().cardDebt(Policies.Debt.CHARGE), LIMITED_CARD);
        var purchase = Shop.cones("p-1", "2026-03-01", 5);
        var voucher = programme.process(purchase).vouchers().get(0);
        programme.process(Shop.cones("p-2", "2026-03-02", 4));
        programme.process(new Redemption("u-1", Shop.CUSTOMER, Shop.at("2026-03-02"), 0, voucher.code()));
        assertThat(comesBack(programme, purchase, before)).isEqualByComparingTo("-2.50");
        assertThat(programme
                        .account(Shop.CUSTOMER, Shop.at("2026-03-04"))
                        .card("cones")
                        .stamps())
                .isEqualTo(4);
    }

    /** So many cones first, then all that is left; what is paid back for them, below zero where the customer pays. */
    private static BigDecimal comesBack(Programme programme, Purchase purchase, long before) {
        var paid = BigDecimal.ZERO;
        if (before > 0) {
            var first = Return.ofAll("r-1", purchase, Shop.at("2026-03-03")).line("cone", before);
            paid = paid.add(money(programme, first));
        }
        paid = paid.add(money(programme, Return.ofAll("r-2", purchase, Shop.at("2026-03-04"))));
        assertThat(Audit.of(programme.ledger(), programme.policies().currency()).problems())
                .isEmpty();
        return paid;
    }

    private static BigDecimal money(Programme programme, Return event) {
        return programme
                .process(event)
                .all(MoneyBack.class)
                .map(MoneyBack::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
