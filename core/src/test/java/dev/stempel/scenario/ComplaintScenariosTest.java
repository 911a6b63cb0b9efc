package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Day;
import dev.stempel.reward.Apology;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Escalation;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Replacement;
import dev.stempel.reward.Reward;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComplaintScenariosTest {

    private static String compensation(String id, String when, String gift) {
        return """
                rule "Compensation: %s" @offer("%s")
                    @limit("compensation: 2 per customer per quarter; compensation: 50 EUR per customer per quarter")
                    @authority("employee 25, supervisor 100") @handTo("supervisor")
                when
                    $complaint : Complaint( %s )
                then
                    rewards.give( %s );
                end
                """.formatted(id, id, when, gift);
    }

    private static final String[] OFFERS = {
        compensation(
                "replacement",
                "kind == \"damaged\", severity >= 4, orderValue > 20",
                "replacement(\"the same\").worth( $complaint.orderValue() )"),
        compensation(
                "money-back",
                "kind == \"damaged\", severity < 4",
                "moneyBack( percent(50).of( $complaint.orderValue() ) ).atMost(\"40\")"),
        compensation("credit", "kind == \"late\", severity >= 2", "credit(\"10\")"),
        compensation("apology", "severity == 1", "apology(\"We are sorry.\")"),
        """
        rule "A complaint without an answer for three days goes to the manager" @offer("deadline")
        when
            Day()
            $open : OpenComplaint( daysOpen >= 3, escalated == false )
        then
            rewards.give( escalation("manager").about( $open ) );
        end
        """
    };

    private static Complaint complaint(String id, String local, String kind, int severity, String orderValue) {
        return new Complaint(
                id, CUSTOMER, at(local), kind, severity, "", new BigDecimal(orderValue), "phone", "supervisor");
    }

    private static List<Benefit> benefits(Outcome outcome) {
        return outcome.rewards().stream().map(Reward::benefit).toList();
    }

    private static void isHandedOn(Outcome outcome, Cause cause) {
        assertThat(outcome.rewards()).isEmpty();
        assertThat(outcome.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.cause()).isEqualTo(cause);
            assertThat(refusal.handedTo()).isEqualTo("supervisor");
        });
    }

    @Test
    @DisplayName("46 Severity, kind and value decide between replacement, money back, credit and apology")
    void severityKindAndValueDecide() {
        assertThat(benefits(programme(OFFERS).process(complaint("x-1", "2026-07-01", "damaged", 4, "30"))))
                .containsExactly(new Replacement("the same", new BigDecimal("30.00")));
        assertThat(benefits(programme(OFFERS).process(complaint("x-1", "2026-07-01", "damaged", 3, "30"))))
                .containsExactly(new MoneyBack(new BigDecimal("15.00")));
        assertThat(benefits(programme(OFFERS).process(complaint("x-1", "2026-07-01", "late", 3, "30"))))
                .containsExactly(new Credit(new BigDecimal("10.00")));
        assertThat(benefits(programme(OFFERS).process(complaint("x-1", "2026-07-01", "late", 1, "30"))))
                .containsExactly(new Apology("We are sorry."));
    }

    @Test
    @DisplayName("46 The third compensation of a quarter is refused and handed on, the first of the next is given")
    void theThirdOfAQuarterIsHandedToASupervisor() {
        var programme = programme(OFFERS);
        programme.process(complaint("x-1", "2026-07-01", "late", 2, "30"));
        programme.process(complaint("x-2", "2026-08-01", "damaged", 2, "30"));
        var third = programme.process(complaint("x-3", "2026-09-30T23:59:59", "late", 2, "30"));
        isHandedOn(third, Cause.LIMIT);
        assertThat(third.refused().get(0).explanation())
                .isEqualTo("The limit is 2 times per customer per quarter; 2 of it is used.");
        assertThat(benefits(programme.process(complaint("x-4", "2026-10-01T00:00:00", "late", 2, "30"))))
                .containsExactly(new Credit(new BigDecimal("10.00")));
    }

    @Test
    @DisplayName("46 Offers share 50 euros per customer and quarter")
    void offersShareFiftyEurosAQuarter() {
        var programme = programme(OFFERS);
        programme.process(complaint("x-1", "2026-07-01", "damaged", 4, "45"));
        isHandedOn(programme.process(complaint("x-2", "2026-07-02", "late", 2, "30")), Cause.LIMIT);
    }

    @Test
    @DisplayName("46 Another customer's compensation does not count")
    void customersDoNotShareALimit() {
        var programme = programme(OFFERS);
        programme.process(complaint("x-1", "2026-07-01", "damaged", 4, "45"));
        var other = new Complaint("x-2", "c-8", at("2026-07-02"), "late", 2, "", BigDecimal.TEN, "letter", "employee");
        assertThat(programme.process(other).rewards()).hasSize(1);
    }

    @Test
    @DisplayName("46 An employee's authority limits what may be given without approval")
    void authorityLimitsWhatAnEmployeeGives() {
        var by = new Complaint(
                "x-1", CUSTOMER, at("2026-07-01"), "damaged", 4, "", new BigDecimal("30"), "phone", "employee");
        var programme = programme(OFFERS);
        isHandedOn(programme.process(by), Cause.AUTHORITY);
        assertThat(programme
                        .process(complaint("x-2", "2026-07-01", "damaged", 4, "30"))
                        .rewards())
                .hasSize(1);
    }

    @Test
    @DisplayName("46 A handler whose role is not named may give nothing without approval")
    void aHandlerWithoutARoleGivesNothing() {
        var by = new Complaint("x-1", CUSTOMER, at("2026-07-01"), "late", 2, "", BigDecimal.TEN, "phone", "");
        var outcome = programme(OFFERS).process(by);
        assertThat(outcome.rewards()).isEmpty();
        assertThat(outcome.refused()).extracting(Refusal::handedTo).containsExactly("employee");
    }

    @Test
    @DisplayName("47 A complaint unanswered past its deadline is escalated, exactly once")
    void anUnansweredComplaintIsEscalatedOnce() {
        var programme = programme(OFFERS);
        programme.process(complaint("x-1", "2026-07-01T12:00:00", "rude", 3, "30"));
        assertThat(escalations(programme, "2026-07-04T11:59:59")).isEmpty();
        assertThat(escalations(programme, "2026-07-04T12:00:00")).containsExactly(new Escalation("manager", "x-1"));
        assertThat(escalations(programme, "2026-07-05T12:00:00")).isEmpty();
    }

    @Test
    @DisplayName("47 Each of two unanswered complaints is escalated")
    void eachUnansweredComplaintIsEscalated() {
        var programme = programme(OFFERS);
        programme.process(complaint("x-1", "2026-07-01", "rude", 3, "30"));
        programme.process(complaint("x-2", "2026-07-02", "rude", 3, "30"));
        assertThat(escalations(programme, "2026-07-08"))
                .containsExactly(new Escalation("manager", "x-1"), new Escalation("manager", "x-2"));
    }

    @Test
    @DisplayName("47 A complaint that was refused a compensation waits for an answer like any other")
    void aRefusedComplaintIsEscalated() {
        var programme = programme(OFFERS);
        programme.process(complaint("x-1", "2026-07-01", "damaged", 4, "45"));
        programme.process(complaint("x-2", "2026-07-02", "late", 2, "30"));
        assertThat(escalations(programme, "2026-07-08")).containsExactly(new Escalation("manager", "x-2"));
    }

    @Test
    @DisplayName("47 A complaint answered in time is not escalated")
    void anAnsweredComplaintIsNotEscalated() {
        var programme = programme(OFFERS);
        programme.process(complaint("x-1", "2026-07-01", "rude", 3, "30"));
        programme.process(
                new Activity("a-1", CUSTOMER, at("2026-07-02"), "complaint-answered", Map.of("complaint", "x-1")));
        assertThat(escalations(programme, "2026-07-08")).isEmpty();
    }

    private static List<Benefit> escalations(Programme programme, String local) {
        return benefits(programme.process(new Day("d-" + local, CUSTOMER, at(local))));
    }
}
