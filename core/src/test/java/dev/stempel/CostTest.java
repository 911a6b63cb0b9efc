package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stempel.account.Account;
import dev.stempel.event.Customer;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Bounds;
import dev.stempel.policy.Policies;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** What deciding costs, counted and not timed, so that it comes out the same on every machine. */
class CostTest {

    private static final int GOODS = 5;
    private static final Customer CUSTOMER = Customer.of("c-7");
    private static final Account ACCOUNT = Account.empty("c-7", ZoneId.of("Europe/Amsterdam"));

    private static Programme programme(int offers, int mostCombinations) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < offers; i++) {
            texts.put("offer-" + i + ".drl", """
                    rule "Offer %1$d: a bonus for goods %1$d"
                        @offer("offer-%1$d")
                    when
                        Bought( category == "goods-%1$d", $units : paidUnits )
                    then
                        rewards.give( bonus( 2 ).forEach( $units ) );
                    end
                    """.formatted(i));
        }
        var bounds = new Bounds(0, 0, mostCombinations, Bounds.DEFAULT.time());
        return Programme.of(
                RuleBook.of(texts),
                Policies.builder("High Street", "Europe/Amsterdam", "EUR")
                        .bounds(bounds)
                        .build());
    }

    /** So many lines of the goods that offers are about, and so many of others. */
    private static Purchase basket(int lines, int others) {
        var purchase = Purchase.of("p-1", "c-7", Instant.parse("2026-06-15T10:00:00Z"));
        for (int i = 0; i < lines; i++) {
            purchase = purchase.line("sku-" + i, "goods-" + i % GOODS, 2, "4.95");
        }
        for (int i = 0; i < others; i++) {
            purchase = purchase.line("other-" + i, "others-" + i, 2, "4.95");
        }
        return purchase;
    }

    /** The bytes that deciding a basket leaves, once what is made only once has been made. */
    private static long garbage(Programme programme, Purchase basket) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        int warm = 1_000;
        int counted = 100;
        for (int i = 0; i < warm + counted; i++) {
            if (i == warm) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            programme.decide(CUSTOMER, ACCOUNT, basket);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / counted;
    }

    @Test
    void offersThatDoNotConcernABasketAreNotLookedAt() {
        var decision = programme(2_000, GOODS).decide(CUSTOMER, ACCOUNT, basket(GOODS, 0));
        assertThat(decision.outcome().rewards()).hasSize(GOODS);
    }

    /** A tenth more than is needed, for another JDK. */
    @Test
    void aBasketLeavesLittleGarbage() {
        var programme = programme(200, 1_000);
        assertThat(garbage(programme, basket(0, 1))).as("nothing concerns it").isLessThan(1_700);
        assertThat(garbage(programme, basket(1, 0))).as("one offer").isLessThan(2_400);
        assertThat(garbage(programme, basket(GOODS, 0))).as("five offers").isLessThan(4_700);
        assertThat(garbage(programme, basket(20, 0))).as("twenty lines").isLessThan(5_400);
    }

    @Test
    void linesThatNoOfferIsAboutLeaveNoGarbage() {
        var programme = programme(200, 1_000);
        long few = garbage(programme, basket(GOODS, 0));
        assertThat(garbage(programme, basket(GOODS, 1_000))).isLessThan(few + 1_000);
    }

    @Test
    void offersThatDoNotConcernABasketLeaveNoGarbage() {
        long few = garbage(programme(GOODS, 1_000), basket(GOODS, 0));
        assertThat(garbage(programme(1_000, 1_000), basket(GOODS, 0))).isLessThan(few + 500);
    }
}
