package dev.stempel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.stempel.Processed;
import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.json.ProgrammeFile;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.problem.Problem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real shop's receipts come to the same accounts in every ledger: those of one customer of twenty in every build, of all
 * with {@code -Plong}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetailLedgersTest implements LogListener {

    private static final Path LOG = Path.of("../../shared/data/online-retail.csv.gz");
    private static final Path SHOP = Path.of("gift-shop");
    private static final int ONE_OF = Boolean.getBoolean("stempel.long") ? 1 : 20;

    private final List<Event> events = new ArrayList<>();
    private final Programme inMemory = Programme.load(SHOP);

    RetailLedgersTest() throws IOException {}

    @BeforeAll
    void processInMemory() throws IOException {
        assumeThat(LOG).exists();
        var mapping = Mapping.read(SHOP.resolve("online-retail.mapping.json"));
        EventLog.of(LOG, mapping).read(this, bytes -> {});
        assertThat(events).hasSizeGreaterThan(500);
    }

    @Test
    void aFileHoldsTheSameAccounts(@TempDir Path folder) throws IOException {
        try (var ledger = JdbcLedger.sqlite(folder.resolve("shop.db"))) {
            comesToTheSame(ledger);
        }
    }

    @Test
    void aServerHoldsTheSameAccounts() throws IOException {
        try (var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            comesToTheSame(JdbcLedger.of(pool));
        }
    }

    private void comesToTheSame(Ledger ledger) throws IOException {
        var programme = Programme.of(RuleBook.load(SHOP), ProgrammeFile.read(SHOP), ledger);
        assertThat(programme.process(events)).allMatch(Processed::posted);
        assertThat(ledger.operations()).hasSize(events.size());
        for (var customer : inMemory.ledger().customers().toList()) {
            assertThat(ledger.account(customer)).isEqualTo(inMemory.ledger().account(customer));
        }
    }

    @Override
    public void happened(Event event, long line) {
        if (Math.floorMod(event.customer().hashCode(), ONE_OF) == 0) {
            inMemory.process(event);
            events.add(event);
        }
    }

    @Override
    public void skipped(String receipt, Skip why) {
        // guests have no account
    }

    @Override
    public void unmatched(String receipt, List<Return.Line> lines, long line) {
        // what was bought before the log begins is in no account
    }

    @Override
    public void bad(Problem problem) {
        throw new AssertionError(problem);
    }
}
