package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.policies;
import static dev.stempel.scenario.Shop.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Redemption;
import dev.stempel.policy.Policies.Clawback;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Credit;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A complaint that turns out to be unfounded takes its compensation with it, as far as the policy says. */
class UnfoundedComplaintTest {

    private static final String[] OFFERS = {
        compensation("late", "credit(\"10.00\")"),
        compensation("damaged", "moneyBack(\"15.00\")"),
        compensation("rude", "voucher(\"5.00\")"),
        """
        rule "Whoever complained without reason is told so" @offer("told")
        when
            Activity( kind == "complaint-unfounded" )
        then
            rewards.give( contact("Explain what we found") );
        end
        """
    };

    private static String compensation(String kind, String gift) {
        return """
                rule "Compensation for %1$s" @offer("%1$s") @limit("compensation: 1 per customer per quarter")
                when
                    Complaint( kind == "%1$s" )
                then
                    rewards.give( %2$s );
                end
                """.formatted(kind, gift);
    }

    private final Programme shop = programme(OFFERS);

    @Test
    void creditAndMoneyAreTakenBack() {
        complain("x-1", "late", "2026-07-01");
        assertThat(unfounded(shop, "x-1").all(Credit.class)).containsExactly(new Credit(new BigDecimal("-10.00")));
        assertThat(shop.account(CUSTOMER).credit()).isZero();
        complain("x-2", "damaged", "2026-07-02");
        assertThat(unfounded(shop, "x-2").all(MoneyBack.class))
                .containsExactly(new MoneyBack(new BigDecimal("-15.00")));
    }

    @Test
    void aVoucherIsTakenBackUnlessItWasUsed() {
        complain("x-1", "rude", "2026-07-01");
        assertThat(unfounded(shop, "x-1").all(VoucherEnd.class)).hasSize(1);
        assertThat(shop.account(CUSTOMER).openVouchers()).isEmpty();
        var code = complain("x-2", "rude", "2026-07-02").vouchers().get(0).code();
        shop.process(new Redemption("r-1", CUSTOMER, at("2026-07-03"), 0, code));
        assertThat(unfounded(shop, "x-2").refused()).extracting(Refusal::cause).containsExactly(Cause.VOUCHER);
    }

    @Test
    void whatIsTakenBackNoLongerCountsTowardTheLimit() {
        complain("x-1", "late", "2026-07-01");
        unfounded(shop, "x-1");
        assertThat(complain("x-2", "late", "2026-07-02").rewards()).hasSize(1);
        assertThat(complain("x-3", "late", "2026-07-03").rewards()).isEmpty();
    }

    @Test
    void rulesHearOfItAndTheAccountCountsIt() {
        complain("x-1", "late", "2026-07-01");
        assertThat(unfounded(shop, "x-1").rewards()).hasSize(2);
        assertThat(shop.account(CUSTOMER).times("complaint-unfounded")).isEqualTo(1);
    }

    @Test
    void theCustomerKeepsItUnderTheOtherPolicy() {
        var kind = programme(policies().clawback(Clawback.KEEP), OFFERS);
        kind.process(complaint("x-1", "late", "2026-07-01"));
        assertThat(unfounded(kind, "x-1").all(Credit.class)).isEmpty();
        assertThat(kind.account(CUSTOMER).credit()).isEqualByComparingTo("10");
    }

    @Test
    void anUnknownComplaintAndASecondTimeAreRefused() {
        complain("x-1", "late", "2026-07-01");
        assertThatThrownBy(() -> unfounded(shop, "x-9"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("x-9");
        unfounded(shop, "x-1");
        var again =
                new Activity("again", CUSTOMER, at("2026-07-05"), "complaint-unfounded", Map.of("complaint", "x-1"));
        assertThatThrownBy(() -> shop.process(again)).isInstanceOf(InvalidInput.class);
    }

    private Outcome complain(String id, String kind, String day) {
        return shop.process(complaint(id, kind, day));
    }

    private static Complaint complaint(String id, String kind, String day) {
        return new Complaint(id, CUSTOMER, at(day), kind, 3, "", BigDecimal.TEN, "phone", "employee");
    }

    private static Outcome unfounded(Programme programme, String complaint) {
        return programme.process(new Activity(
                "u-" + complaint, CUSTOMER, at("2026-07-04"), "complaint-unfounded", Map.of("complaint", complaint)));
    }
}
