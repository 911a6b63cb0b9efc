package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, List<Operation>> histories = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Account> lent = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private final Map<String, Used> budgets = new HashMap<>();
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
        return Optional.ofNullable(accounts.get(customer));
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
        known.forEach(account -> lent.put(account.customer(), account));
        accounts.putAll(lent);
        budgets.putAll(used);
    }

    @Override
    public synchronized boolean erase(Operation last) {
        if (!post(List.of(last))) {
            return false;
        }
        var customer = last.event().customer();
        var erasure = new Erasure(customer);
        var waiting = Set.copyOf(outbox.keySet());
        var budgetsBefore = Map.copyOf(budgets);
        histories
                .getOrDefault(customer, List.of())
                .forEach(operation -> erased.add(Sha256.of(operation.event().id())));
        var left = operations.values().stream()
                .map(operation -> operation.event().customer().equals(customer)
                        ? erasure.of(operation)
                        : erasure.of(operation, operation.event().customer()))
                .toList();
        List.of(operations, befores, reversals, referrers, histories, accounts, lent, outbox, budgets)
                .forEach(Map::clear);
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
    public synchronized Stream<Operation> history(String customer) {
        return List.copyOf(histories.getOrDefault(customer, List.of())).stream();
    }

    @Override
    public synchronized Stream<Operation> operations() {
        return List.copyOf(operations.values()).stream();
    }

    @Override
    public synchronized List<Balance> balances(String customer) {
        var balances = new Balances();
        history(customer).flatMap(operation -> operation.entries().stream()).forEach(balances::add);
        return balances.of(customer);
    }

    @Override
    public synchronized Stream<String> customers() {
        return List.copyOf(histories.keySet()).stream();
    }

    @Override
    public synchronized boolean post(List<Operation> together) {
        if (!Fit.of(this, together)) {
            return false;
        }
        together.forEach(this::remember);
        return true;
    }

    private void remember(Operation operation) {
        var event = operation.event();
        var customer = event.customer();
        var before = accounts.getOrDefault(customer, Account.empty(customer, operation.zone()));
        operations.put(event.id(), operation);
        befores.put(event.id(), before);
        accounts.put(customer, InTime.after(this, before, operation.decision()));
        histories.computeIfAbsent(customer, key -> new ArrayList<>()).add(operation);
        operation.decision().friend().ifPresent(friend -> referrers.put(friend, customer));
        operation
                .reverses()
                .ifPresent(earlier -> reversals
                        .computeIfAbsent(earlier, key -> new ArrayList<>())
                        .add(operation));
        operation.decision().draws().stream()
                .filter(Draw::shared)
                .forEach(draw -> budgets.merge(draw.key(), draw.used(), Used::plus));
        if (operation.tells()) {
            outbox.put(event.id(), operation);
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
