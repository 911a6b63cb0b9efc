package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.ledger.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Operations that were decided and are not posted yet, in their order, and by what is asked for. Others may read them once
 * nobody adds any.
 */
final class Unposted {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Account> befores = new HashMap<>();
    private final Map<String, List<Operation>> reversals = new HashMap<>();

    void add(Operation operation, Account before) {
        var event = operation.event().id();
        operations.put(event, operation);
        befores.put(event, before);
        operation
                .reverses()
                .ifPresent(earlier -> reversals
                        .computeIfAbsent(earlier, key -> new ArrayList<>())
                        .add(operation));
    }

    /** Adds an event of others, where they have it and these have not. */
    void add(String event, Unposted others) {
        var operation = others.operations.get(event);
        var before = others.befores.get(event);
        if (operation != null && before != null && !contains(event)) {
            add(operation, before);
        }
    }

    boolean contains(String event) {
        return operations.containsKey(event);
    }

    @Nullable
    Operation operation(String event) {
        return operations.get(event);
    }

    Optional<Account> before(String event) {
        return Optional.ofNullable(befores.get(event));
    }

    List<Operation> reversals(String event) {
        return reversals.getOrDefault(event, List.of());
    }

    /** Who brought this customer in. */
    Optional<String> referrer(String friend) {
        return operations.values().stream()
                .filter(operation ->
                        operation.decision().friend().filter(friend::equals).isPresent())
                .map(operation -> operation.event().customer())
                .findFirst();
    }

    /** All of them in their order. */
    Collection<Operation> all() {
        return operations.values();
    }
}
