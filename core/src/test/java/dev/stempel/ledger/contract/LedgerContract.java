package dev.stempel.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Processed;
import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.ledger.Balance;
import dev.stempel.ledger.Balances;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.EventConflict;
import dev.stempel.problem.InvalidInput;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every ledger must do. Whoever writes one of their own extends this class in their tests, with JUnit 6 and AssertJ on
 * the classpath:
 *
 * <pre>{@code
 * class OurLedgerTest extends LedgerContract {
 *     protected Ledger create() { return new OurLedger(emptyStore()); }
 *     protected Ledger reopen(Ledger ledger) { return new OurLedger(storeOf(ledger)); }
 * }
 * }</pre>
 */
public abstract class LedgerContract extends BasisContract {

    @Test
    void whatIsPostedIsThereWhenTheLedgerIsOpenedAgain() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        for (var event : Corner.life("anna", MORE_THAN_A_SNAPSHOT)) {
            shop.process(event);
        }
        var again = reopen(ledger);
        assertThat(again.account("anna")).isPresent().isEqualTo(ledger.account("anna"));
        assertThat(again.operations().toList())
                .isEqualTo(ledger.operations().toList())
                .isNotEmpty();
        assertThat(again.history("anna").toList())
                .isEqualTo(ledger.history("anna").toList());
        assertThat(again.customers()).containsExactly("anna");
    }

    @Test
    void anUnknownEventCustomerBudgetOrRuleBookIsEmpty() {
        var ledger = create();
        assertThat(ledger.operation("p-1")).isEmpty();
        assertThat(ledger.before("p-1")).isEmpty();
        assertThat(ledger.reversals("p-1")).isEmpty();
        assertThat(ledger.account("anna")).isEmpty();
        assertThat(ledger.recent("anna")).isEmpty();
        assertThat(ledger.referrer("anna")).isEmpty();
        assertThat(ledger.history("anna")).isEmpty();
        assertThat(ledger.operations()).isEmpty();
        assertThat(ledger.customers()).isEmpty();
        assertThat(ledger.outbox(10)).isEmpty();
        assertThat(ledger.ruleBook("abc")).isEmpty();
        assertThat(ledger.budget("draw@2026").isNothing()).isTrue();
    }

    @Test
    void theSameEventGivesTheSameOutcomeAndAnotherOfItsIdIsRefused() {
        var ledger = create();
        var first = Corner.shop(ledger).process(Corner.spend("p-1", "anna", 1, "12"));
        var later = Corner.shop(reopen(ledger));
        assertThat(later.process(Corner.spend("p-1", "anna", 1, "12"))).isEqualTo(first);
        assertThatThrownBy(() -> later.process(Corner.spend("p-1", "anna", 1, "13")))
                .isInstanceOf(EventConflict.class);
        assertThatThrownBy(() -> later.process(Corner.spend("p-1", "ben", 1, "12")))
                .isInstanceOf(EventConflict.class);
        assertThat(ledger.operations()).hasSize(1);
    }

    @Test
    void aRefusalIsRememberedToo() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        shop.process(Corner.visit("v-1", "anna", 1));
        var refused = shop.process(Corner.visit("v-2", "anna", 1));
        assertThat(refused.refused()).hasSize(1);
        assertThat(Corner.shop(reopen(ledger)).process(Corner.visit("v-2", "anna", 1)))
                .isEqualTo(refused);
    }

    @Test
    void theAccountBeforeAnyEventIsWhatItWas() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        var accounts = new ArrayList<Account>();
        var events = Corner.life("anna", MORE_THAN_A_SNAPSHOT);
        for (var event : events) {
            accounts.add(ledger.account("anna").orElse(Account.empty("anna", Corner.ZONE)));
            shop.process(event);
        }
        var again = reopen(ledger);
        for (int i = 0; i < events.size(); i += 3) {
            assertThat(again.before(events.get(i).id())).contains(accounts.get(i));
        }
    }

    @Test
    void whatIsToldLateHasItsPlaceBeforeWhatHappenedSince() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        var here = Corner.shop(new InMemoryLedger());
        var other = Corner.shop(reopen(ledger));
        other.account("anna");
        var events = new ArrayList<>(Corner.life("anna", MORE_THAN_A_SNAPSHOT));
        events.add(34, Corner.spend("late", "anna", 3, "40"));
        events.add(51, Corner.visit("later", "anna", 9));
        for (var event : events) {
            here.process(event);
            (event.id().equals("later") ? other : shop).process(event);
        }
        assertThat(ledger.account("anna")).isPresent().isEqualTo(here.ledger().account("anna"));
        assertThat(reopen(ledger).account("anna")).isEqualTo(ledger.account("anna"));
        for (var id :
                List.of("late", events.get(40).id(), "later", events.get(60).id())) {
            assertThat(ledger.before(id)).isPresent().isEqualTo(here.ledger().before(id));
        }
        shop.process(List.of(Corner.spend("p-1", "bert", 9, "8"), Corner.spend("p-0", "bert", 2, "5")));
        assertThat(reopen(ledger).account("bert")).isPresent().isEqualTo(ledger.account("bert"));
        assertThat(ledger.account("bert").map(Account::points)).contains(13L);
    }

    /** Told in disorder, so that some of it is late, and a return before its purchase makes no sense. */
    @Test
    void theAccountFollowsFromTheEndOfItsHistoryWhereverThatBegins() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        var here = Corner.shop(new InMemoryLedger());
        var events = new ArrayList<>(Corner.life("anna", MORE_THAN_A_SNAPSHOT));
        for (int i = 0; i + 9 < events.size(); i += 11) {
            Collections.swap(events, i, i + 9);
        }
        for (var event : events) {
            shop.process(List.of(event));
            here.process(List.of(event));
        }
        var account = ledger.account("anna").orElseThrow();
        assertThat(here.ledger().account("anna")).contains(account);
        for (int day = 0; day < MORE_THAN_A_SNAPSHOT; day += 5) {
            var end = ledger.since(account, Corner.day(day));
            assertThat(end.after(List.of()).numbered(account.version())).isEqualTo(account);
            assertThat(end.reachesBackTo(Corner.day(day))).isTrue();
        }
    }

    @Test
    void aReturnIsJudgedByTheRulesOfTheDayOfPurchaseYearsLater() {
        var ledger = create();
        var purchase = Corner.spend("p-1", "anna", 1, "12");
        Corner.shop(ledger).process(purchase, new Corner.Weather("rain"));
        var yearsLater = Programme.of(Corner.GENEROUS, Corner.POLICIES, reopen(ledger));
        var half = Return.ofAll("r-1", purchase, Corner.day(700));
        assertThat(yearsLater.process(half).points()).isEqualTo(-17);
        assertThat(ledger.reversals("p-1")).extracting(one -> one.event().id()).containsExactly("r-1");
    }

    @Test
    void anOperationDecidedOnAnOldAccountIsNotPosted() {
        var ledger = create();
        var elsewhere = Corner.shop(new InMemoryLedger());
        elsewhere.process(Corner.spend("p-2", "anna", 1, "12"));
        var decidedElsewhere = elsewhere.ledger().operation("p-2").orElseThrow();
        Corner.shop(ledger).process(Corner.spend("p-1", "anna", 1, "12"));
        assertThat(reopen(ledger).post(List.of(decidedElsewhere))).isFalse();
        assertThat(ledger.post(List.of(decidedElsewhere))).isFalse();
        assertThat(ledger.operations()).hasSize(1);
        assertThat(ledger.outbox(10)).hasSize(1);
    }

    @Test
    void ofOperationsPostedTogetherAllAreRememberedOrNone() {
        var ledger = create();
        var elsewhere = Corner.shop(new InMemoryLedger());
        elsewhere.process(Corner.spend("p-1", "anna", 1, "12"));
        elsewhere.process(Corner.spend("p-2", "ben", 1, "12"));
        elsewhere.process(Corner.spend("p-3", "anna", 2, "12"));
        var together = elsewhere.ledger().operations().toList();
        Corner.shop(ledger).process(Corner.spend("p-3", "carl", 1, "1"));
        assertThat(ledger.post(together)).isFalse();
        assertThat(ledger.account("anna")).isEmpty();
        assertThat(ledger.customers()).containsExactly("carl");
        assertThat(ledger.post(together.subList(0, 2))).isTrue();
        assertThat(reopen(ledger).operations()).hasSize(3);
    }

    @Test
    void manyEventsInOneCallComeToTheSameAsACallForEach() {
        var one = Corner.shop(new InMemoryLedger());
        var ledger = create();
        var events = new ArrayList<Event>();
        for (int i = 0; i < 8; i++) {
            events.addAll(Corner.life("c-" + i, 15));
        }
        var outcomes = Corner.shop(ledger).process(events).stream()
                .map(Processed::outcome)
                .toList();
        assertThat(outcomes).isEqualTo(events.stream().map(one::process).toList());
        var again = reopen(ledger);
        assertThat(again.accounts(again.customers().toList()))
                .isEqualTo(one.ledger().accounts(one.ledger().customers().toList()));
        assertThat(again.operations().toList())
                .isEqualTo(one.ledger().operations().toList());
        assertThat(again.budget(Corner.draw(again))).isEqualTo(one.ledger().budget(Corner.draw(again)));
        assertThat(Corner.shop(again).process(events).stream()
                        .map(Processed::outcome)
                        .toList())
                .isEqualTo(outcomes);
    }

    @Test
    void aFriendIsBroughtInOnce() {
        var ledger = create();
        Corner.shop(ledger).process(new Referral("f-1", "anna", Corner.day(1), "ben"));
        var later = Corner.shop(reopen(ledger));
        assertThat(later.process(new Referral("f-2", "carl", Corner.day(1), "ben"))
                        .refused())
                .hasSize(1);
        assertThat(ledger.referrer("ben")).contains("anna");
        assertThat(ledger.customers()).containsExactlyInAnyOrder("anna", "carl");
    }

    @Test
    void theOutboxGivesInOrderWhatNobodyAcknowledged() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        for (int i = 0; i < 6; i++) {
            shop.process(Corner.spend("p-" + i, i % 2 == 0 ? "anna" : "ben", 1, i == 3 ? "0.10" : "12"));
        }
        assertThat(ledger.outbox(0)).isEmpty();
        assertThat(ledger.outbox(-1)).isEmpty();
        assertThat(ids(ledger.outbox(2))).containsExactly("p-0", "p-1");
        ledger.acknowledge(List.of("p-1", "p-0", "p-unknown"));
        ledger.acknowledge(List.of("p-1"));
        assertThat(ids(reopen(ledger).outbox(10))).containsExactly("p-2", "p-4", "p-5");
    }

    @Test
    void balancesAreWhatTheEntriesComeTo() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        Corner.life("anna", MORE_THAN_A_SNAPSHOT).forEach(shop::process);
        var sums = new Balances();
        ledger.history("anna")
                .flatMap(operation -> operation.entries().stream())
                .forEach(sums::add);
        assertThat(told(reopen(ledger).balances("anna"))).hasSizeGreaterThan(2).isEqualTo(told(sums.ofCustomers()));
    }

    @Test
    void whatPartnersAreOwedIsKeptByMonthAndOutlivesTheCustomer() {
        var ledger = create();
        var shop = Corner.besideABookshop(ledger);
        shop.process(Corner.spend("p-1", "anna", 1, "45.00"));
        shop.process(Corner.spend("p-2", "anna", 2, "45.00"));
        var january = YearMonth.from(Corner.day(20).atZone(Corner.ZONE));
        assertThat(reopen(ledger).owed(january)).isEmpty();
        var codes = ledger.account("anna").orElseThrow().vouchers().keySet();
        codes.forEach(code -> shop.process(new Redemption("r-" + code, "anna", Corner.day(20), 0, code)));
        shop.erase("anna");
        assertThat(reopen(ledger).owed(january)).isEqualTo(Map.of("bookshop", new BigDecimal("10.00")));
        assertThat(reopen(ledger).owed(january.plusMonths(1))).isEmpty();
    }

    @Test
    void forWhomSomethingIsDueIsKnownUntilItIsDone() {
        var ledger = create();
        var shop = Corner.thatCalls(ledger);
        List.of("anna", "ben", "carl").forEach(one -> shop.process(Corner.done("stays away", one, 1)));
        shop.process(Corner.spend("p-1", "dora", 1, "5"));
        shop.process(Corner.done("contacted", "ben", 2));
        assertThat(dueIn(reopen(ledger))).containsExactlyInAnyOrder("anna", "carl");
        shop.process(new AccountMerge("m-1", "dora", Corner.day(3), "anna"));
        assertThat(dueIn(reopen(ledger))).containsExactlyInAnyOrder("dora", "carl");
        shop.process(new AccountUnmerge("u-1", "dora", Corner.day(4), "anna"));
        assertThat(dueIn(reopen(ledger))).containsExactlyInAnyOrder("anna", "carl");
        shop.erase("carl");
        assertThat(dueIn(reopen(ledger))).containsExactly("anna");
        var till = reopen(ledger);
        Corner.thatCalls(till).process(Corner.done("contacted", "anna", 5));
        assertThat(dueIn(ledger)).isEmpty();
        assertThat(shop.dueActions()).isEmpty();
    }

    /** A ledger may list others as well. */
    private static List<String> dueIn(Ledger ledger) {
        return ledger.customersWithDueActions()
                .filter(customer ->
                        !ledger.account(customer).orElseThrow().dueActions().isEmpty())
                .toList();
    }

    private static Set<String> told(List<Balance> balances) {
        return balances.stream()
                .map(one -> one.account() + " " + one.unit() + " "
                        + one.amount().stripTrailingZeros().toPlainString())
                .collect(Collectors.toSet());
    }

    @Test
    void aTillBeginsWithWhatItWasLent() {
        var shop = Corner.shop(new InMemoryLedger());
        Corner.life("anna", MORE_THAN_A_SNAPSHOT).forEach(shop::process);
        var anna = shop.ledger().account("anna").orElseThrow();
        var used = Map.of("draw@2026", new Used(7, new BigDecimal("7")));
        var till = create();
        till.begin(List.of(anna), used);
        assertThat(reopen(till).lent("anna")).contains(anna);
        assertThat(reopen(till).account("anna")).contains(anna);
        assertThat(till.budget("draw@2026").times()).isEqualTo(7);
        assertThat(till.history("anna")).isEmpty();
        Corner.shop(till).process(Corner.spend("t-1", "anna", MORE_THAN_A_SNAPSHOT + 1, "5.00"));
        assertThat(reopen(till).account("anna").orElseThrow().version()).isEqualTo(anna.version() + 1);
        assertThat(till.before("t-1")).contains(anna);
        assertThatThrownBy(() -> till.begin(List.of(anna), used)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void ruleBooksAreKept() {
        var ledger = create();
        ledger.keep("abc", Corner.RULES.texts());
        ledger.keep("abc", Corner.RULES.texts());
        assertThat(reopen(ledger).ruleBook("abc")).contains(Corner.RULES.texts());
    }

    private static List<String> ids(List<Operation> operations) {
        return operations.stream().map(operation -> operation.event().id()).toList();
    }
}
