package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.ledger.Balance;
import dev.stempel.ledger.Begun;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.Stretch;
import dev.stempel.policy.Basis;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A ledger in a database: SQLite, one file for one shop, or PostgreSQL for many tills. What was acknowledged is on the
 * disk. The driver is the embedding application's.
 *
 * <pre>{@code
 * try (var ledger = JdbcLedger.sqlite(Path.of("shop.db"))) {
 *     var programme = Programme.of(rules, policies, ledger);
 * }
 * }</pre>
 *
 * <p>The tables are made when the ledger is opened, and changed when a newer version of the library opens it. Of a
 * PostgreSQL database it wants a schema of its own, as in {@code jdbc:postgresql://host/shop?currentSchema=stempel}, and
 * connections from a pool: it takes one for each transaction and gives it back. Connections to a file are kept until the
 * ledger is closed.
 *
 * <p>Whatever fails in a way that passes (a deadlock, a file that is busy, a connection that was lost) is tried again a few
 * times; then the failure is thrown, and the same event may be sent again. Thread-safe; many processes may share one
 * database.
 */
public final class JdbcLedger implements Ledger, AutoCloseable {

    private static final String NAME = "ledger";

    private final Sessions sessions;
    private final Histories histories;
    private final Accounts accounts = new Accounts();
    private final Turnstile turnstile = new Turnstile(this::postTogether);

    JdbcLedger(Sessions sessions) {
        this.sessions = sessions;
        histories = new Histories(sessions);
        Schema.migrate(sessions);
    }

    /**
     * The ledger of a database.
     *
     * @param database a pool of connections to PostgreSQL, or the source of connections to an SQLite file
     * @throws dev.stempel.problem.StempelException when it cannot be reached, is neither, or does not wait for the disk:
     *     where {@code fsync} or {@code synchronous_commit} is off, what was acknowledged may be lost
     */
    public static JdbcLedger of(DataSource database) {
        return of(database, NAME);
    }

    /**
     * The ledger of a database, as {@link #of(DataSource)}.
     *
     * @param name what problems call it, for whoever has more than one
     */
    public static JdbcLedger of(DataSource database, String name) {
        return new JdbcLedger(new Sessions(name, database::getConnection));
    }

    /**
     * True when a database has a ledger in it. Who opens one makes it where it is not; who asks before makes none in a
     * database whose address was mistyped.
     *
     * @throws dev.stempel.problem.StempelException when it cannot be reached
     */
    public static boolean exists(DataSource database) {
        return Schema.exists(NAME, database::getConnection);
    }

    /**
     * The ledger of a file, made when it is not there; the driver {@code org.xerial:sqlite-jdbc} must be on the classpath.
     *
     * @param file the file; beside it SQLite keeps two more while it is in use
     * @throws dev.stempel.problem.StempelException when it cannot be opened
     */
    public static JdbcLedger sqlite(Path file) {
        return new JdbcLedger(new Sessions(name(file), connections(file)));
    }

    /**
     * True when a file is there and has a ledger in it. Asking makes nothing.
     *
     * @throws dev.stempel.problem.StempelException when it cannot be read
     */
    public static boolean exists(Path file) {
        return Files.isRegularFile(file) && Schema.exists(name(file), connections(file));
    }

    private static String name(Path file) {
        return NAME + " " + file;
    }

    /** The path is made absolute, since SQLite forgets what it keeps in some that are not: "" and ":memory:". */
    private static Sessions.Source connections(Path file) {
        var properties = new Properties();
        // The driver would ask for the key of each new row, and nobody wants to know.
        properties.setProperty("jdbc.get_generated_keys", "false");
        return () -> DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), properties);
    }

    @Override
    public String name() {
        return sessions.ledger();
    }

    @Override
    public Optional<Basis> basis() {
        return sessions.read(KeptBasis::read);
    }

    @Override
    public void keep(Basis basis) {
        sessions.write(session -> KeptBasis.write(session, basis));
    }

    @Override
    public Optional<Operation> operation(String event) {
        return Optional.ofNullable(operations(List.of(event)).get(event));
    }

    @Override
    public Map<String, Operation> operations(Collection<String> events) {
        return sessions.read(session -> Operations.of(session, List.copyOf(events)));
    }

    @Override
    public Optional<Account> before(String event) {
        return sessions.read(session -> Derived.before(session, event));
    }

    @Override
    public List<Operation> reversals(String event) {
        return sessions
                .read(session -> Operations.where(session, "WHERE o.reverses = ? ORDER BY o.seq", event))
                .stream()
                .map(Operations.Stored::operation)
                .toList();
    }

    @Override
    public Optional<String> referrer(String friend) {
        return sessions.read(session -> session.one(
                "SELECT c.id FROM referrer r JOIN customer f ON f.key = r.friend JOIN customer c ON c.key = r.customer"
                        + " WHERE f.id = ?",
                row -> row.getString(1),
                friend));
    }

    @Override
    public Optional<Account> account(String customer) {
        return Optional.ofNullable(accounts(List.of(customer)).get(customer));
    }

    @Override
    public Map<String, Account> accounts(Collection<String> customers) {
        return accounts.latest(sessions, customers);
    }

    @Override
    public Map<String, Account> recent(Collection<String> customers) {
        return accounts.recent(sessions, customers);
    }

    @Override
    public boolean erase(List<Operation> last) {
        var holders = last.stream().map(Operation::holder).distinct().toList();
        var customers = last.stream().map(one -> one.event().customer()).toList();
        var posting = new Posting(Payload.of(last), accounts.kept(sessions, holders));
        boolean erased = sessions.write(session -> {
            session.dialect().waitForPostings(session);
            if (!posting.write(session)) {
                return false;
            }
            new Forgetting(session, customers).forget();
            Cleaning.isDue(session);
            return true;
        });
        accounts.hear(sessions.read(Forgetting::times));
        accounts.forget(holders);
        if (erased) {
            Cleaning.finish(sessions);
        }
        return erased;
    }

    /** As it was heard last: whatever is decided on less is refused, and then it is heard. */
    @Override
    public long erasures() {
        return accounts.erasures();
    }

    @Override
    public boolean finishErasing() {
        return Cleaning.finish(sessions);
    }

    @Override
    public Set<String> erased(Collection<String> events) {
        return sessions.read(session -> Forgetting.known(session, List.copyOf(events)));
    }

    @Override
    public Used budget(String key) {
        return sessions.read(session -> Budgets.used(session, key));
    }

    @Override
    public Set<String> budgets() {
        return sessions.read(Budgets::keys);
    }

    @Override
    public Used lentBudget(String key) {
        return sessions.read(session -> Budgets.lent(session, key));
    }

    @Override
    public Stream<Account> snapshots(String customer) {
        return histories.snapshots(customer);
    }

    @Override
    public Stream<Operation> history(String customer) {
        return histories.of(customer);
    }

    @Override
    public Stretch since(Account account, Instant at) {
        return histories.since(account, at).orElseGet(() -> Ledger.super.since(account, at));
    }

    @Override
    public Stream<Operation> operations() {
        return histories.all();
    }

    @Override
    public Stream<String> customers() {
        return histories.customers();
    }

    @Override
    public Stream<String> customersWithDueActions() {
        return histories.customersWithDueActions();
    }

    @Override
    public List<Balance> balances(String customer) {
        return sessions.read(session -> Balances.of(session, customer));
    }

    @Override
    public SortedMap<String, BigDecimal> owed(YearMonth month) {
        return sessions.read(session -> Books.owed(session, month));
    }

    @Override
    public List<Problem> defects() {
        return sessions.read(session -> {
            var defects = new ArrayList<>(Lost.rows(session));
            defects.addAll(Cleaning.problems(session, sessions.ledger()));
            return defects;
        });
    }

    @Override
    public boolean post(List<Operation> operations) {
        return posting(operations).getAsBoolean();
    }

    /** Nobody waits at the turnstile for the JSON of others. */
    @Override
    public BooleanSupplier posting(List<Operation> operations) {
        var payloads = Payload.of(operations);
        return () -> payloads.isEmpty() || turnstile.post(payloads);
    }

    private boolean postTogether(List<Payload> operations) {
        var customers = operations.stream()
                .map(one -> one.operation().holder())
                .distinct()
                .toList();
        var posting = new Posting(operations, accounts.kept(sessions, customers));
        boolean posted = sessions.write(posting::write);
        if (!posted) {
            accounts.hear(sessions.read(Forgetting::times));
        }
        accounts.forget(customers.stream()
                .filter(customer -> !posted || !posting.after().containsKey(customer))
                .toList());
        if (posted) {
            accounts.keep(posting.after());
        }
        return posted;
    }

    @Override
    public void keep(String hash, Map<String, String> texts) {
        sessions.write(session -> KeptRules.write(session, hash, texts));
    }

    @Override
    public Optional<Map<String, String>> ruleBook(String hash) {
        return sessions.read(session -> KeptRules.read(session, hash));
    }

    @Override
    public List<Operation> outbox(int most) {
        return sessions.read(session -> Outbox.next(session, Math.max(0, most)));
    }

    @Override
    public void acknowledge(Collection<String> events) {
        sessions.write(session -> Outbox.acknowledge(session, events));
    }

    @Override
    public Optional<Account> lent(String customer) {
        return sessions.read(session -> session.one(
                "SELECT l.account, l.customer FROM lent l JOIN customer c ON c.key = l.customer WHERE c.id = ?",
                row -> Contents.account(row.getString(1), "lent", row.getLong(2)),
                customer));
    }

    @Override
    public void begin(Collection<Account> known, Map<String, Used> used) {
        if (!sessions.write(session -> Beginning.write(session, known, used))) {
            throw Begun.already();
        }
    }

    /**
     * Closes the connections that were kept, and no pool. Close it once nobody uses it any more: who does all the same makes
     * it open connections again.
     */
    @Override
    public void close() {
        sessions.close();
    }
}
