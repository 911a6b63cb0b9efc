package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.policy.Basis;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that lives as long as the process: for tests, simulations and the command line. Thread-safe.
 */
public final class InMemoryLedger implements Ledger {

    private final Set<String> erased = new HashSet<>();
    private long erasures;
    private final Map<String, Map<String, String>> ruleBooks = new HashMap<>();
    private @Nullable Basis basis;
    private Remembered remembered = new Remembered(this, List.of(), Map.of());

    @Override
    public synchronized Optional<Basis> basis() {
        return Optional.ofNullable(basis);
    }

    @Override
    public synchronized void keep(Basis first) {
        basis = basis == null ? first : basis;
    }

    @Override
    public synchronized Optional<Operation> operation(String event) {
        return Optional.ofNullable(remembered.operations().get(event));
    }

    @Override
    public synchronized Optional<Account> before(String event) {
        return remembered.before(event);
    }

    @Override
    public synchronized List<Operation> reversals(String event) {
        return remembered.reversals(event);
    }

    @Override
    public synchronized Optional<String> referrer(String friend) {
        return remembered.referrer(friend);
    }

    @Override
    public synchronized Optional<Account> account(String customer) {
        return remembered.account(customer);
    }

    @Override
    public Optional<Account> recent(String customer) {
        return account(customer);
    }

    /** Also where neither has an account of their own: a merge may be the first that is heard of a customer. */
    @Override
    public synchronized boolean share(String customer, String other) {
        return remembered.holder(customer).equals(remembered.holder(other));
    }

    @Override
    public synchronized Optional<Account> lent(String customer) {
        return Optional.ofNullable(remembered.lent().get(customer));
    }

    @Override
    public synchronized void begin(Collection<Account> known, Map<String, Used> used) {
        if (remembered.hasBegun()) {
            throw Begun.already();
        }
        remembered = new Remembered(this, known, used);
    }

    @Override
    public synchronized boolean erase(List<Operation> last) {
        if (!post(last)) {
            return false;
        }
        var before = remembered;
        var customers = last.stream().map(one -> one.event().customer()).toList();
        var erasure = new Erasure(customers);
        before.operations().values().stream().filter(erasure::concerns).forEach(operation -> {
            erasure.learn(operation);
            erased.add(Sha256.of(operation.event().id()));
        });
        remembered = new Remembered(
                this, before.lent().values().stream().map(erasure::of).toList(), before.lentBudgets());
        before.operations().values().forEach(operation -> {
            var left = erasure.of(operation);
            remembered.add(left);
            if (erasure.concerns(operation)
                    || !before.outbox().containsKey(operation.event().id())) {
                remembered.outbox().remove(left.event().id());
            }
        });
        erasures++;
        return true;
    }

    @Override
    public synchronized long erasures() {
        return erasures;
    }

    @Override
    public synchronized Set<String> erased(Collection<String> events) {
        return events.stream()
                .filter(event -> erased.contains(Sha256.of(event)))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Used budget(String key) {
        return remembered.budgets().getOrDefault(key, Used.NOTHING);
    }

    @Override
    public synchronized Set<String> budgets() {
        return Set.copyOf(remembered.budgets().keySet());
    }

    @Override
    public synchronized Used lentBudget(String key) {
        return remembered.lentBudgets().getOrDefault(key, Used.NOTHING);
    }

    @Override
    public synchronized Stream<Operation> history(String customer) {
        return remembered.history(customer);
    }

    @Override
    public synchronized Stretch since(Account account, Instant at) {
        return remembered.since(account.customer(), at).orElseGet(() -> Ledger.super.since(account, at));
    }

    @Override
    public synchronized Stream<Operation> operations() {
        return List.copyOf(remembered.operations().values()).stream();
    }

    @Override
    public synchronized List<Balance> balances(String customer) {
        var balances = new Balances();
        history(customer).flatMap(operation -> operation.entries().stream()).forEach(balances::add);
        return balances.ofCustomers();
    }

    @Override
    public synchronized SortedMap<String, BigDecimal> owed(YearMonth month) {
        return remembered.partners().owed(month);
    }

    @Override
    public synchronized Stream<String> customers() {
        return remembered.customers().stream();
    }

    @Override
    public synchronized Stream<String> customersWithDueActions() {
        return remembered.customersWithDueActions().stream();
    }

    @Override
    public synchronized boolean post(List<Operation> together) {
        if (!Fit.of(this, remembered::number, together)) {
            return false;
        }
        together.forEach(remembered::add);
        return true;
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
        return remembered.outbox().values().stream().limit(Math.max(0, most)).toList();
    }

    @Override
    public synchronized void acknowledge(Collection<String> events) {
        remembered.outbox().keySet().removeAll(events);
    }
}
