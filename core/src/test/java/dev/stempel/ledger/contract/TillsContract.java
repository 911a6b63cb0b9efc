package dev.stempel.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Loan;
import dev.stempel.LoanTerms;
import dev.stempel.event.Activity;
import dev.stempel.event.Day;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Operation;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every ledger must do for tills that know nothing of each other. */
public abstract class TillsContract extends ErasureContract {

    @Test
    void aSharedBudgetIsNeverExceededByTillsThatKnowNothingOfEachOther() throws Exception {
        var ledger = create();
        var tills = List.of(Corner.shop(ledger), Corner.shop(reopen(ledger)));
        var outcomes = inParallel(6, till -> {
            var got = new ArrayList<Outcome>();
            for (int i = 0; i < 10; i++) {
                got.add(tills.get(till % 2).process(Corner.enter("e-" + till + "-" + i, "c-" + till, 1)));
            }
            return got;
        });
        long prizes = outcomes.stream()
                .flatMap(List::stream)
                .mapToLong(outcome -> outcome.points())
                .sum();
        assertThat(prizes).isEqualTo(Corner.PRIZES);
        assertThat(ledger.budget(Corner.draw(ledger)).amount()).isEqualByComparingTo(String.valueOf(Corner.PRIZES));
    }

    @Test
    void tillsThatPostForTheSameCustomersLoseNothing() throws Exception {
        var ledger = create();
        var tills = List.of(Corner.shop(ledger), Corner.shop(reopen(ledger)));
        inParallel(
                4,
                till -> IntStream.range(0, 25)
                        .mapToObj(i ->
                                tills.get(till % 2).process(Corner.spend("p-" + till + "-" + i, "c-" + i % 3, 1, "1")))
                        .toList());
        assertThat(ledger.operations()).hasSize(100);
        for (var customer : ledger.customers().toList()) {
            var numbers = ledger.history(customer).map(Operation::number).toList();
            assertThat(numbers)
                    .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(ledger.account(customer).orElseThrow().points()).isEqualTo(numbers.size());
        }
    }

    @Test
    void theSameEventFromManyTillsIsCountedOnce() throws Exception {
        var ledger = create();
        var tills = List.of(Corner.shop(ledger), Corner.shop(reopen(ledger)));
        var outcomes = inParallel(
                4,
                till -> IntStream.range(0, 10)
                        .mapToObj(i -> tills.get(till % 2).process(Corner.spend("p-" + i, "anna", i, "5")))
                        .toList());
        assertThat(outcomes.stream().distinct()).hasSize(1);
        assertThat(ledger.account("anna").orElseThrow().points()).isEqualTo(50);
    }

    @Test
    void twoTillsNeverSpendTheSamePoint() throws Exception {
        var ledger = create();
        var tills = List.of(Corner.shop(ledger), Corner.shop(reopen(ledger)));
        tills.get(0).process(Corner.spend("p-1", "anna", 1, "100"));
        var outcomes = inParallel(4, till -> {
            var got = new ArrayList<Outcome>();
            for (int i = 0; i < 10; i++) {
                var id = till + "-" + i;
                var event = i % 2 == 0
                        ? new Redemption(id, "anna", Corner.day(2), 7, "")
                        : Redemption.reserve(id, "anna", Corner.day(2), 7);
                got.add(tills.get(till % 2).process(event));
            }
            return got;
        });
        var refused = outcomes.stream()
                .flatMap(List::stream)
                .flatMap(outcome -> outcome.refused().stream())
                .toList();
        assertThat(refused).hasSize(40 - 100 / 7).extracting(Refusal::cause).containsOnly(Refusal.Cause.BALANCE);
        assertThat(reopen(ledger).account("anna").orElseThrow().points()).isEqualTo(100 % 7);
        assertThat(ledger.account("anna").orElseThrow().debt()).isZero();
    }

    @Test
    void aForgottenReservationEndsByItselfAtEveryTill() {
        var ledger = create();
        var here = Corner.shop(ledger);
        var there = Corner.shop(reopen(ledger));
        here.process(Corner.spend("p-1", "anna", 1, "100"));
        here.process(Redemption.reserve("r-1", "anna", Corner.day(2), 70));
        assertThat(there.process(new Redemption("r-2", "anna", Corner.day(2), 31, ""))
                        .refused())
                .hasSize(1);
        var late = Corner.day(2).plus(Duration.ofDays(1));
        assertThat(there.process(new Redemption("r-3", "anna", late, 31, "")).points())
                .isEqualTo(-31);
        assertThat(here.process(Redemption.commit("r-4", "anna", late, "r-1")).refused())
                .extracting(Refusal::cause)
                .containsExactly(Refusal.Cause.RESERVATION);
        assertThat(reopen(ledger).account("anna").orElseThrow().points()).isEqualTo(69);
    }

    @Test
    void aReservationOfWhichEveryPointWasTakenBackIsKept() {
        var ledger = create();
        var here = Corner.shop(ledger);
        var bought = Corner.spend("p-1", "anna", 1, "100");
        here.process(bought);
        here.process(Redemption.reserve("r-1", "anna", Corner.day(2), 70));
        here.process(Return.ofAll("b-1", bought, Corner.day(2)));
        for (int i = 0; i < MORE_THAN_A_SNAPSHOT; i++) {
            here.process(new Activity("a-" + i, "anna", Corner.day(2), "looks around", Map.of()));
        }
        var loan = here.withClock(Clock.fixed(Corner.day(2), ZoneOffset.UTC))
                .lend(List.of("anna"), LoanTerms.until(LocalDate.of(2023, 2, 1)));
        assertThat(StempelJson.read(StempelJson.write(loan), Loan.class)).isEqualTo(loan);
        var left = reopen(ledger);
        assertThat(left.account("anna")).isEqualTo(ledger.account("anna"));
        Corner.shop(left).process(Corner.spend("p-2", "anna", 2, "100"));
        assertThat(left.account("anna").orElseThrow().at(Corner.day(2)).points())
                .isEqualTo(30);
    }

    @Test
    void whatFallsDueIsPostedOnceHoweverManyTillsLookForItAndHoweverLate() throws Exception {
        var ledger = create();
        var tills = List.of(Corner.shop(ledger), Corner.shop(reopen(ledger)));
        tills.get(0).process(Corner.spend("p-1", "anna", 1, "100"));
        tills.get(0).process(Purchase.of("p-2", "anna", Corner.day(2)).line("cone", "cones", 3, "2.50"));
        var days = inParallel(4, till -> tills.get(till % 2).process(new Day("d-" + till, "anna", Corner.day(800))));
        assertThat(days.stream().flatMap(outcome -> outcome.all(Expired.class)))
                .containsExactlyInAnyOrder(
                        new Expired("points", new BigDecimal("107")), new Expired("stamps:cones", new BigDecimal("3")));
        var again = reopen(ledger);
        assertThat(again.account("anna").orElseThrow().due()).isEmpty();
        assertThat(again.balances("anna")).allMatch(balance -> balance.amount().signum() == 0);
        assertThat(Corner.shop(again)
                        .process(new Day("d-9", "anna", Corner.day(900)))
                        .rewards())
                .isEmpty();
    }

    interface Work<T> {
        T at(int till);
    }

    static <T> List<T> inParallel(int tills, Work<T> work) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(tills);
        try {
            var calls = IntStream.range(0, tills)
                    .mapToObj(till -> (Callable<T>) () -> work.at(till))
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
