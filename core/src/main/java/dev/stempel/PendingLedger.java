package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import dev.stempel.event.Event;
import dev.stempel.ledger.Balance;
import dev.stempel.ledger.Balances;
import dev.stempel.ledger.InTime;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.ledger.Stretch;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as it will be once what is pending is posted: events are decided on it one after another and then posted
 * together. One thread decides on it; others may read it meanwhile, to decide what comes afterwards.
 */
final class PendingLedger implements Ledger {

    private Ledger ledger;
    private final long erasures;
    private final LookedUp lookedUp;
    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, Optional<Account>> accounts = new ConcurrentHashMap<>();
    private final Map<String, Used> budgets = new ConcurrentHashMap<>();
    private final Unposted pending = new Unposted();

    /** Tells the events and customers that another part of the same events is about; absent where this is no part. */
    private final @Nullable Predicate<String> elsewhere;

    /** What the ledger beneath knew of events before any of these was decided: the same for all their parts. */
    private record LookedUp(Set<String> asked, Map<String, Optional<Operation>> known, Set<String> erased) {

        LookedUp(List<? extends Event> events) {
            this(
                    events.stream().map(Event::id).collect(Collectors.toSet()),
                    new ConcurrentHashMap<>(),
                    new HashSet<>());
        }
    }

