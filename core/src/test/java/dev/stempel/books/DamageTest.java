package dev.stempel.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Activity;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.problem.Problem;
import dev.stempel.scenario.LivelyShop;
import dev.stempel.scenario.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody changes in the file behind the ledger's back, the audit finds it and says where. */
class DamageTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path sound = Path.of("");

    @BeforeAll
    static void fillALedger() {
        sound = folder.resolve("sound.db");
        try (var ledger = JdbcLedger.sqlite(sound)) {
            fill(ledger);
        }
    }

    /** A bit of everything, and then enough of one customer for accounts that are kept. */
    static void fill(JdbcLedger ledger) {
        var shop = Programme.of(LivelyShop.RULES, LivelyShop.POLICIES, ledger);
        var events = LivelyShop.events(new Random(81));
        for (int i = 0; i < 60; i++) {
            events.add(Purchase.of("more-" + i, "c-0", Shop.at("2026-10-01")).line("x", "x", 1, "3.00"));
        }
        shop.process(events);
    }

    static Audit audit(JdbcLedger ledger) {
        return Audit.of(ledger, LivelyShop.POLICIES.currency());
    }

    @Test
    void aSoundFilePasses() throws Exception {
        var audit = audit("VACUUM");
        assertThat(audit.problems()).isEmpty();
        assertThat(audit.operations()).isGreaterThan(40);
        assertThat(audit.text()).endsWith("everything agrees\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an entry's amount | UPDATE entry SET amount = '9999' WHERE rowid_is(1, 1) | Entry 1 of event ",
                "an entry's offer | UPDATE entry SET offer = 'gift' WHERE rowid_is(1, 1) | by gift; expected is ",
                "an entry deleted | DELETE FROM entry WHERE rowid_is(1, 1) | is none; expected is ",
                "an entry added | INSERT INTO entry SELECT operation, line + 100, offer, from_account, to_account, unit, amount FROM entry LIMIT 1 | expected is none",
                "a balance | UPDATE balance SET amount = '12345' WHERE unit = 'points' | in points is 12345; its entries come to ",
                "a balance deleted | DELETE FROM balance WHERE unit = 'stamps:cones' | in stamps:cones is 0; its entries come to ",
                "a balance added | INSERT INTO balance VALUES (1, 'customer:credit', 'JPY', '5') | in JPY is 5; its entries come to 0",
                "an operation in the middle | DELETE FROM operation WHERE customer = 1 AND number = 3 | Operation 3 is expected; found is 4",
                "the last operation | DELETE FROM operation WHERE customer = 1 AND number = (SELECT MAX(number) FROM operation WHERE customer = 1) | its entries come to ",
                "all operations of a customer | DELETE FROM operation WHERE customer = 1 | its entries come to ",
                "points in a decision | UPDATE operation SET decision = REPLACE(decision, '\"amount\":', '\"amount\":1') WHERE customer = 1 AND number = 1 | expected is ",
                "a budget | UPDATE budget SET amount = '1', times = 99 | The ledger has 99 times and 1; its draws come to ",
                "what a partner is owed | INSERT INTO partner_balance VALUES ('2026-10', 'bookshop', '5') | For 2026-10 the ledger has 5; the entries come to 0.",
                "a rule book | UPDATE rule_book SET texts = REPLACE(texts, 'points', 'Points') | Its texts are others than those that decided.",
                "a rule book deleted | DELETE FROM rule_book | Its texts are not there.",
                "a rule book cut off | UPDATE rule_book SET texts = SUBSTR(texts, 1, 40) | rule_book, hash ",
                "a snapshot cut off | UPDATE snapshot SET account = SUBSTR(account, 1, 40) WHERE number = 32 | customer c-0: snapshot, customer 2, account: It cannot be read. ",
                "a decision cut off | UPDATE operation SET decision = SUBSTR(decision, 1, 40) WHERE customer = 1 AND number = 5 | customer c-1: operation, customer 1, number 5, decision: It cannot be read. ",
                "a decision gone | UPDATE operation SET decision = NULL WHERE customer = 1 AND number = 5 | customer c-1: operation, customer 1, number 5, decision: It cannot be read. ",
                "a customer cut off | UPDATE operation SET known = '{' WHERE customer = 1 AND number = 5 | customer c-1: operation, customer 1, number 5, known: It cannot be read. ",
                "a counter | DELETE FROM erasure | erasure, times: It cannot be read. \"null\" is no whole number.",
                "an amount that is none | UPDATE entry SET amount = 'x' WHERE rowid_is(1, 1) | amount: It cannot be read. \"x\" is no amount.",
                "an amount beyond all counting | UPDATE balance SET amount = '1e999999999' | has more digits than any amount.",
                "a number of points beyond all counting | UPDATE operation SET decision = REPLACE(decision, '\"amount\":', '\"amount\":9223372036854775807') WHERE customer = 1 | customer c-1: ",
                "a decision that says nothing | UPDATE operation SET decision = '{}' WHERE customer = 1 AND number = 5 | operation, customer 1, number 5, decision: It cannot be read. ",
                "a decision that is null | UPDATE operation SET decision = 'null' WHERE customer = 1 AND number = 5 | operation, customer 1, number 5, decision: It cannot be read. ",
                "an event of an unknown kind | UPDATE operation SET decision = REPLACE(decision, '\"type\":', '\"type\":\"x') WHERE customer = 1 | number 1, decision: It cannot be read. ",
                "an absurd date | UPDATE operation SET decision = REPLACE(decision, '\"day\":\"20', '\"day\":\"99') WHERE customer = 1 | customer c-1: ",
                "a balance and nothing else | UPDATE balance SET amount = '12345' WHERE account = 'customer:points' | of points, with what expired and is not in the books yet; the balances come to 12345",
                "a snapshot in the middle | UPDATE snapshot SET account = REPLACE(account, '\"credit\":\"', '\"credit\":\"7') WHERE number = 32 | The account kept after operation 32: its credit is ",
                "a snapshot | INSERT INTO snapshot SELECT customer, number, REPLACE('{\"customer\":\"c-0\",\"zone\":\"Europe/Amsterdam\",\"at\":\"2026-01-01T00:00:00Z\",\"version\":N,\"credit\":\"77\"}', 'N', number) FROM operation WHERE customer = 1 ORDER BY number DESC LIMIT 1 | The account's credit is \"77\"",
            })
    void damageIsFound(String what, String sql, String told) throws Exception {
        var audit = audit(
                "DROP TRIGGER entry_is_never_changed",
                "DROP TRIGGER entry_is_never_deleted",
                sql.replace(
                        "rowid_is(1, 1)",
                        "line = 1 AND operation = (SELECT MIN(seq) FROM operation WHERE customer = 1)"));
        assertThat(audit.passed()).as(what).isFalse();
        assertThat(audit.problems())
                .as(what)
                .anySatisfy(
                        problem -> assertThat(problem.toString()).contains(told).contains(" Maybe "));
    }

    @Test
    void whatCannotBeReadIsToldRowByRowAndTheRestIsAudited() throws Exception {
        var audit = audit(
                "UPDATE operation SET decision = 'x' WHERE customer = 1 AND number IN (2, 4)",
                "UPDATE balance SET amount = '12345' WHERE account = 'customer:points' AND customer = 2");
        assertThat(audit.problems())
                .extracting(Problem::toString)
                .anyMatch(told -> told.contains("operation, customer 1, number 2, decision"))
                .anyMatch(told -> told.contains("operation, customer 1, number 4, decision"))
                .anyMatch(told -> told.contains("is 12345; its entries come to"))
                .noneMatch(told -> told.startsWith("budget") || told.startsWith("trial balance"));
        assertThat(audit.operations()).isGreaterThan(10);
    }

    @Test
    void whoeverHasSomethingToDoIsFoundAlthoughTheListForgotThem() throws Exception {
        var file = folder.resolve("due.db");
        try (var ledger = JdbcLedger.sqlite(file)) {
            Programme.of(Shop.book(Shop.CALLS), LivelyShop.POLICIES, ledger)
                    .process(new Activity("a-1", "c-0", Shop.at("2026-10-01"), "stays away", Map.of()));
            assertThat(audit(ledger).problems()).isEmpty();
            execute(file, "DELETE FROM due_action");
            assertThat(audit(ledger).problems())
                    .singleElement()
                    .asString()
                    .startsWith("customer c-0: Something is due, and the ledger does not list the customer");
        }
    }

    private static Audit audit(String... damages) throws IOException, SQLException {
        var damaged =
                Files.copy(sound, Files.createTempFile(folder, "damaged", ".db"), StandardCopyOption.REPLACE_EXISTING);
        execute(damaged, damages);
        try (var ledger = JdbcLedger.sqlite(damaged)) {
            return audit(ledger);
        }
    }

    private static void execute(Path file, String... damages) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var damage : damages) {
                statement.execute(damage);
            }
        }
    }
}
