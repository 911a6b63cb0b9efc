package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Event;
import java.math.BigDecimal;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ledger that lives as long as the process: for tests, simulations and the command line. Thread-safe.
 */
public final class InMemoryLedger implements Ledger {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Account> befores = new HashMap<>();
    private final Map<String, List<Operation>> reversals = new HashMap<>();
    private final Map<String, String> referrers = new HashMap<>();

    /** By the customer each event named, under its place among all operations. */
    private final Map<String, SortedMap<Integer, Operation>> histories = new LinkedHashMap<>();

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    /** Into whose account the accounts of others went. */
    private final Map<String, String> into = new HashMap<>();

    private final Map<String, Account> lent = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private final Map<String, Used> budgets = new HashMap<>();
    private final Map<String, Used> lentBudgets = new HashMap<>();
    private final Map<YearMonth, Map<String, BigDecimal>> owed = new HashMap<>();
    private final Map<String, Map<String, String>> ruleBooks = new HashMap<>();
    private final Map<String, Operation> outbox = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Operation> operation(String event) {
        return Optional.ofNullable(operations.get(event));
    }

    @Override
    public synchronized Optional<Account> before(String event) {
        return Optional.ofNullable(befores.get(event));
    }

    @Override
    public synchronized List<Operation> reversals(String event) {
        return List.copyOf(reversals.getOrDefault(event, List.of()));
    }

    @Override
    public synchronized Optional<String> referrer(String friend) {
        return Optional.ofNullable(referrers.get(friend));
    }

    @Override
    public synchronized Optional<Account> account(String customer) {
        return Optional.ofNullable(accounts.get(holder(customer)));
    }

    /** Also where neither has an account of their own: a merge may be the first that is heard of a customer. */
    @Override
    public synchronized boolean share(String customer, String other) {
        return holder(customer).equals(holder(other));
    }

    private String holder(String customer) {
        var holder = customer;
        while (into.containsKey(holder)) {
            holder = into.get(holder);
        }
        return holder;
    }

    @Override
    public synchronized Optional<Account> lent(String customer) {
        return Optional.ofNullable(lent.get(customer));
    }

    @Override
    public synchronized void begin(Collection<Account> known, Map<String, Used> used) {
        if (!operations.isEmpty() || !budgets.isEmpty()) {
            throw Begun.already();
        }
        known.forEach(account -> {
            lent.put(account.customer(), account);
            numbers.put(account.customer(), account.version());
        });
        accounts.putAll(lent);
        budgets.putAll(used);
        lentBudgets.putAll(used);
    }

    @Override
    public synchronized boolean erase(List<Operation> last) {
        if (!post(last)) {
            return false;
        }
        var erasure =
                new Erasure(last.stream().map(one -> one.event().customer()).toList());
        operations.values().stream().filter(erasure::concerns).forEach(operation -> {
            erasure.learn(operation);
            erased.add(Sha256.of(operation.event().id()));
        });
        var left = operations.values().stream().map(erasure::of).toList();
        var lentLeft = lent.values().stream().map(erasure::of).toList();
        var budgetsBefore = Map.copyOf(budgets);
        var waiting = Set.copyOf(outbox.keySet());
        List.of(
                        operations,
                        befores,
                        reversals,
                        referrers,
                        histories,
                        accounts,
                        numbers,
                        into,
                        lent,
                        outbox,
                        budgets,
                        owed)
                .forEach(Map::clear);
        begin(lentLeft, Map.of());
        left.forEach(this::remember);
        outbox.keySet().retainAll(waiting);
        budgets.putAll(budgetsBefore);
        return true;
    }

