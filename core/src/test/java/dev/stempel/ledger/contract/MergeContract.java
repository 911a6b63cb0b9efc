package dev.stempel.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Processed;
import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.books.Audit;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Balance;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.problem.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every ledger must do with accounts that are merged, and parted again. */
public abstract class MergeContract {

    private static final int MORE_THAN_A_SNAPSHOT = 40;

    /** An empty ledger; called once by each test. */
    protected abstract Ledger create();

    /** The ledger of the same store as another process would open it, while this one stays open. */
    protected abstract Ledger reopen(Ledger ledger);

    private static Event merge(String id) {
        return new AccountMerge(id, "anna", Corner.day(50), "annie");
    }

    private static Event part(String id) {
        return new AccountUnmerge(id, "anna", Corner.day(60), "annie");
    }

    /** Both lives, bit by bit. */
    private static List<Event> lives() {
        var events = new ArrayList<Event>();
        var anna = Corner.life("anna", MORE_THAN_A_SNAPSHOT);
        var annie = Corner.life("annie", MORE_THAN_A_SNAPSHOT);
        IntStream.range(0, MORE_THAN_A_SNAPSHOT).forEach(i -> events.addAll(List.of(anna.get(i), annie.get(i))));
        return events;
    }

    private static void agrees(Ledger ledger) {
        var audit = Audit.of(ledger, Corner.POLICIES.currency());
        assertThat(audit.problems()).isEmpty();
    }

    private static long points(Ledger ledger, String customer) {
        return ledger.account(customer).orElseThrow().points();
    }

    private static BigDecimal booked(Ledger ledger, String customer) {
        return ledger.balances(customer).stream()
                .filter(balance -> balance.unit().equals("points"))
                .map(Balance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void eitherIdStandsForTheMergedAccount() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        var alone = Corner.shop(new InMemoryLedger());
        for (var event : lives()) {
            shop.process(event);
            alone.process(event);
        }
        long both = points(ledger, "anna") + points(ledger, "annie");
        var books = booked(ledger, "anna").add(booked(ledger, "annie"));
        shop.process(merge("m-1"));
        alone.process(merge("m-1"));
        for (var store : List.of(ledger, reopen(ledger))) {
            assertThat(store.account("annie")).isPresent().isEqualTo(store.account("anna"));
            assertThat(store.recent("annie")).isEqualTo(store.account("anna"));
            assertThat(store.account("anna")).isEqualTo(alone.ledger().account("anna"));
            assertThat(points(store, "annie")).isEqualTo(both);
            assertThat(booked(store, "annie")).isEqualByComparingTo(books);
            assertThat(store.history("annie").toList())
                    .hasSize(2 * MORE_THAN_A_SNAPSHOT + 2)
                    .isEqualTo(store.history("anna").toList());
            assertThat(store.customers()).containsExactly("anna");
            agrees(store);
        }
    }

    @Test
    void anAccountGoesIntoOneThatNobodyHeardOfBefore() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        shop.process(Corner.spend("p-1", "annie", 1, "20"));
        shop.process(merge("m-1"));
        for (var store : List.of(ledger, reopen(ledger))) {
            assertThat(points(store, "anna")).isEqualTo(20);
            agrees(store);
        }
    }

    @Test
    void eventsOfEitherIdCountForTheMergedAccountAtEveryTill() {
        var ledger = create();
        var here = Corner.shop(ledger);
        var there = Corner.shop(reopen(ledger));
        there.process(Corner.spend("p-1", "annie", 1, "200"));
        here.process(Corner.spend("p-2", "anna", 2, "100"));
        there.process(Corner.spend("p-3", "annie", 3, "10"));
        here.process(merge("m-1"));
        there.process(Corner.spend("p-4", "annie", 51, "5"));
        here.process(Corner.spend("p-5", "annie", 52, "5"));
        there.process(new Redemption("x-1", "anna", Corner.day(53), 300, ""));
        assertThat(points(ledger, "anna")).isEqualTo(20);
        assertThat(here.process(Return.ofAll("r-1", Corner.spend("p-3", "annie", 3, "10"), Corner.day(54)))
                        .points())
                .isEqualTo(-10);
        assertThat(points(there.ledger(), "annie")).isEqualTo(10);
        var many = there.process(List.of(
                Corner.spend("p-6", "annie", 55, "1"),
                Corner.spend("p-7", "anna", 55, "1"),
                Corner.spend("p-8", "annie", 4, "1")));
        assertThat(many).allMatch(Processed::posted);
        assertThat(points(ledger, "anna")).isEqualTo(13);
        assertThat(ledger.operation("p-6").orElseThrow().holder()).isEqualTo("anna");
        agrees(ledger);
    }

