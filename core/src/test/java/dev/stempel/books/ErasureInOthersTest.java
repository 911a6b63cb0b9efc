package dev.stempel.books;

import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.LoanTerms;
import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.contract.Meanwhile;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.problem.InvalidInput;
import dev.stempel.scenario.LivelyShop;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever is erased had friends, a second card, shared an account for a while and was known at a till: nothing of theirs
 * names the person any more, and they go on as if nobody had been erased.
 */
class ErasureInOthersTest {

    private static final String PERSON = "Canaryanna-7";
    private static final String OLD_CARD = "Canaryanna-old";
    private static final List<String> OTHERS = List.of("c-1", "c-2", "c-9");
    private static final Clock LATE = clock("2026-12-31");

    private static final RuleBook RULES = rules();

    private static final Purchase CONES =
            Purchase.of("canary-cones", PERSON, at("2026-03-02")).line("cone", "cones", 23, "2.50");
    private static final Purchase SUBS =
            Purchase.of("p-subs", "c-9", at("2026-03-03")).line("sub", "subs", 3, "4.00");
    private static final Purchase SHOES =
            Purchase.of("p-shoes", "c-2", at("2026-03-04")).line("shoe", "shoes", 2, "50.00");
    private static final Purchase AT_THE_TILL =
            Purchase.of("p-till", "c-1", at("2026-03-08")).line("sub", "subs", 2, "4.00");

    @TempDir
    private Path folder;

    @Test
    void inMemoryNobodyNamesThePersonAnyMore() throws Exception {
        isForgottenByOthers(new InMemoryLedger(), () -> {});
    }

    @Test
    void noByteOfAFileNamesThePersonAnyMore() throws Exception {
        try (var ledger = JdbcLedger.sqlite(folder.resolve("shop.db"))) {
            isForgottenByOthers(ledger, () -> Traces.areNoneIn(folder));
        }
    }

    @Test
    void noTableNamesThePersonAnyMore() throws Exception {
        var schema = Postgres.freshSchema();
        try (var pool = Postgres.pool(schema, 4);
                var connection = DriverManager.getConnection(Postgres.url(schema))) {
            isForgottenByOthers(JdbcLedger.of(pool), () -> Traces.areNoneIn(connection, schema));
        }
    }

    @Test
    void aTillForgetsWhomItMetAndLeavesLentAccountsToTheOthers() throws IOException {
        var central = shop(new InMemoryLedger());
        story().forEach(central::process);
        var file = Files.createDirectory(folder.resolve("till")).resolve("till.db");
        try (var ledger = JdbcLedger.sqlite(file)) {
            for (var till : List.of(shop(new InMemoryLedger()), shop(ledger))) {
                till.borrow(central.withClock(clock("2026-03-07")).lend(List.of("c-1"), terms()));
                till.process(CONES);
                till.erase(PERSON);
                Traces.areNoneIn(till.ledger());
                assertThat(till.process(AT_THE_TILL).points()).isEqualTo(8);
                var account = till.ledger().account("c-1").orElseThrow();
                assertThat(account.points()).isEqualTo(8);
                assertThat(account.version()).isEqualTo(central.account("c-1").version() + 1);
                assertThat(account.referrals()).hasSize(1);
                assertThatThrownBy(() -> till.erase("c-1"))
                        .isInstanceOf(InvalidInput.class)
                        .hasMessage("customer c-1: This till was lent the account and has not its history. "
                                + "Maybe erase where all events are?");
            }
            Traces.areNoneIn(file.getParent());
        }
    }

    private static void isForgottenByOthers(Ledger ledger, Traces.Search search) throws Exception {
        var shop = shop(ledger);
        var twin = shop(new InMemoryLedger());
        for (var one : List.of(shop, twin)) {
            story().forEach(one::process);
            var till = shop(new InMemoryLedger());
            till.borrow(one.withClock(clock("2026-03-07")).lend(List.of("c-1", "c-2"), terms()));
            till.process(AT_THE_TILL);
            assertThat(one.merge(till.ledger()).clean()).isTrue();
        }
        long before = ledger.operations().count();

        shop.withClock(clock("2026-03-10")).erase(OLD_CARD);

        assertThat(ledger.operations()).hasSize((int) before + 2);
        search.go();
        Traces.areNoneIn(ledger);
        isSound(ledger);
        for (var event : story()) {
            assertThat(shop.process(event).points())
                    .isEqualTo(isTheirs(event) ? twin.process(event).points() : 0);
        }
        assertThat(ledger.operations()).hasSize((int) before + 2);
        for (var event : goingOn()) {
            assertThat(shop.process(event).points())
                    .as(event.id())
                    .isEqualTo(twin.process(event).points());
        }
        for (var customer : OTHERS) {
            assertThat(picture(shop, customer)).isEqualTo(picture(twin, customer));
        }
        isSound(ledger);
    }

