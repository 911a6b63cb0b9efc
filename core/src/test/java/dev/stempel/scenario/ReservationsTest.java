package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.books.Audit;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies.Debt;
import dev.stempel.reward.MoneyBack;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to points between the moment a till is promised them and the moment it takes them. */
class ReservationsTest {

    private static final String POINTS = """
            rule "A point per euro" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ) );
            end
            """;

    private static final String NOON = "2026-03-02T12:00:00";

    @ParameterizedTest
    @CsvSource({
        "ALLOW, false, 0, 0", "FORGIVE, false, 0, 0", "CHARGE, false, 0, 0",
        "ALLOW, true, -80, 0", "FORGIVE, true, 0, 0", "CHARGE, true, 0, -4.00"
    })
    void pointsOfGoodsThatCameBackAreNotGivenTwiceBecauseTheyWereSetAside(
            Debt debt, boolean commit, long left, BigDecimal charged) {
        var programme = Shop.programme(Shop.policies().pointDebt(debt).pointValue(new BigDecimal("0.05")), POINTS);
        var purchase = Shop.spend("p-1", "2026-03-01", "100");
        programme.process(purchase);
        programme.process(Redemption.reserve("x-1", Shop.CUSTOMER, Shop.at(NOON), 80));
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-02T12:05:00")));
        var end = Shop.at("2026-03-02T12:10:00");
        var outcome = programme.process(
                commit
                        ? Redemption.commit("x-2", Shop.CUSTOMER, end, "x-1")
                        : Redemption.release("x-2", Shop.CUSTOMER, end, "x-1"));
        assertThat(programme.account(Shop.CUSTOMER).points()).isEqualTo(left);
        assertThat(outcome.all(MoneyBack.class).map(MoneyBack::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(charged);
        isSound(programme);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pointsThatAreFreeAgainPayADebtBeforeTheyExpire(boolean released) {
        var programme = Shop.programme(POINTS.replace("$net )", "$net ).expiringAfter( days(30) )"));
        var purchase = Shop.spend("p-1", "2026-03-01", "100");
        programme.process(purchase);
        programme.process(Redemption.reserve("x-1", Shop.CUSTOMER, Shop.at(NOON), 80));
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-02T12:05:00")));
        if (released) {
            programme.process(Redemption.release("x-2", Shop.CUSTOMER, Shop.at("2026-03-02T12:10:00"), "x-1"));
        }
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-06-01")).points())
                .isZero();
        programme.process(Shop.spend("p-2", "2026-06-01", "7"));
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-06-01")).points())
                .isEqualTo(7);
        isSound(programme);
    }

    @Test
    void whatATillWasPromisedIsSpentEvenIfItIsToldLateThatItWasGone() {
        var programme = Shop.programme(POINTS);
        programme.process(Shop.spend("p-1", "2026-03-01", "100"));
        programme.process(Redemption.reserve("x-1", Shop.CUSTOMER, Shop.at(NOON), 80));
        programme.process(new Redemption("x-2", Shop.CUSTOMER, Shop.at("2026-03-02T11:00:00"), 20, ""));
        programme.process(Return.ofAll("r-1", Shop.spend("p-1", "2026-03-01", "100"), Shop.at("2026-03-02T11:30:00")));
        var outcome = programme.process(Redemption.commit("x-3", Shop.CUSTOMER, Shop.at("2026-03-02T12:10:00"), "x-1"));
        assertThat(outcome.points()).isEqualTo(-80);
        assertThat(programme.account(Shop.CUSTOMER).points()).isEqualTo(-100);
        isSound(programme);
    }

    @Test
    void whatATillWasPromisedIsSpentEvenIfAccountsArePartedMeanwhile() {
        var programme = Shop.programme(POINTS);
        programme.process(Shop.spend("p-1", "2026-03-01", "100"));
        programme.process(Purchase.of("p-2", "c-8", Shop.at("2026-03-01")).line("x", "x", 1, "20"));
        programme.process(new AccountMerge("m-1", Shop.CUSTOMER, Shop.at("2026-03-01T13:00:00"), "c-8"));
        programme.process(Redemption.reserve("x-1", "c-8", Shop.at(NOON), 80));
        programme.process(new AccountUnmerge("u-1", Shop.CUSTOMER, Shop.at("2026-03-02T12:05:00"), "c-8"));
        assertThat(programme.account("c-8", Shop.at("2026-03-02T12:05:00")).outstandingPoints())
                .isEqualTo(20);
        programme.process(Redemption.commit("x-2", "c-8", Shop.at("2026-03-02T12:10:00"), "x-1"));
        assertThat(programme.account("c-8").points()).isEqualTo(-60);
        assertThat(programme.account(Shop.CUSTOMER).points()).isEqualTo(100);
        isSound(programme);
    }

    private static void isSound(Programme programme) {
        assertThat(Audit.of(programme.ledger(), programme.policies().currency()).problems())
                .isEmpty();
    }
}
