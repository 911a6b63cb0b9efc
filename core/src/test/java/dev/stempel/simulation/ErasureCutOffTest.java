package dev.stempel.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.Programme;
import dev.stempel.books.Audit;
import dev.stempel.books.Traces;
import dev.stempel.event.Purchase;
import dev.stempel.event.Referral;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.contract.Meanwhile;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.StempelException;
import dev.stempel.simulation.Fragile.Break;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Currency;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/** An erasure is cut off at one of its statements: it is made as a whole, or finished when the same customer is erased again. */
class ErasureCutOffTest {

    private static final int STEP = Boolean.getBoolean("stempel.long") ? 1 : 9;
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void inAFile(Break how) throws Exception {
        var file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        isFinished(file, how, () -> Traces.areNoneIn(folder));
    }

    @ParameterizedTest
    @EnumSource
    void onAServer(Break how) throws Exception {
        var schema = Postgres.freshSchema();
        try (var pool = Postgres.pool(schema, 3);
                var connection = DriverManager.getConnection(Postgres.url(schema))) {
            isFinished(pool, how, () -> Traces.areNoneIn(connection, schema));
        }
    }

    private static void isFinished(DataSource sound, Break how, Traces.Search search) throws Exception {
        var database = new Fragile(sound);
        boolean broken = true;
        int statements = how.ordinal() % STEP;
        for (; broken; statements += STEP) {
            var person = "canary-" + statements;
            try (var ledger = JdbcLedger.of(database.source())) {
                var shop = Meanwhile.shop(ledger);
                live(shop, person);
                database.breakAt(statements, how);
                broken = !isErased(shop, person);
            }
            boolean wasBroken = database.wasBroken();
            try (var ledger = JdbcLedger.of(sound)) {
                var shop = Meanwhile.shop(ledger);
                if (ledger.account(person).isPresent() || !isSound(ledger)) {
                    assertThat(broken).isTrue();
                    shop.erase(person);
                }
                search.go();
                assertThat(isSound(ledger)).isTrue();
                assertThatThrownBy(() -> shop.erase(person)).isInstanceOf(InvalidInput.class);
            }
            broken = wasBroken;
        }
        assertThat(statements).isGreaterThan(20);
    }

    private static boolean isSound(Ledger ledger) {
        return Audit.of(ledger, Currency.getInstance("EUR")).problems().isEmpty();
    }

    private static void live(Programme shop, String person) {
        shop.process(new Referral("f-" + person.hashCode(), "friend", AT, person));
        shop.process(Purchase.of("p-" + person, person, AT).line("shoe", "shoes", 1, "50.00"));
    }

    private static boolean isErased(Programme shop, String person) {
        try {
            shop.erase(person);
            return true;
        } catch (Fragile.Crashed | StempelException e) {
            return false;
        }
    }
}
