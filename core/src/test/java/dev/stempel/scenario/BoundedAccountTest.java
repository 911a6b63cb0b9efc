package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.event.Activity;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.json.StempelJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An account remembers what an offer or a return can still ask for, however long the customer stays. */
class BoundedAccountTest {

    private static final RuleBook RULES = Shop.book(
            offer("base", "", "Purchase( $net : netOfDiscounts )", """
                    rewards.give( points(1).per(1).of( $net ).pendingFor( days(14) ).expiringAfter( months(3) ) );"""),
            offer("card", "", "$c : Bought( category == \"cones\" )", """
                    rewards.stamps( "cones", $c ).expiringAfter( days(90) ).every( 9 ).give( freeItem("cone").validFor( days(30) ) );"""),
            offer("daily", "@limit(\"1 per customer per day\")", "Purchase()", "rewards.give( bonus(1) );"),
            offer("monthly", "@limit(\"20 points per customer per month\")", "Purchase()", "rewards.give( bonus(1) );"),
            offer("status", "", "Customer()", """
                    rewards.tiers("Bronze").then("Silver", 100).then("Gold", 900).grace( days(10) ).inAny( months(6) );"""));

    private final Programme programme = Programme.of(RULES, Shop.policies().build());
    private Account account = Account.empty(Shop.CUSTOMER, programme.policies().zone());

    @Test
    void anAccountDoesNotGrowWithTheYears() {
        var sizes = new TreeMap<Integer, Integer>();
        var at = Shop.at("2010-01-01");
        for (int year = 1; year <= 5; year++) {
            for (int day = 0; day < 365; day++) {
                at = at.plus(Duration.ofDays(1));
                everyDay(at, year * 1_000 + day);
            }
            sizes.put(year, StempelJson.write(account).length());
        }
        assertThat(sizes.get(5)).as("by year: %s", sizes).isLessThan((int) (sizes.get(2) * 1.05));
        assertThat(sizes.get(5)).isLessThan(25_000);
    }

    @Test
    void withoutDaysAndWithoutTiersItDoesNotGrowEither() {
        var at = Shop.at("2010-01-01");
        int afterTwo = 0;
        for (int day = 0; day < 1460; day++) {
            at = at.plus(Duration.ofDays(1));
            decide(purchase("p-" + day, at));
            afterTwo = day == 730 ? StempelJson.write(account).length() : afterTwo;
        }
        assertThat(StempelJson.write(account).length()).isLessThan((int) (afterTwo * 1.05));
    }

    private void everyDay(Instant at, int number) {
        decide(new Day("d-" + number, Shop.CUSTOMER, at.minusSeconds(60)));
        decide(purchase("p-" + number, at));
        decide(new Activity("a-" + number, Shop.CUSTOMER, at.plusSeconds(1), "visit", Map.of()));
        decide(Redemption.reserve("r-" + number, Shop.CUSTOMER, at.plusSeconds(2), 3));
        if (number % 2 == 0) {
            decide(Redemption.commit("c-" + number, Shop.CUSTOMER, at.plusSeconds(3), "r-" + number));
        }
    }

    private static Purchase purchase(String id, Instant at) {
        return Purchase.of(id, Shop.CUSTOMER, at).line(Line.of("cone", "cones", 2, "2.50"));
    }

    private void decide(Event event) {
        account = account.after(programme.decide(Customer.of(Shop.CUSTOMER), account, event));
    }

    private static String offer(String id, String annotations, String when, String then) {
        return """
                package bounded
                rule "%1$s"
                    @offer("%1$s") %2$s
                when
                    %3$s
                then
                    %4$s
                end
                """.formatted(id, annotations, when, then.strip());
    }
}
