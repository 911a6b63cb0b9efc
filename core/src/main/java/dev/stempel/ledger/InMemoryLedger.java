package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import dev.stempel.event.Return;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger that lives as long as the process: for tests, simulations and the command line. Thread-safe.
 */
public final class InMemoryLedger implements Ledger {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, List<Operation>> returns = new HashMap<>();
    private final Map<String, String> referrers = new HashMap<>();
    private final Map<String, List<Operation>> histories = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Used> budgets = new HashMap<>();

    @Override
    public synchronized Optional<Operation> operation(String event) {
        return Optional.ofNullable(operations.get(event));
    }

    @Override
    public synchronized List<Operation> returnsOf(String purchase) {
        return List.copyOf(returns.getOrDefault(purchase, List.of()));
    }

    @Override
    public synchronized Optional<String> referrer(String friend) {
        return Optional.ofNullable(referrers.get(friend));
    }

    @Override
    public synchronized List<Operation> history(String customer) {
        return List.copyOf(histories.getOrDefault(customer, List.of()));
    }

    @Override
    public synchronized Optional<Account> account(String customer) {
        return Optional.ofNullable(accounts.get(customer));
    }

    @Override
    public synchronized List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    @Override
    public synchronized Used budget(String key) {
        return budgets.getOrDefault(key, Used.NOTHING);
    }

    @Override
    public synchronized boolean post(Operation operation) {
        var customer = operation.event().customer();
        var account = accounts.get(customer);
        long version = account == null ? 0 : account.version();
        if (operations.containsKey(operation.event().id())
                || operation.before().version() != version
                || operation.decision().friend().filter(referrers::containsKey).isPresent()
                || operation.decision().draws().stream().anyMatch(this::exceeds)) {
            return false;
        }
        operations.put(operation.event().id(), operation);
        histories.computeIfAbsent(customer, key -> new ArrayList<>()).add(operation);
        accounts.put(customer, operation.after());
        operation.decision().friend().ifPresent(friend -> referrers.put(friend, customer));
        if (operation.event() instanceof Return event) {
            returns.computeIfAbsent(event.purchase(), key -> new ArrayList<>()).add(operation);
        }
        for (var draw : operation.decision().draws()) {
            if (draw.shared()) {
                budgets.merge(draw.key(), draw.used(), Used::plus);
            }
        }
        return true;
    }

    private boolean exceeds(Draw draw) {
        var cap = draw.cap();
        if (!draw.shared() || cap == null) {
            return false;
        }
        var after = budgets.getOrDefault(draw.key(), Used.NOTHING).plus(draw.used());
        boolean counted = cap.times() != Long.MAX_VALUE;
        return counted ? after.times() > cap.times() : after.amount().compareTo(cap.amount()) > 0;
    }
}
