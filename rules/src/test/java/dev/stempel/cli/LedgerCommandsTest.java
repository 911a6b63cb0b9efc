package dev.stempel.cli;

import static dev.stempel.cli.Ran.stempel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.books.PersonalData;
import dev.stempel.books.Statement;
import dev.stempel.json.StempelJson;
import dev.stempel.measure.LiabilityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log is run into a file, and the commands read it. */
class LedgerCommandsTest {

    private static final String LOG = """
            {"type":"purchase","id":"p-1","customer":"anna","at":"2026-01-10T10:00:00Z","lines":[{"sku":"cone","category":"cones","quantity":4,"unitPrice":"2.50"}]}
            {"type":"purchase","id":"p-2","customer":"ben","at":"2026-02-20T10:00:00Z","lines":[{"sku":"cone","category":"cones","quantity":1,"unitPrice":"2.50"}]}
            {"type":"redemption","id":"r-1","customer":"anna","at":"2026-03-01T10:00:00Z","points":30}
            """;

    private static final String POINTS = """
            package shop

            rule "Ten points for every euro"
                @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(10).per(1).of( $net ) );
            end
            """;

    @TempDir
    private Path folder = Path.of("");

    private String ledger = "";

    @BeforeEach
    void runTheLog() throws IOException {
        Files.writeString(
                folder.resolve("programme.json"),
                "{\"name\":\"Shop\",\"zone\":\"Europe/Amsterdam\",\"currency\":\"EUR\",\"pointValue\":\"0.01\"}");
        Files.writeString(folder.resolve("points.drl"), POINTS);
        Files.writeString(folder.resolve("log.jsonl"), LOG);
        ledger = "jdbc:sqlite:" + folder.resolve("shop.db");
        assertThat(run().code()).isZero();
    }

    @Test
    void aRunMadeAgainCountsNothingTwice() {
        var again = run();
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("\"p-1\"", "\"r-1\"");
        assertThat(again.err()).containsPattern("Repeated +3  counted once");
        assertThat(audit().out()).contains("2 customers, 3 operations, 3 entries: everything agrees");
    }