    @Override
    public synchronized Set<String> erased(Collection<String> events) {
        return events.stream()
                .filter(event -> erased.contains(Sha256.of(event)))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Used budget(String key) {
        return budgets.getOrDefault(key, Used.NOTHING);
    }

    @Override
    public synchronized Used lentBudget(String key) {
        return lentBudgets.getOrDefault(key, Used.NOTHING);
    }

    @Override
    public synchronized Stream<Operation> history(String customer) {
        var all = new TreeMap<Integer, Operation>();
        sharing(customer).forEach(one -> all.putAll(histories.getOrDefault(one, new TreeMap<>())));
        return all.values().stream();
    }

    @Override
    public synchronized Stream<Operation> operations() {
        return List.copyOf(operations.values()).stream();
    }

    /** The customers who share this one's account. */
    private List<String> sharing(String customer) {
        var holder = holder(customer);
        var others = into.keySet().stream().filter(one -> holder(one).equals(holder));
        return Stream.concat(Stream.of(holder), others).toList();
    }

    @Override
    public synchronized List<Balance> balances(String customer) {
        var balances = new Balances();
        history(customer).flatMap(operation -> operation.entries().stream()).forEach(balances::add);
        return balances.ofCustomers();
    }

    @Override
    public synchronized SortedMap<String, BigDecimal> owed(YearMonth month) {
        var partners = new TreeMap<>(owed.getOrDefault(month, Map.of()));
        partners.values().removeIf(amount -> amount.signum() == 0);
        return partners;
    }

    @Override
    public synchronized Stream<String> customers() {
        return histories.keySet().stream().filter(customer -> !into.containsKey(customer)).toList().stream();
    }

    @Override
    public synchronized boolean post(List<Operation> together) {
        if (!Fit.of(this, holder -> numbers.getOrDefault(holder, 0L), together)) {
            return false;
        }
        together.forEach(this::remember);
        return true;
    }

    private void remember(Operation operation) {
        var event = operation.event();
        var holder = operation.holder();
        var before = accounts.getOrDefault(
                holder, Account.empty(holder, operation.zone()).numbered(operation.number() - 1));
        operations.put(event.id(), operation);
        befores.put(event.id(), before);
        numbers.put(holder, operation.number());
        regroup(event);
        if (holder(holder).equals(holder)) {
            accounts.put(holder, InTime.after(this, before, operation.decision()));
        }
        histories.computeIfAbsent(event.customer(), key -> new TreeMap<>()).put(operations.size(), operation);
        operation.decision().friend().ifPresent(friend -> referrers.put(friend, event.customer()));
        operation
                .reverses()
                .ifPresent(earlier -> reversals
                        .computeIfAbsent(earlier, key -> new ArrayList<>())
                        .add(operation));
        operation.decision().draws().stream()
                .filter(Draw::shared)
                .forEach(draw -> budgets.merge(draw.key(), draw.used(), Used::plus));
        PartnerLedger.owed(operation.entries().stream())
                .forEach((partner, amount) -> owed.computeIfAbsent(
                                PartnerLedger.month(operation), key -> new HashMap<>())
                        .merge(partner, amount, BigDecimal::add));
        if (operation.tells()) {
            outbox.put(event.id(), operation);
        }
    }

    private void regroup(Event event) {
        if (event instanceof AccountMerge merge && merge.isCopy()) {
            accounts.remove(merge.other());
        } else if (event instanceof AccountMerge merge) {
            into.put(merge.other(), merge.customer());
        } else if (event instanceof AccountUnmerge unmerge) {
            into.remove(unmerge.other());
        }
    }

    @Override
    public synchronized void keep(String hash, Map<String, String> texts) {
        ruleBooks.put(hash, Map.copyOf(texts));
    }

    @Override
    public synchronized Optional<Map<String, String>> ruleBook(String hash) {
        return Optional.ofNullable(ruleBooks.get(hash));
    }

    @Override
    public synchronized List<Operation> outbox(int most) {
        return outbox.values().stream().limit(most).toList();
    }

    @Override
    public synchronized void acknowledge(Collection<String> events) {
        outbox.keySet().removeAll(events);
    }
}