    private static boolean isTheirs(Event event) {
        return OTHERS.contains(event.customer());
    }

    /** What the others do afterwards, all of it depending on what was decided before. */
    private static List<Event> goingOn() {
        return List.of(
                new Day("d-1", "c-1", at("2026-03-25")),
                new Day("d-2", "c-1", at("2026-03-26")),
                Return.ofAll("r-1", SHOES, at("2026-03-27")).line("shoe", 1),
                Return.ofAll("r-2", AT_THE_TILL, at("2026-03-28")),
                Return.ofAll("r-3", SUBS, at("2026-03-29")),
                Purchase.of("p-9", "c-2", at("2026-03-30")).line("shoe", "shoes", 1, "50.00"),
                new Referral("f-9", "c-9", at("2026-03-31"), "c-2"));
    }

    private static List<Event> story() {
        var story = new ArrayList<Event>(List.of(
                new Referral("f-1", "c-1", at("2026-03-01"), PERSON),
                CONES,
                Purchase.of("canary-old", OLD_CARD, at("2026-03-02")).line("x", "x", 1, "30.00"),
                new Referral("canary-friend", PERSON, at("2026-03-03"), "c-2"),
                SHOES,
                SUBS));
        for (int i = 1; i <= 3; i++) {
            story.add(new Complaint(
                    "canary-letter-" + i, PERSON, at("2026-03-04"), "late", 3, "", BigDecimal.TEN, "phone", ""));
        }
        story.add(Redemption.reserve("canary-aside", PERSON, at("2026-03-05"), 5));
        story.addAll(shared());
        story.add(new AccountMerge("m-2", PERSON, at("2026-03-07"), OLD_CARD));
        story.add(Purchase.of("canary-last", OLD_CARD, at("2026-03-07")).line("x", "x", 1, "3.00"));
        return story;
    }

    /** The person's account is that of c-9 for a day, long enough for a snapshot. */
    private static List<Event> shared() {
        var shared = new ArrayList<Event>(List.of(
                new AccountMerge("m-1", "c-9", at("2026-03-05"), PERSON),
                back("s-1", "c-9", CONES, "cone"),
                Redemption.commit("s-2", "c-9", at("2026-03-05"), "canary-aside"),
                new Activity(
                        "s-3", "c-9", at("2026-03-05"), Complaint.ANSWERED, Map.of("complaint", "canary-letter-3")),
                back("canary-back", PERSON, SUBS, "sub")));
        for (int i = 0; i < 40; i++) {
            shared.add(Purchase.of("s-9-" + i, "c-9", at("2026-03-05")).line("x", "x", 1, "1.00"));
        }
        shared.add(Purchase.of("s-late", "c-9", at("2026-03-04")).line("x", "x", 1, "1.00"));
        shared.add(new AccountUnmerge("u-1", "c-9", at("2026-03-06"), PERSON));
        shared.add(new AccountMerge("canary-merge", PERSON, at("2026-03-06"), "c-9"));
        shared.add(new AccountUnmerge("canary-unmerge", PERSON, at("2026-03-06"), "c-9"));
        return shared;
    }

    private static Return back(String id, String customer, Purchase purchase, String sku) {
        return new Return(id, customer, at("2026-03-05"), purchase.id(), List.of(new Return.Line(sku, 1)), "");
    }

    private static Map<String, Object> picture(Programme shop, String customer) {
        var account = shop.account(customer, at("2026-04-01"));
        var picture = new TreeMap<String, Object>();
        picture.put("points", account.points());
        picture.put("cards", account.cards());
        picture.put("vouchers", account.vouchers());
        picture.put("friends", account.friendsBroughtIn());
        picture.put("history", account.history());
        picture.put("books", shop.ledger().balances(customer).toString());
        return picture;
    }

    private static void isSound(Ledger ledger) {
        assertThat(Audit.of(ledger, LivelyShop.POLICIES.currency()).problems()).isEmpty();
    }

    private static LoanTerms terms() {
        return LoanTerms.until(LocalDate.of(2026, 3, 31));
    }

    private static Clock clock(String day) {
        return Clock.fixed(at(day), ZoneOffset.UTC);
    }

    private static Programme shop(Ledger ledger) {
        return Programme.of(RULES, LivelyShop.POLICIES, ledger).withClock(LATE);
    }

    private static RuleBook rules() {
        var texts = new TreeMap<>(LivelyShop.RULES.texts());
        texts.put("friend.drl", Meanwhile.FRIEND);
        texts.put("welcome.drl", Meanwhile.WELCOME);
        return RuleBook.of(texts);
    }
}
