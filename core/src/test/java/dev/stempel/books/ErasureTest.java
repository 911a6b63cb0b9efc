package dev.stempel.books;

import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.event.Complaint;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.measure.LiabilityReport;
import dev.stempel.measure.Scope;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Refusal;
import dev.stempel.scenario.LivelyShop;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteLimits;

/** Whoever asks for it is forgotten: nothing says who it was any more, and the books stay right. */
class ErasureTest {

    private static final String PERSON = "Canaryanna-7";
    private static final Purchase FIRST =
            Purchase.of("canary-receipt-1", PERSON, at("2026-03-02")).line("canary-article", "cones", 23, "2.50");
    private static final List<Event> LIFE = List.of(
            new Referral("friendly", "c-1", at("2026-03-01"), PERSON),
            FIRST,
            Return.ofAll("canary-return", FIRST, at("2026-03-03")).line("canary-article", 1),
            new Complaint(
                    "canary-letter", PERSON, at("2026-03-04"), "late", 3, "canary words", BigDecimal.TEN, "phone", ""),
            new Redemption("canary-spends", PERSON, at("2026-03-05"), 7, ""),
            new Referral("canary-friend", PERSON, at("2026-03-06"), "c-2"),
            new Referral("late-friend", "c-0", at("2026-03-07"), PERSON));

    @TempDir
    private Path folder;

    /** Databases take only so many parameters in a statement, and a history of years has more operations. */
    @Test
    void aPersonOfManyYearsIsForgottenAsWell() {
        var database = new SQLiteDataSource() {
            @Override
            public SQLiteConnection getConnection(String user, String password) throws SQLException {
                var connection = super.getConnection(user, password);
                connection.setLimit(SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER, 1_000);
                return connection;
            }
        };
        database.setUrl("jdbc:sqlite:" + folder.resolve("years.db"));
        try (var ledger = JdbcLedger.of(database)) {
            var shop = Programme.of(LivelyShop.RULES, LivelyShop.POLICIES, ledger);
            shop.process(IntStream.range(0, 1_100)
                    .mapToObj(i ->
                            Purchase.of("years-" + i, PERSON, at("2026-03-02")).line("x", "x", 1, "1.00"))
                    .toList());
            shop.erase(PERSON);
            assertThat(ledger.account(PERSON)).isEmpty();
            assertThat(ledger.operations())
                    .hasSizeGreaterThan(1_100)
                    .noneMatch(one -> one.toString().contains(PERSON));
        }
    }

    @Test
    void aPersonIsForgottenInMemory() throws Exception {
        var shop = isForgotten(new InMemoryLedger(), () -> {});
        var again = Purchase.of("new", PERSON, at("2026-03-11")).line("x", "x", 1, "5.00");
        assertThat(shop.process(again).points()).isEqualTo(5);
        assertThat(shop.ledger().history(PERSON)).hasSize(1);
    }

    @Test
    void aPersonIsForgottenInAFileItsLogAndItsFreePages() throws Exception {
        var file = folder.resolve("shop.db");
        try (var ledger = JdbcLedger.sqlite(file)) {
            isForgotten(ledger, () -> Traces.areNoneIn(folder));
        }
    }

    @Test
    void aPersonIsForgottenInEveryTable() throws Exception {
        var schema = Postgres.freshSchema();
        try (var pool = Postgres.pool(schema, 4);
                var connection = DriverManager.getConnection(Postgres.url(schema))) {
            isForgotten(JdbcLedger.of(pool), () -> Traces.areNoneIn(connection, schema));
        }
    }

    private static Programme isForgotten(Ledger ledger, Traces.Search search) throws Exception {
        var shop = Programme.of(LivelyShop.RULES, LivelyShop.POLICIES, ledger).withCustomers(ErasureTest::known);
        LivelyShop.events(new Random(71)).forEach(event -> LivelyShop.process(shop, event));
        LIFE.forEach(shop::process);
        for (int i = 0; i < 80; i++) {
            shop.process(Purchase.of("canary-" + i, PERSON, at("2026-03-08")).line("x", "x", 1, "1.00"));
        }
        shop.process(Purchase.of("canary-late", PERSON, at("2026-03-02")).line("x", "x", 1, "9.00"));
        shop.process(Purchase.of("late-of-another", "c-1", at("2026-01-02")).line("x", "x", 1, "9.00"));
        var before = liability(shop);
        assertThat(PersonalData.of(ledger, PERSON).json()).contains("canary words");

        shop.withClock(Clock.fixed(at("2026-03-09"), ZoneOffset.UTC)).erase(PERSON);

        search.go();
        assertThat(ledger.account(PERSON)).isEmpty();
        assertThat(ledger.history(PERSON)).isEmpty();
        Traces.areNoneIn(ledger);
        var audit = Audit.of(ledger, shop.policies().currency());
        assertThat(audit.problems()).isEmpty();
        assertThat(audit.trialBalance().lines()).extracting("account").contains("programme:breakage");
        var after = liability(shop);
        var yesterday = LocalDate.of(2026, 3, 8);
        assertThat(after.days().headMap(yesterday.plusDays(1)))
                .isEqualTo(before.days().headMap(yesterday.plusDays(1)));
        assertThat(after.days().get(yesterday.plusDays(1)).outstandingPoints())
                .isLessThan(before.days().get(yesterday.plusDays(1)).outstandingPoints());
        aSecondTimeNothingIsCounted(shop);
        return shop;
    }

    private static void aSecondTimeNothingIsCounted(Programme shop) {
        long operations = shop.ledger().operations().count();
        assertThat(shop.process(FIRST).refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.ERASED);
        assertThat(shop.process(LIFE.get(0)).event()).isEqualTo("friendly");
        assertThat(shop.process(LIFE))
                .allSatisfy(one -> assertThat(one.posted()).isTrue());
        assertThat(shop.ledger().operations()).hasSize((int) operations);
        assertThatThrownBy(() -> shop.erase("nobody"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("customer nobody: The ledger knows nobody of that name. "
                        + "Maybe a digit is wrong, or the customer was erased before?");
    }

    private static LiabilityReport liability(Programme shop) {
        var march = Scope.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
        return LiabilityReport.of(shop.ledger(), shop.policies(), march);
    }

    private static Customer known(String id) {
        return id.equals(PERSON)
                ? new Customer(id, null, LocalDate.of(1990, 1, 1), List.of(), "", Map.of("mail", "canary@example.org"))
                : Customer.of(id);
    }
}