    @Test
    void anAuditTellsTheTrialBalanceAndWhatDoesNotAgree() throws SQLException {
        var sound = audit();
        assertThat(sound.code()).isZero();
        assertThat(sound.out()).containsPattern("customer:points +points +95\n");
        try (var connection = DriverManager.getConnection(ledger);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE balance SET amount = '71' WHERE customer = 1");
        }
        var damaged = audit();
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.out())
                .contains("customer anna: The balance of customer:anna:points in points is 71; its entries come to 70. "
                        + "Maybe a balance or an entry was changed?\n");
    }

    @Test
    void aStatementExplainsEveryMovement() {
        var ran = stempel("statement", "anna", "--ledger", ledger);
        assertThat(ran.outLines())
                .hasSize(3)
                .contains(
                        "2026-01-10          100 points                    100  Ten points for every euro (points, p-1)",
                        "2026-03-01          -30 points                     70  The customer redeems (redemption, r-1)");
        var json = stempel("statement", "anna", "--ledger", ledger, "--json");
        assertThat(StempelJson.read(json.out(), Statement.class).lines()).hasSize(2);
    }

    @Test
    void theLiabilityIsToldDayByDay() {
        var csv = withRules("liability", "--from", "2026-02-19", "--to", "2026-02-20", "--csv");
        assertThat(csv.outLines())
                .contains(
                        "2026-02-19,100,0,1.00,0.00,0,0,0.00,1.00,0.00",
                        "2026-02-20,125,0,1.25,0.00,0,0,0.00,1.25,0.00");
        var json = withRules("liability", "--from", "2026-02-19", "--to", "2026-02-20", "--json");
        assertThat(StempelJson.read(json.out(), LiabilityReport.class).days()).hasSize(2);
        assertThat(withRules("liability", "--from", "2026-02-19", "--to", "2026-02-20")
                        .outLines())
                .hasSize(3);
    }

    @Test
    void aCustomerIsExportedAndErased() {
        var data = stempel("export", "anna", "--ledger", ledger);
        assertThat(StempelJson.read(data.out(), PersonalData.class).operations())
                .hasSize(2);
        var erased = withRules("erase", "anna");
        assertThat(erased).isEqualTo(new Ran(0, "", ""));
        var gone = stempel("export", "anna", "--ledger", ledger);
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.err()).contains("customer anna: The ledger knows nobody of that name. Maybe ");
        assertThat(audit().code()).isZero();
        var again = run();
        assertThat(again.out()).contains("ERASED");
        assertThat(again.err()).containsPattern("Repeated +3  counted once");
        assertThat(audit().out()).contains("everything agrees");
    }

    @Test
    void aLedgerThatIsNotThereIsTold() {
        tells(ledger + "x", "There is no such file. Maybe the path is wrong?");
        tells("shop.db", "It names no ledger. Maybe jdbc:sqlite:shop.db, or ");
        tells("jdbc:sqlite:" + folder, "It is a folder. Maybe name the file in it?");
        tells("jdbc:sqlite:", "It is a folder. Maybe ");
        tells("jdbc:postgresql://localhost:1/none", "The database failed: Connection to localhost:1 refused. ");
        tells("jdbc:postgresql:/localhost/none", "It names no ledger. Maybe ");
    }

    @Test
    void aPasswordIsNotShown() {
        var url = "jdbc:postgresql://localhost:1/none?user=me&password=secret&currentSchema=shop";
        assertThat(export(url).err())
                .contains("--ledger jdbc:postgresql://localhost:1/none?user=me&password=***&currentSchema=shop: ")
                .doesNotContain("secret");
        assertThat(export("jdbc:postgresql://me:secret/2@localhost:1/none").err())
                .startsWith(
                        "--ledger jdbc:postgresql://***@localhost:1/none: It names the user before the host. Maybe ")
                .contains("?user=shop&password=");
    }

    @Test
    void whatTheDriverTakesForMoreThanAPathMakesNoFile() {
        for (var path : List.of("shop.db?mode=ro", "file:new.db")) {
            ledger = "jdbc:sqlite:" + (path.startsWith("file:") ? path : folder.resolve(path));
            var refused = run();
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .startsWith("--ledger " + ledger + ": It is no path")
                    .contains(" Maybe name the file");
        }
        ledger = "jdbc:sqlite::memory:";
        assertThat(run().code()).isEqualTo(2);
        assertThat(Path.of(":memory:")).doesNotExist();
        assertThat(folder.resolve("shop.db?mode=ro")).doesNotExist();
    }

    @Test
    void readingMakesNoLedgerWhereThereIsNone() throws IOException, SQLException {
        var empty = Files.createFile(folder.resolve("empty.db"));
        tells("jdbc:sqlite:" + empty, "There is no ledger in it. Maybe another was meant, or ");
        assertThat(empty).isEmptyFile();
        var others = "jdbc:sqlite:" + folder.resolve("others.db");
        try (var connection = DriverManager.getConnection(others);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text TEXT)");
            tells(others, "There is no ledger in it. Maybe another was meant, or ");
            try (var tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
                assertThat(tables.next()).isTrue();
                assertThat(tables.getString("TABLE_NAME")).isEqualTo("note");
                assertThat(tables.next()).isFalse();
            }
        }
    }

    @Test
    void aFileThatIsNoLedgerOrHalfOfOneIsTold() throws IOException {
        var text = Files.writeString(folder.resolve("notes.db"), "Call the baker. ".repeat(100));
        tells("jdbc:sqlite:" + text, "Maybe it is no ledger, or a copy that is not whole? Bring back a backup.");
        var whole = Files.readAllBytes(folder.resolve("shop.db"));
        var half = Files.write(folder.resolve("half.db"), Arrays.copyOf(whole, whole.length / 2));
        tells("jdbc:sqlite:" + half, "Maybe it is no ledger, or a copy that is not whole? Bring back a backup.");
    }

    @Test
    void aRunThatCannotBeginMakesNoLedger() {
        ledger = "jdbc:sqlite:" + folder.resolve("new.db");
        assertThat(withRules("run", "--events", folder.resolve("none.jsonl").toString())
                        .code())
                .isEqualTo(2);
        assertThat(stempel("run", "--rules", "none", "--events", "none.jsonl", "--ledger", ledger)
                        .code())
                .isEqualTo(2);
        assertThat(folder.resolve("new.db")).doesNotExist();
    }

    @Test
    void aLedgerIsNotOverwrittenWithOutcomes() {
        var file = folder.resolve("shop.db").toString();
        var refused = withRules("run", "--events", folder.resolve("log.jsonl").toString(), "--out", file);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(file + ": The ledger itself would be overwritten. Maybe name another file?");
        assertThat(audit().code()).isZero();
    }

    @Test
    void rulesOfAnotherCurrencyAreToldBeforeAnythingIsDone() throws IOException {
        var before = stempel("export", "anna", "--ledger", ledger);
        Files.writeString(
                folder.resolve("programme.json"),
                "{\"name\":\"Shop\",\"zone\":\"Europe/Amsterdam\",\"currency\":\"USD\",\"pointValue\":\"0.01\"}");
        var told = "ledger " + folder.resolve("shop.db") + ": Its amounts are in EUR; the programme's are USD. Maybe ";
        for (var refused : List.of(
                run(),
                audit(),
                withRules("erase", "anna"),
                withRules("liability", "--from", "2026-02-19", "--to", "2026-02-20"))) {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).startsWith(told).hasLineCount(1);
        }
        assertThat(stempel("export", "anna", "--ledger", ledger)).isEqualTo(before);
    }

    @Test
    void aCustomerWhomNobodyKnowsIsTold() {
        var nobody = stempel("statement", "ana", "--ledger", ledger);
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("customer ana: The ledger knows nobody of that name. Maybe a digit is wrong");
    }

    @Test
    void daysThatAreNoneOrSwappedAreTold() {
        assertThat(withRules("liability", "--from", "2026-02-30", "--to", "2026-03")
                        .err())
                .contains("'--from'", "\"2026-02-30\" is no day as 2026-03-31 is. Maybe ");
        assertThat(withRules("liability", "--from", "2026-03-02", "--to", "2026-03-01")
                        .err())
                .contains("The period from 2026-03-02 to 2026-03-01 has no day. Maybe the dates are swapped?");
        assertThat(withRules("liability", "--from", "2026-03-01", "--to", "9999-12-31")
                        .err())
                .contains("The period from 2026-03-01 to 9999-12-31 is longer than 100 years. Maybe a digit is wrong?");
        assertThat(withRules("liability", "--from", "2026-03-01", "--to", "+999999999-12-31")
                        .err())
                .contains("'--to'", "is no day as 2026-03-31 is. Maybe ");
    }

    private void tells(String url, String problem) {
        var told = export(url);
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).startsWith("--ledger " + url + ": ").contains(problem, " Maybe ");
    }

    private static Ran export(String url) {
        return stempel("export", "anna", "--ledger", url);
    }

    private Ran run() {
        return withRules("run", "--events", folder.resolve("log.jsonl").toString());
    }

    private Ran audit() {
        return withRules("audit");
    }

    private Ran withRules(String command, String... more) {
        var arguments = new ArrayList<>(List.of(command, "--rules", folder.toString(), "--ledger", ledger));
        arguments.addAll(List.of(more));
        return stempel(arguments.toArray(String[]::new));
    }
}