    @Test
    void partedTheyHaveWhatEachWouldHaveHad() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        var never = Corner.shop(new InMemoryLedger());
        for (var event : lives()) {
            shop.process(event);
            never.process(event);
        }
        shop.process(merge("m-1"));
        for (var event : List.of(
                Corner.spend("p-1", "annie", 51, "200"),
                Corner.spend("p-2", "anna", 52, "10"),
                Corner.spend("p-3", "annie", 7, "10"))) {
            shop.process(event);
            never.process(event);
        }
        shop.process(part("u-1"));
        for (var store : List.of(ledger, reopen(ledger))) {
            for (var customer : List.of("anna", "annie")) {
                var account = store.account(customer).orElseThrow();
                assertThat(account.customer()).isEqualTo(customer);
                assertThat(picture(account)).isEqualTo(picture(never.account(customer, account.at())));
                assertThat(booked(store, customer)).isEqualByComparingTo(booked(never.ledger(), customer));
            }
            assertThat(store.customers()).containsExactlyInAnyOrder("anna", "annie");
            agrees(store);
        }
        Corner.shop(reopen(ledger)).process(Corner.spend("p-4", "annie", 61, "5"));
        shop.process(Corner.spend("p-5", "annie", 62, "5"));
        shop.process(Corner.spend("p-6", "anna", 62, "5"));
        agrees(ledger);
    }

    /** What a customer has, however many operations made it. */
    private static List<Object> picture(Account account) {
        var later = account.at(Corner.day(70));
        return List.of(
                later.balance(),
                later.cards(),
                later.vouchers(),
                later.breakage(),
                String.valueOf(later.standing()),
                later.used(),
                later.history());
    }

    @Test
    void theyAreMergedAndPartedAgainAndAgain() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        var there = Corner.shop(reopen(ledger));
        shop.process(Corner.spend("p-1", "annie", 1, "200"));
        there.process(Corner.spend("p-2", "anna", 2, "100"));
        for (int i = 0; i < 3; i++) {
            shop.process(merge("m-" + i));
            there.process(Corner.spend("a-" + i, "annie", 51 + i, "1"));
            there.process(part("u-" + i));
            shop.process(Corner.spend("b-" + i, "annie", 51 + i, "1"));
        }
        assertThat(points(ledger, "annie")).isEqualTo(206);
        assertThat(points(reopen(ledger), "anna")).isEqualTo(100);
        there.process(new AccountMerge("m-9", "annie", Corner.day(61), "anna"));
        assertThat(points(ledger, "anna")).isEqualTo(306);
        agrees(ledger);
    }

    @Test
    void theAccountBeforeAnEventIsWhatItWasThen() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        var accounts = new ArrayList<Account>();
        var events = new ArrayList<>(lives());
        events.add(merge("m-1"));
        events.add(Corner.spend("p-1", "annie", 51, "5"));
        events.add(Corner.spend("p-2", "anna", 52, "5"));
        events.add(part("u-1"));
        events.add(Corner.spend("p-3", "anna", 61, "5"));
        events.add(Corner.spend("p-4", "annie", 61, "5"));
        for (var event : events) {
            accounts.add(ledger.account(event.customer()).orElse(Account.empty(event.customer(), Corner.ZONE)));
            shop.process(event);
        }
        var again = reopen(ledger);
        for (int i = 0; i < events.size(); i++) {
            assertThat(again.before(events.get(i).id())).contains(accounts.get(i));
        }
    }

    @Test
    void whatWasDecidedBeforeAMergeIsDecidedAgain() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        shop.process(Corner.spend("p-1", "annie", 1, "200"));
        shop.process(Corner.spend("p-2", "anna", 1, "100"));
        var stale = Corner.shop(new InMemoryLedger());
        stale.process(Corner.spend("p-1", "annie", 1, "200"));
        stale.process(Corner.spend("p-2", "anna", 1, "100"));
        stale.process(Corner.spend("p-3", "annie", 2, "10"));
        stale.process(Corner.spend("p-4", "anna", 2, "10"));
        var other = reopen(ledger);
        other.account("annie");
        other.account("anna");
        shop.process(merge("m-1"));
        for (var id : List.of("p-3", "p-4")) {
            var decided = stale.ledger().operation(id).orElseThrow();
            assertThat(other.post(List.of(decided))).isFalse();
            assertThat(ledger.post(List.of(decided))).isFalse();
        }
        assertThatThrownBy(() -> shop.process(merge("m-2"))).isInstanceOf(InvalidInput.class);
        assertThat(ledger.operations()).hasSize(4);
    }

    @Test
    void whoIsErasedIsForgottenUnderEveryId() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        lives().forEach(shop::process);
        shop.process(merge("m-1"));
        shop.process(Corner.spend("p-1", "annie", 51, "5"));
        shop.erase("annie");
        var left = reopen(ledger);
        assertThat(left.operations().map(StempelJson::write))
                .noneMatch(json -> json.contains("anna") || json.contains("annie"));
        assertThat(left.customers()).hasSize(1);
        assertThat(left.account("anna")).isEmpty();
        assertThat(left.account("annie")).isEmpty();
        assertThat(left.erased(List.of("p-1", "m-1", "new"))).containsExactlyInAnyOrder("p-1", "m-1");
        agrees(left);
    }

    @Test
    void whoWasPartedStaysWhenTheOtherIsErased() {
        var ledger = create();
        var shop = Corner.shop(ledger);
        lives().forEach(shop::process);
        shop.process(merge("m-1"));
        shop.process(Corner.spend("p-1", "annie", 51, "5"));
        shop.process(part("u-1"));
        var annie = ledger.account("annie");
        shop.erase("anna");
        var left = reopen(ledger);
        assertThat(left.account("annie")).isEqualTo(annie).isPresent();
        assertThat(left.operations().map(StempelJson::write)).noneMatch(json -> json.contains("\"anna\""));
        Corner.shop(left).process(Corner.spend("p-2", "annie", 63, "5"));
        agrees(left);
    }

    @Test
    void tillsGoOnWhileAccountsAreMergedAndParted() {
        var ledger = create();
        var tills = List.of(Corner.shop(ledger), Corner.shop(reopen(ledger)), Corner.shop(reopen(ledger)));
        tills.get(0).process(Corner.spend("p-anna", "anna", 1, "1"));
        tills.get(0).process(Corner.spend("p-annie", "annie", 1, "1"));
        var selling = IntStream.range(0, 3)
                .mapToObj(till -> CompletableFuture.runAsync(() -> sell(tills.get(till), till)))
                .toList();
        for (int i = 0; i < 8; i++) {
            tills.get(i % 2).process(merge("m-" + i));
            tills.get((i + 1) % 2).process(part("u-" + i));
        }
        selling.forEach(CompletableFuture::join);
        assertThat(points(ledger, "anna")).isEqualTo(31);
        assertThat(points(ledger, "annie")).isEqualTo(31);
        agrees(ledger);
        agrees(reopen(ledger));
    }

    private static void sell(Programme till, int number) {
        for (int i = 0; i < 20; i++) {
            till.process(Corner.spend("p-" + number + "-" + i, i % 2 == 0 ? "anna" : "annie", 2 + i, "1"));
        }
    }
}