    /** A part of some events is not decided alone: it asked for what another part may change. */
    static final class Elsewhere extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Elsewhere() {
            super("Another part may change it.", null, false, false);
        }
    }

    private PendingLedger(Ledger ledger, long erasures, LookedUp lookedUp, @Nullable Predicate<String> elsewhere) {
        this.ledger = ledger;
        this.erasures = erasures;
        this.lookedUp = lookedUp;
        this.elsewhere = elsewhere;
    }

    /** A ledger on which these events will be decided, all of them likely new; what it takes is read at once. */
    static PendingLedger ofNew(Ledger ledger, List<? extends Event> events) {
        var pending = new PendingLedger(ledger, ledger.erasures(), new LookedUp(events), null);
        var customers = customers(events);
        pending.know(customers, ledger.recent(customers));
        if (!pending.areLater(events)) {
            pending.lookUp(events);
        }
        return pending;
    }

    /** A ledger on which these events will be decided, whatever others posted; what it takes is read at once. */
    static PendingLedger of(Ledger ledger, List<? extends Event> events) {
        var pending = new PendingLedger(ledger, ledger.erasures(), new LookedUp(events), null);
        var customers = customers(events);
        pending.know(customers, ledger.accounts(customers));
        pending.lookUp(events);
        return pending;
    }

    /** True when each of them is later than all its customer did before: then none of them is known. */
    private boolean areLater(List<? extends Event> events) {
        var last = new HashMap<String, Instant>();
        accounts.forEach((customer, account) -> account.ifPresent(one -> last.put(customer, one.at())));
        for (var event : events) {
            var before = last.put(holder(event.customer()), event.at());
            if (before != null && !event.at().isAfter(before)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same ledger for some of the events it was made for. Nothing that the other events may change is told: who asks is
     * thrown out.
     *
     * @param own its events
     * @param elsewhere tells the events and customers that are not its own
     */
    PendingLedger part(List<Event> own, Predicate<String> elsewhere) {
        var part = new PendingLedger(ledger, erasures, lookedUp, elsewhere);
        for (var event : own) {
            var holder = holder(event.customer());
            part.holders.put(event.customer(), holder);
            part.accounts.put(holder, account(event.customer()));
        }
        return part;
    }

    /** Takes over what a part has of an event of its own, those of all parts in their order. */
    void take(Event event, PendingLedger part) {
        accounts.put(holder(event.customer()), part.account(event.customer()));
        pending.add(event.id(), part.pending);
    }

    private void leaveToOthers(String what) {
        if (elsewhere != null && elsewhere.test(what)) {
            throw new Elsewhere();
        }
    }

    /** What was pending on the ledger beneath is posted: this one stands on what that stood on. */
    void standOn(Ledger other) {
        ledger = other;
    }

    private void lookUp(List<? extends Event> events) {
        var ids = events.stream().map(Event::id).distinct().toList();
        var operations = ledger.operations(ids);
        ids.forEach(id -> lookedUp.known.put(id, Optional.ofNullable(operations.get(id))));
        lookedUp.erased.addAll(ledger.erased(ids));
    }

    private static List<String> customers(List<? extends Event> events) {
        return events.stream().map(Event::customer).distinct().toList();
    }

    private void know(List<String> customers, Map<String, Account> known) {
        customers.forEach(one -> know(one, Optional.ofNullable(known.get(one))));
    }

    private void know(String customer, Optional<Account> known) {
        var holder = known.map(Account::customer).orElse(customer);
        leaveToOthers(holder);
        holders.put(customer, holder);
        accounts.putIfAbsent(holder, known);
    }

    /** Whose account a customer's events count for: merges are never pending. */
    String holder(String customer) {
        if (!holders.containsKey(customer)) {
            know(customer, ledger.account(customer));
        }
        return holders.getOrDefault(customer, customer);
    }

    List<Operation> pending() {
        return List.copyOf(pending.all());
    }

    @Override
    public boolean post(List<Operation> operations) {
        if (operations.stream().map(operation -> operation.event().id()).anyMatch(pending::contains)) {
            return false;
        }
        operations.forEach(operation -> leaveToOthers(operation.event().id()));
        operations.forEach(this::add);
        return true;
    }

    private void add(Operation operation) {
        var holder = operation.holder();
        var before = account(holder).orElseGet(() -> Account.empty(holder, operation.zone()));
        accounts.put(holder, Optional.of(InTime.after(this, before, operation)));
        pending.add(operation, before);
        operation.decision().draws().stream()
                .filter(Draw::shared)
                .forEach(draw -> budgets.put(draw.key(), budget(draw.key()).plus(draw.used())));
    }

    @Override
    public Optional<Operation> operation(String event) {
        leaveToOthers(event);
        var own = pending.operation(event);
        return own == null ? lookedUp.known.computeIfAbsent(event, ledger::operation) : Optional.of(own);
    }

    @Override
    public Map<String, Operation> operations(Collection<String> events) {
        var found = new HashMap<String, Operation>();
        var others = new ArrayList<String>();
        for (var event : events) {
            if (pending.contains(event) || lookedUp.known.containsKey(event)) {
                operation(event).ifPresent(one -> found.put(event, one));
            } else {
                others.add(event);
            }
        }
        found.putAll(ledger.operations(others));
        return found;
    }

    @Override
    public Map<String, Account> recent(Collection<String> customers) {
        var others = customers.stream().filter(one -> !holders.containsKey(one)).toList();
        know(others, ledger.recent(others));
        return accounts(customers);
    }

    @Override
    public Optional<Account> recent(String customer) {
        if (!holders.containsKey(customer)) {
            know(customer, ledger.recent(customer));
        }
        return account(customer);
    }

    @Override
    public Optional<Account> before(String event) {
        return pending.before(event).or(() -> ledger.before(event));
    }

    @Override
    public List<Operation> reversals(String event) {
        return and(ledger.reversals(event).stream(), pending.reversals(event).stream())
                .toList();
    }

    @Override
    public Optional<String> referrer(String friend) {
        return pending.referrer(friend).or(() -> ledger.referrer(friend));
    }

    @Override
    public Optional<Account> account(String customer) {
        return accounts.getOrDefault(holder(customer), Optional.empty());
    }

    @Override
    public Optional<Account> lent(String customer) {
        return ledger.lent(customer);
    }

    @Override
    public void begin(Collection<Account> known, Map<String, Used> used) {
        ledger.begin(known, used);
    }

    @Override
    public boolean erase(List<Operation> last) {
        return ledger.erase(last);
    }

    /** As it was before any of these was decided. */
    @Override
    public long erasures() {
        return erasures;
    }

    @Override
    public Set<String> erased(Collection<String> events) {
        var found = events.stream().filter(lookedUp.erased::contains).collect(Collectors.toCollection(HashSet::new));
        var others =
                events.stream().filter(event -> !lookedUp.asked.contains(event)).toList();
        if (!others.isEmpty()) {
            found.addAll(ledger.erased(others));
        }
        return found;
    }

    @Override
    public Used budget(String key) {
        if (elsewhere != null) {
            throw new Elsewhere();
        }
        return budgets.computeIfAbsent(key, ledger::budget);
    }

    @Override
    public Used lentBudget(String key) {
        return ledger.lentBudget(key);
    }

    @Override
    public SortedMap<String, BigDecimal> owed(YearMonth month) {
        return ledger.owed(month);
    }

    @Override
    public Stream<Operation> history(String customer) {
        return and(ledger.history(customer), of(customer));
    }

    @Override
    public Stretch since(Account account, Instant at) {
        var own = of(account.customer()).toList();
        var earliest = Stream.concat(
                        Stream.of(at), own.stream().map(one -> one.event().at()))
                .min(Comparator.naturalOrder())
                .orElse(at);
        return ledger.since(account, earliest).and(own);
    }

    @Override
    public Stream<Operation> operations() {
        return and(ledger.operations(), pending.all().stream());
    }

    @Override
    public List<Balance> balances(String customer) {
        var balances = new Balances();
        ledger.balances(customer).forEach(one -> balances.add(one.account(), one.unit(), one.amount()));
        of(customer).flatMap(operation -> operation.entries().stream()).forEach(balances::add);
        return balances.ofCustomers();
    }

    @Override
    public Stream<String> customers() {
        var own = pending.all().stream().map(operation -> operation.event().customer());
        return Stream.concat(ledger.customers(), own).distinct();
    }

    @Override
    public void keep(String hash, Map<String, String> texts) {
        ledger.keep(hash, texts);
    }

    @Override
    public Optional<Map<String, String>> ruleBook(String hash) {
        return ledger.ruleBook(hash);
    }

    @Override
    public List<Operation> outbox(int most) {
        return ledger.outbox(most);
    }

    @Override
    public void acknowledge(Collection<String> events) {
        ledger.acknowledge(events);
    }

    /** What is pending may be posted while it is read, by whoever posts what was decided before. */
    private static Stream<Operation> and(Stream<Operation> posted, Stream<Operation> pending) {
        var seen = new HashSet<String>();
        return Stream.concat(posted, pending)
                .filter(operation -> seen.add(operation.event().id()));
    }

    private Stream<Operation> of(String customer) {
        var holder = holder(customer);
        return pending.all().stream().filter(operation -> operation.holder().equals(holder));
    }
}
