package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.policy.Basis;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The memory of one programme: append-only, each event once.
 *
 * <p>Where accounts of customers are merged ({@link dev.stempel.event.AccountMerge}), each of their ids stands for the one
 * account: its {@link Account#customer} is whose account goes on, and its operations and balances are those of all of them.
 * Every operation and entry keeps the id its event named, so a merge moves nothing and can be undone.
 *
 * <p>Implementations are thread-safe. Posting is one transaction: either everything that is posted together is remembered
 * or none of it. Streams are read bit by bit, so that no ledger has to hold all it remembers in memory. What a store has and
 * nobody can read any more is told by {@link dev.stempel.problem.Unreadable}.
 */
public interface Ledger {

    /** What problems call it. */
    default String name() {
        return "ledger";
    }

    /**
     * What everything in it is counted in; empty before a programme was given it, and where a store does not keep it: then
     * nobody finds out that a programme of another currency or zone is given it.
     */
    default Optional<Basis> basis() {
        return Optional.empty();
    }

    /**
     * Remembers what everything in it is counted in, for good: where that is known already nothing changes. Of two who say
     * it at once one is heard.
     */
    default void keep(Basis basis) {}

    /** What was decided of the event with this id; empty when it is new. */
    Optional<Operation> operation(String event);

    /** What was decided of these events, by their ids; new events are left out. */
    default Map<String, Operation> operations(Collection<String> events) {
        var known = new HashMap<String, Operation>();
        events.forEach(event -> operation(event).ifPresent(operation -> known.put(event, operation)));
        return known;
    }

    /** The account before this event; empty when the event is new. */
    Optional<Account> before(String event);

    /**
     * What was posted to undo something of this event, in the order in which it was posted: the returns of a purchase, or
     * the finding that a complaint was unfounded.
     */
    List<Operation> reversals(String event);

    /** Who brought this customer in, by a referral that counted; empty when nobody did. */
    Optional<String> referrer(String friend);

    /** The customer's account after the last operation; empty when there was none. */
    Optional<Account> account(String customer);

    /** True when these are one customer, or two whose accounts are merged. */
    default boolean share(String customer, String other) {
        return customer.equals(other)
                || account(customer)
                        .map(Account::customer)
                        .filter(holder -> account(other)
                                .filter(account -> account.customer().equals(holder))
                                .isPresent())
                        .isPresent();
    }

    /** The accounts of these customers, by their ids; customers without an operation are left out. */
    default Map<String, Account> accounts(Collection<String> customers) {
        var known = new HashMap<String, Account>();
        customers.forEach(customer -> account(customer).ifPresent(account -> known.put(customer, account)));
        return known;
    }

    /**
     * The accounts of these customers as they were known last, by their ids. They may be behind what other processes
     * posted, and that is good enough to decide on: posting on an old account fails, and then they are read anew.
     */
    default Map<String, Account> recent(Collection<String> customers) {
        return accounts(customers);
    }

    /** The account of one customer as it was known last. */
    default Optional<Account> recent(String customer) {
        return Optional.ofNullable(recent(List.of(customer)).get(customer));
    }

    /** The account with which the ledger began for this customer; empty when it has all of the customer's operations. */
    Optional<Account> lent(String customer);

    /** What a customer's operations are folded onto: what was lent when the ledger began, else an empty account. */
    default Account first(String customer, ZoneId zone) {
        return lent(customer).orElseGet(() -> Account.empty(customer, zone));
    }

    /** What is used of a shared budget. */
    Used budget(String key);

    /** The keys of shared budgets, where a store can list them, for the audit: also of those of which nothing was drawn. */
    default Set<String> budgets() {
        return Set.of();
    }

    /** What of a shared budget counted as used when the ledger began with a loan; nothing when it did not. */
    Used lentBudget(String key);

    /**
     * Accounts of a customer as they were after earlier operations, where a store keeps such so as not to derive them every
     * time: the audit looks at them. In the order of their versions; nothing where none are kept.
     */
    default Stream<Account> snapshots(String customer) {
        return Stream.empty();
    }

    /** The customer's operations in the order in which they were posted. */
    Stream<Operation> history(String customer);

    /**
     * The end of a customer's history, so that what is told late finds its place without all of it; by default it is all.
     *
     * @param account the customer's account
     * @param at when something happened that is told late
     */
    default Stretch since(Account account, Instant at) {
        try (var history = history(account.customer())) {
            var all = history.map(Operation::decision).toList();
            return new Stretch(first(account.customer(), account.zone()), all);
        }
    }

    /** All operations in the order in which they were posted; the order across customers is that of the ledger. */
    Stream<Operation> operations();

    /**
     * What the ledger keeps of a customer's book accounts beside the entries, so that nobody has to add them up; book
     * accounts that hold nothing may be left out.
     */
    List<Balance> balances(String customer);

    /**
     * What is owed to partners for vouchers that were handed in to them in a month, as {@link PartnerLedger} tells month
     * and amount. It is kept beside the entries, so that nobody has to go through them.
     *
     * @return the amount by partner, in the programme's currency; partners who are owed nothing are left out
     */
    SortedMap<String, BigDecimal> owed(YearMonth month);

    /**
     * What is wrong that nobody comes upon who asks for customers and operations, where a store can have such: rows that
     * belong to none of them, an erasure that was not finished. The audit tells it.
     */
    default List<Problem> defects() {
        return List.of();
    }

    /** Every customer who has an operation or a balance, without those whose accounts are merged into another one. */
    Stream<String> customers();

    /**
     * The customers for whom somebody still has something to do ({@link Account#dueActions}), so that nobody has to look at
     * all accounts. Others may be among them: by default everybody is.
     */
    default Stream<String> customersWithDueActions() {
        return customers();
    }

    /**
     * Remembers operations, all of them or none.
     *
     * @param operations operations in the order in which they were decided, each on the account its predecessors leave; a
     *     merge of accounts, or its undoing, together with the copy in the other's own history, and first
     * @return false when they must be decided again, because in the meantime one of the events was posted by somebody
     *     else, a customer's account moved on, a friend was brought in, somebody was erased, or a shared budget no longer has
     *     room; then nothing was remembered
     */
    boolean post(List<Operation> operations);

    /**
     * What {@link #post} will do once it is run. Whatever nobody else can change in the meantime may be done at once, while
     * others are posted.
     */
    default BooleanSupplier posting(List<Operation> operations) {
        return () -> post(operations);
    }

    /**
     * Begins with accounts and budgets as they stand elsewhere; the operations behind them stay there. For a till that is
     * about to be cut off.
     *
     * @param accounts the accounts of the customers the till may meet
     * @param budgets what counts as used of shared budgets
     * @throws InvalidInput when the ledger has begun already
     */
    void begin(Collection<Account> accounts, Map<String, Used> budgets);

    /**
     * Posts customers' last operations and forgets who they are, in one transaction: {@link Erasure} says what is left of
     * their operations, and of those of others that name them. The ids of their events are kept as hashes alone, apart from
     * what is left. What others are posting at that moment and names them comes before it, or is decided again.
     *
     * @param last one operation of each customer; those who share an account are erased together
     * @return false when they must be decided again, as for {@link #post}; then nothing was changed
     * @throws dev.stempel.problem.StempelException also when everything was forgotten but the free room of files, where
     *     somebody still reads what was there; then {@link #finishErasing} ends it
     */
    boolean erase(List<Operation> last);

    /**
     * Ends erasures that were cut off after the customer was forgotten, where a store has more to do than that: what was
     * there may still be in the free room of its files.
     *
     * @return false when there was nothing left to do
     */
    default boolean finishErasing() {
        return false;
    }

    /**
     * How often somebody was erased. It is asked before anything else that an event is decided on, and goes with what is
     * decided, since that may name whoever is erased meanwhile. A ledger that is shared may be behind, until it refuses
     * something for that reason.
     */
    long erasures();

    /** Which of these events, by their ids, were counted and belonged to somebody who was erased since. */
    Set<String> erased(Collection<String> events);

    /** Remembers the texts of a rule book, by file name, under its content hash. Again is no error. */
    void keep(String hash, Map<String, String> texts);

    /** The texts of a rule book by its content hash; empty when it was never kept. */
    Optional<Map<String, String>> ruleBook(String hash);

    /**
     * Operations with rewards or refusals that nobody has acknowledged yet, for whoever prints vouchers or writes mail. An
     * operation is read again until it is acknowledged; those of one customer come in the order in which they were
     * posted.
     *
     * @param most how many at most; nothing below one
     */
    List<Operation> outbox(int most);

    /** Takes what is done out of the outbox. Again is no error. */
    void acknowledge(Collection<String> events);
}
