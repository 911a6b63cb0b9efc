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
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Optional<Operation>> known = new ConcurrentHashMap<>();
    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, Optional<Account>> accounts = new ConcurrentHashMap<>();
    private final Map<String, Used> budgets = new ConcurrentHashMap<>();
    private final Set<String> erased = new HashSet<>();
    private final Map<String, Account> befores = new HashMap<>();
    private final Map<String, Operation> pending = new LinkedHashMap<>();

    /** The events and customers that another part of the same events is about; absent where this is no part. */
    private @Nullable Set<String> elsewhere;

    /** A part of some events is not decided alone: it asked for what another part may change. */
    static final class Elsewhere extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Elsewhere() {
            super("Another part may change it.", null, false, false);
        }
    }

    private PendingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A ledger on which these events will be decided, all of them likely new; what it takes is read at once. */
    static PendingLedger ofNew(Ledger ledger, List<? extends Event> events) {
        var pending = new PendingLedger(ledger);
        var customers = customers(events);
        events.forEach(event -> pending.asked.add(event.id()));
        pending.know(customers, ledger.recent(customers));
        if (!pending.areLater(events)) {
            pending.lookUp(events);
        }
        return pending;
    }

    /** A ledger on which these events will be decided, whatever others posted; what it takes is read at once. */
    static PendingLedger of(Ledger ledger, List<? extends Event> events) {
        var pending = new PendingLedger(ledger);
        var customers = customers(events);
        events.forEach(event -> pending.asked.add(event.id()));
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
     */
    PendingLedger part(List<? extends Event> events, Predicate<Event> own) {
        var part = new PendingLedger(ledger);
        var others = new HashSet<String>();
        for (var event : events) {
            if (own.test(event)) {
                part.holders.put(event.customer(), holder(event.customer()));
                part.accounts.put(holder(event.customer()), account(event.customer()));
            } else {
                others.add(event.id());
                others.add(event.customer());
                others.add(holder(event.customer()));
            }
        }
        part.asked.addAll(asked);
        part.known.putAll(known);
        part.erased.addAll(erased);
        part.elsewhere = others;
        return part;
    }

    /** Takes over what is pending on the parts, in the order of the events. */
    void take(List<PendingLedger> parts, List<? extends Event> events) {
        var all = new HashMap<String, Operation>();
        for (var part : parts) {
            all.putAll(part.pending);
            holders.putAll(part.holders);
            accounts.putAll(part.accounts);
            befores.putAll(part.befores);
        }
        for (var event : events) {
            var operation = all.get(event.id());
            if (operation != null) {
                pending.put(event.id(), operation);
            }
        }
    }

    private void leaveToOthers(String what) {
        if (elsewhere != null && elsewhere.contains(what)) {
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
        ids.forEach(id -> known.put(id, Optional.ofNullable(operations.get(id))));
        erased.addAll(ledger.erased(ids));
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
        return List.copyOf(pending.values());
    }

    @Override
    public boolean post(List<Operation> operations) {
        if (operations.stream().map(operation -> operation.event().id()).anyMatch(pending::containsKey)) {
            return false;
        }
        operations.forEach(operation -> leaveToOthers(operation.event().id()));
        operations.forEach(this::add);
        return true;
    }

    private void add(Operation operation) {
        var event = operation.event();
        var holder = operation.holder();
        var before = account(holder).orElseGet(() -> Account.empty(holder, operation.zone()));
        accounts.put(holder, Optional.of(InTime.after(this, before, operation)));
        pending.put(event.id(), operation);
        befores.put(event.id(), before);
        operation.decision().draws().stream()
                .filter(Draw::shared)
                .forEach(draw -> budgets.put(draw.key(), budget(draw.key()).plus(draw.used())));
    }

    @Override
    public Optional<Operation> operation(String event) {
        leaveToOthers(event);
        var own = pending.get(event);
        return own == null ? known.computeIfAbsent(event, ledger::operation) : Optional.of(own);
    }

    @Override
    public Map<String, Operation> operations(Collection<String> events) {
        var found = new HashMap<String, Operation>();
        var others = new ArrayList<String>();
        for (var event : events) {
            if (pending.containsKey(event) || known.containsKey(event)) {
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
    public Optional<Account> before(String event) {
        var own = befores.get(event);
        return own == null ? ledger.before(event) : Optional.of(own);
    }

    @Override
    public List<Operation> reversals(String event) {
        var own = pending.values().stream()
                .filter(operation -> operation.reverses().filter(event::equals).isPresent());
        return and(ledger.reversals(event).stream(), own).toList();
    }

    @Override
    public Optional<String> referrer(String friend) {
        return pending.values().stream()
                .filter(operation ->
                        operation.decision().friend().filter(friend::equals).isPresent())
                .map(operation -> operation.event().customer())
                .findFirst()
                .or(() -> ledger.referrer(friend));
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

    @Override
    public Set<String> erased(Collection<String> events) {
        var found = events.stream().filter(erased::contains).collect(Collectors.toCollection(HashSet::new));
        var others = events.stream().filter(event -> !asked.contains(event)).toList();
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
    public Stream<Operation> operations() {
        return and(ledger.operations(), pending.values().stream());
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
        var own = pending.values().stream().map(operation -> operation.event().customer());
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
        return pending.values().stream().filter(operation -> operation.holder().equals(holder));
    }
}
