package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stempel.account.Account;
import dev.stempel.event.Customer;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an event of a customer with a long history costs, counted and not timed. */
class OldCustomerTest {

    private static final Customer CUSTOMER = Customer.of("c-7");
    private static final Instant OPENING = Instant.parse("2024-01-01T09:00:00Z");

    /** Each day has a lot of its own and counts toward the tier for a year. */
    private final Programme programme = Programme.of(
            RuleBook.of(Map.of("points.drl", """
            rule "A point for every euro" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ).expiringAfter( months(12) ) );
            end
            """, "status.drl", """
            rule "Silver from a thousand points" @offer("status")
            when
                Purchase()
            then
                rewards.tiers("Bronze").then("Silver", 1000).grace( months(1) ).inAny( months(12) );
            end
            """)), Policies.of("Shop", "Europe/Amsterdam", "EUR"));

    private static Purchase purchase(int day) {
        return Purchase.of("p-" + day, "c-7", OPENING.plus(Duration.ofDays(day)))
                .line("something", "things", 1, "9.95");
    }

    private Account after(Account account, int day) {
        return account.after(programme.decide(CUSTOMER, account, purchase(day)));
    }

    private Account customerOf(int days) {
        var account = Account.empty("c-7", ZoneId.of("Europe/Amsterdam"));
        for (int day = 0; day < days; day++) {
            account = after(account, day);
        }
        return account;
    }

    /** The bytes that an event on the day of the last one leaves. */
    private long garbage(int days) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var account = customerOf(days);
        long before = 0;
        int warm = 1_000;
        int counted = 100;
        for (int i = 0; i < warm + counted; i++) {
            if (i == warm) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            after(account, days - 1);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / counted;
    }

    /** The bytes that an event leaves which is told an hour after the last one, and happened before it. */
    private long garbageOfLate(int days) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var shop = Programme.of(programme.rules(), programme.policies());
        IntStream.range(0, days).mapToObj(OldCustomerTest::purchase).forEach(shop::process);
        long before = 0;
        for (int i = 0; i < 40; i++) {
            if (i == 20) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            var last = purchase(days - 1);
            shop.process(Purchase.of("late-" + i, "c-7", last.at().minus(Duration.ofHours(1)))
                    .line("something", "things", 1, "9.95"));
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / 20;
    }

    @Test
    void anEventThatIsToldLateDoesAsWell() {
        assertThat(garbageOfLate(800)).isLessThan(garbageOfLate(10) * 2);
    }

    /** Copying a year of days would take five times as much as the event. */
    @Test
    void anEventLeavesLittleMoreGarbageThanThatOfANewCustomer() {
        assertThat(garbage(800)).isLessThan(garbage(10) * 2);
    }
}
