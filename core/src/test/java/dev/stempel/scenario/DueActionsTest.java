package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.programme;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.account.DueAction;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Day;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DueActionsTest {

    private final Programme shop = programme("""
            rule "Whoever was not called for 90 days is called" @offer("call")
            when
                Day()
                Account( times("contacted") == 0 || daysSince("contacted") >= 90 )
                not DueAction( subject == "Call" )
            then
                rewards.give( contact("Call") );
            end
            """, """
            rule "A grave complaint goes to the manager" @offer("grave")
            when
                Complaint( severity == 5 )
            then
                rewards.give( escalation("manager") );
            end
            """, """
            rule "A late order brings 30 euros" @offer("late") @authority("employee 10, supervisor 50")
            when
                Complaint( kind == "late" )
            then
                rewards.give( credit("30") );
            end
            """);

    @Test
    void aContactIsDueUntilItIsMade() {
        day("2026-01-01");
        day("2026-01-02");
        assertThat(shop.dueActions())
                .containsExactly(new DueAction(CUSTOMER, "Call", "", "d-2026-01-01", at("2026-01-01")));
        done("contacted", Map.of("subject", "Call"));
        assertThat(shop.dueActions()).isEmpty();
    }

    @Test
    void itIsDueAgainWhenTheTimeHasPassed() {
        day("2026-01-01");
        done("contacted", Map.of());
        day("2026-04-03");
        assertThat(shop.dueActions()).isEmpty();
        day("2026-04-04");
        assertThat(shop.dueActions()).hasSize(1);
    }

    @Test
    void anEscalationIsDueUntilTheComplaintIsAnswered() {
        complain("rude", 5);
        assertThat(shop.dueActions()).extracting(DueAction::role).containsExactly("manager");
        done("contacted", Map.of());
        assertThat(shop.dueActions()).hasSize(1);
        done("complaint-answered", Map.of("complaint", "x-1"));
        assertThat(shop.dueActions()).isEmpty();
    }

    @Test
    void whatNeedsMoreAuthorityIsDueForWhoHasIt() {
        complain("late", 1);
        assertThat(shop.dueActions())
                .containsExactly(new DueAction(CUSTOMER, "x-1", "supervisor", "x-1", at("2026-01-01")));
    }

    private void complain(String kind, int severity) {
        shop.process(new Complaint(
                "x-1", CUSTOMER, at("2026-01-01"), kind, severity, "", BigDecimal.TEN, "phone", "employee"));
    }

    private void day(String local) {
        shop.process(new Day("d-" + local, CUSTOMER, at(local)));
    }

    private void done(String kind, Map<String, String> attributes) {
        shop.process(new Activity("a-" + kind, CUSTOMER, at("2026-01-04"), kind, attributes));
    }
}
