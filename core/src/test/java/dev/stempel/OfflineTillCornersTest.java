package dev.stempel;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.books.Audit;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.problem.Problem;
import dev.stempel.scenario.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a till may do while it is cut off, and must not get away with. */
class OfflineTillCornersTest {

    private static final Clock EVENING = Clock.fixed(at("2026-03-02T20:00:00"), ZoneOffset.UTC);

    private final Programme central = Shop.programme(Shop.POINTS);
    private final Programme till = Shop.programme(Shop.POINTS);

    @Test
    void noEventEndsOrReplacesWhatTheTillMayNotSpend() {
        borrow(100);
        till.process(Redemption.reserve("lent", CUSTOMER, at("2026-03-03"), 10));
        till.process(Redemption.release("x-1", CUSTOMER, at("2026-03-03"), "lent"));
        till.process(Redemption.commit("x-2", CUSTOMER, at("2026-03-03"), "lent"));
        var account = till.account(CUSTOMER, at("2026-03-04"));
        assertThat(account.points()).isEqualTo(100);
        assertThat(account.outstandingPoints()).isEqualTo(300);
        isSound(till);
    }

    @Test
    void theAccountAtAnInstantBeginsWithWhatWasLent() {
        borrow(100);
        till.process(spend("t-1", "2026-03-03", "7"));
        assertThat(till.account(CUSTOMER, at("2026-03-02T21:00:00")).points()).isEqualTo(100);
        assertThat(till.account(CUSTOMER, at("2026-03-04")).points()).isEqualTo(107);
    }

    @Test
    void accountsThatATillMergedAreMergedOnlyWhereAllHistoriesAllowIt() {
        central.process(buy("p-1", "a", "100"));
        central.process(buy("p-2", "b", "50"));
        central.process(new AccountMerge("m-1", "b", at("2026-03-01"), "a"));
        till.process(buy("t-1", "a", "10"));
        till.process(buy("t-2", "b", "5"));
        till.process(buy("t-3", "c", "1"));
        till.process(new AccountMerge("m-2", "a", at("2026-03-02"), "b"));
        till.process(new AccountMerge("m-3", "a", at("2026-03-03"), "c"));
        var report = central.merge(till.ledger());
        assertThat(report.counted()).isEqualTo(3);
        assertThat(report.conflicts())
                .extracting(Problem::message)
                .containsExactly(
                        "The account of a is merged into that of b already.",
                        "The account of a is merged into that of b already.");
        assertThat(central.account("a").points()).isEqualTo(165);
        central.process(new AccountMerge("m-4", "b", at("2026-03-04"), "c"));
        assertThat(central.account("a").points()).isEqualTo(166);
        isSound(central);
    }

    @Test
    void accountsThatATillMergedAreMergedInBothHistoriesOrInNone() {
        till.process(buy("t-1", "a", "10"));
        till.process(buy("t-2", "b", "5"));
        till.process(new AccountMerge("m-1", "a", at("2026-03-02"), "b"));
        assertThat(central.merge(till.ledger()).clean()).isTrue();
        assertThat(central.merge(till.ledger())).isEqualTo(new MergeReport(0, 3, List.of(), null, null, List.of()));
        assertThat(central.ledger().operation("m-1/b")).isPresent();
        assertThat(central.account("b").points()).isEqualTo(15);
        isSound(central);
    }

    private static Purchase buy(String id, String customer, String euros) {
        return Purchase.of(id, customer, at("2026-03-01")).line("something", "things", 1, euros);
    }

    private void borrow(long points) {
        central.process(spend("p-1", "2026-03-01", "300"));
        var terms = LoanTerms.until(LocalDate.of(2026, 3, 31)).points(points);
        till.borrow(central.withClock(EVENING).lend(List.of(CUSTOMER), terms));
    }

    private static void isSound(Programme shop) {
        assertThat(Audit.of(shop.ledger(), shop.policies().currency()).problems())
                .isEmpty();
    }
}
