package dev.stempel.books;

import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Activity;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Referral;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import dev.stempel.scenario.LivelyShop;
import dev.stempel.scenario.Shop;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody is erased while an event of somebody else is being processed that names the person: it keeps no name either. */
class ErasureAtOnceTest {

    private static final String PERSON = "Canaryanna-7";
    private static final int UP_TO_THE_SNAPSHOT = 31;

    private static final RuleBook RULES = Shop.book("""
            rule "Bring a friend, get five hundred points" @offer("friend")
            when
                Day()
                $friend : Friend( purchases >= 1, daysSinceFirstPurchase > 14 )
            then
                rewards.forFriend( $friend ).give( bonus(500) );
            end
            """, """
            rule "Whoever was brought in gets a hundred points with the shoes" @offer("welcome")
            when
                BroughtIn()
                Bought( category == "shoes" )
            then
                rewards.give( bonus(100) );
            end
            """);

    @TempDir
    private Path folder;

    /**
     * What happened before, and the event that is being processed meanwhile.
     *
     * @param what as in {@code a referral}
     */
    private record Meanwhile(String what, List<Event> before, Event event) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Stream<Meanwhile> whatNamesThePerson() {
        var friend = new Referral("f-1", "c-1", at("2026-03-01"), PERSON);
        var bought = Purchase.of("canary-first", PERSON, at("2026-03-02")).line("x", "x", 1, "9.00");
        var broughtIn = new Referral("canary-friend", PERSON, at("2026-03-03"), "c-2");
        return Stream.of(
                new Meanwhile(
                        "a snapshot",
                        Stream.<Event>concat(
                                        Stream.of(friend, bought),
                                        IntStream.range(1, UP_TO_THE_SNAPSHOT).mapToObj(i -> visit("v-" + i, "c-1")))
                                .toList(),
                        visit("held", "c-1")),
                new Meanwhile(
                        "a reward for bringing in the person",
                        List.of(friend, bought),
                        new Day("held", "c-1", at("2026-03-25"))),
                new Meanwhile(
                        "the reason of somebody whom the person brought in",
                        List.of(bought, broughtIn),
                        Purchase.of("held", "c-2", at("2026-03-25")).line("shoe", "shoes", 1, "50.00")));
    }

    private static Stream<Meanwhile> whatIsPosted() {
        return Stream.concat(
                whatNamesThePerson(),
                Stream.of(new Meanwhile(
                        "a referral",
                        List.of(visit("canary-visit", PERSON)),
                        new Referral("held", "c-1", at("2026-03-25"), PERSON))));
    }

    private static Activity visit(String id, String customer) {
        return new Activity(id, customer, at("2026-03-04"), "visit", Map.of());
    }

    @ParameterizedTest
    @MethodSource("whatIsPosted")
    void whatIsBeingWrittenIsWaitedFor(Meanwhile meanwhile) throws Exception {
        var schema = Postgres.freshSchema();
        var others = Executors.newFixedThreadPool(2);
        try (var pool = Postgres.pool(schema, 4);
                var connection = DriverManager.getConnection(Postgres.url(schema))) {
            var ledger = JdbcLedger.of(pool);
            var shop = shop(ledger);
            meanwhile.before().forEach(shop::process);
            holdTheEvent(connection);
            var posting = others.submit(() -> shop.process(meanwhile.event()));
            awaitWaiting(connection, 1);
            var erasing = others.submit(() -> shop.erase(PERSON));
            awaitWaiting(connection, 2);
            execute(connection, "SELECT pg_advisory_unlock(hashtext(current_schema()))");
            posting.get();
            erasing.get();
            Traces.areNoneIn(ledger);
            Traces.areNoneIn(connection, schema);
            isSound(ledger);
        } finally {
            others.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("whatNamesThePerson")
    void whatWasDecidedBeforeIsDecidedAgain(Meanwhile meanwhile) throws Exception {
        var schema = Postgres.freshSchema();
        try (var pool = Postgres.pool(schema, 4);
                var file = JdbcLedger.sqlite(folder.resolve("shop.db"))) {
            for (var ledger : List.of(file, JdbcLedger.of(pool))) {
                meanwhile.before().forEach(shop(ledger)::process);
                shop(beforePosting(ledger, () -> shop(ledger).erase(PERSON))).process(meanwhile.event());
                Traces.areNoneIn(ledger);
                isSound(ledger);
            }
        }
    }

    /** The same ledger, before whose first posting something else happens. */
    private static Ledger beforePosting(Ledger ledger, Runnable first) {
        var done = new AtomicBoolean();
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("post") && done.compareAndSet(false, true)) {
                        first.run();
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The event's transaction goes no further than its operation, until this connection lets it. */
    private static void holdTheEvent(Connection connection) throws SQLException {
        execute(
                connection,
                "CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext(current_schema())); RETURN NULL; END $$");
        execute(
                connection,
                "CREATE TRIGGER held AFTER INSERT ON operation FOR EACH ROW WHEN (NEW.event = 'held')"
                        + " EXECUTE FUNCTION hold()");
        execute(connection, "SELECT pg_advisory_lock(hashtext(current_schema()))");
    }

    private static void awaitWaiting(Connection connection, int connections) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (boolean waiting = false; !waiting; Thread.onSpinWait()) {
                try (var found =
                        statement.executeQuery("SELECT COUNT(DISTINCT l.pid) FROM pg_locks l JOIN pg_stat_activity a"
                                + " ON a.pid = l.pid WHERE NOT l.granted AND a.application_name = current_schema()")) {
                    waiting = found.next() && found.getInt(1) >= connections;
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Programme shop(Ledger ledger) {
        return Programme.of(RULES, LivelyShop.POLICIES, ledger)
                .withClock(Clock.fixed(at("2026-04-01"), ZoneOffset.UTC));
    }

    private static void isSound(Ledger ledger) {
        assertThat(Audit.of(ledger, LivelyShop.POLICIES.currency()).problems()).isEmpty();
    }
}
