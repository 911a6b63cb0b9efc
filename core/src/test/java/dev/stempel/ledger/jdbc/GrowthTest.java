package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Purchase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** What is asked of one customer costs the same however many others there are: the databases count what they do for it. */
class GrowthTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");
    private static final int FEW = 20;
    private static final int MANY = 2_000;

    @TempDir
    private Path folder;

    @Test
    void sqliteTakesNoMoreStepsAmongManyCustomersThanAmongFew() {
        var few = stepsOfSqlite(FEW);
        stepsOfSqlite(MANY)
                .forEach((question, steps) ->
                        assertThat(steps).as(question).isLessThanOrEqualTo(few.get(question) * 3 / 2));
    }

    @Test
    void postgresqlReadsNoTableToTheEnd() throws SQLException {
        try (var pool = Postgres.pool(Postgres.freshSchema(), 1)) {
            costs(pool, MANY, () -> rowsReadBy(pool))
                    .forEach((question, rows) -> assertThat(rows).as(question).isLessThan(MANY / 10));
        }
    }

    /** What each question costs. */
    private static Map<String, Long> costs(DataSource database, int others, LongSupplier counter) {
        var costs = new LinkedHashMap<String, Long>();
        try (var ledger = JdbcLedger.of(database)) {
            var shop = Programme.of(Points.RULES, Points.POLICIES, ledger);
            shop.process(
                    IntStream.range(0, others).mapToObj(GrowthTest::ofSomebody).toList());
            shop.process(Points.spend("p-1"));
            ledger.acknowledge(ledger.outbox(others + 1).stream()
                    .map(one -> one.event().id())
                    .toList());
            shop.process(Points.spend("p-2"));
            questions(shop, ledger).forEach((name, question) -> {
                question.accept("p-1");
                long before = counter.getAsLong();
                question.accept("p-2");
                costs.put(name, counter.getAsLong() - before);
            });
        }
        return costs;
    }

    private static Purchase ofSomebody(int number) {
        return Purchase.of("o-" + number, "c-" + number, MARCH.plus(Duration.ofMinutes(number)))
                .line("something", "things", 1, "10");
    }

    private static Map<String, Consumer<String>> questions(Programme shop, JdbcLedger ledger) {
        var questions = new LinkedHashMap<String, Consumer<String>>();
        questions.put("account", event -> ledger.account("anna"));
        questions.put("operation", ledger::operation);
        questions.put("before", ledger::before);
        questions.put("reversals", ledger::reversals);
        questions.put("referrer", event -> ledger.referrer("anna"));
        questions.put("budget", ledger::budget);
        questions.put("lent", event -> ledger.lent("anna"));
        questions.put("snapshots", event -> ledger.snapshots("anna").toList());
        questions.put("history", event -> ledger.history("anna").toList());
        questions.put("balances", event -> ledger.balances("anna"));
        questions.put("owed", event -> ledger.owed(YearMonth.of(2026, 3)));
        questions.put("due actions", event -> shop.dueActions());
        questions.put("outbox", event -> ledger.outbox(10));
        questions.put("acknowledge", event -> ledger.acknowledge(List.of(event)));
        questions.put("erased", event -> ledger.erased(List.of(event)));
        questions.put("a purchase", event -> shop.process(Points.spend("new-" + event)));
        questions.put(
                "purchases", event -> shop.process(List.of(Points.spend("a-" + event), Points.spend("b-" + event))));
        return questions;
    }

    private Map<String, Long> stepsOfSqlite(int others) {
        var steps = new AtomicLong();
        var database = new SQLiteDataSource() {
            @Override
            public SQLiteConnection getConnection(String user, String password) throws SQLException {
                var connection = super.getConnection(user, password);
                ProgressHandler.setHandler(connection, 1, new ProgressHandler() {
                    @Override
                    protected int progress() {
                        steps.incrementAndGet();
                        return 0;
                    }
                });
                return connection;
            }
        };
        database.setUrl("jdbc:sqlite:" + folder.resolve("among-" + others + ".db"));
        return costs(database, others, steps::get);
    }

    /** By its one connection, in all tables, from the tables themselves and from their indexes. */
    private static long rowsReadBy(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            try (var counted = statement.executeQuery("SELECT (SELECT sum(seq_tup_read) FROM pg_stat_user_tables"
                    + " WHERE schemaname = current_schema()) + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes"
                    + " WHERE schemaname = current_schema())")) {
                counted.next();
                return counted.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
