package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.account.Draw;
import dev.stempel.account.Merges;
import dev.stempel.account.Used;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.Event;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a ledger in memory has of its operations: they themselves, and all that follows from them, kept by what is asked for.
 * Not thread-safe.
 */
final class Remembered {

    private final Ledger ledger;
    private final Map<String, Account> lent = new HashMap<>();
    private final Map<String, Used> lentBudgets;

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Account> befores = new HashMap<>();
    private final Map<String, List<Operation>> reversals = new HashMap<>();
    private final Map<String, String> referrers = new HashMap<>();

    /** By the customer each event named, under its place among all operations. */
    private final Map<String, NavigableMap<Integer, Operation>> histories = new LinkedHashMap<>();

    private final Map<String, Account> accounts = new HashMap<>();
    private final Set<String> due = new LinkedHashSet<>();
    private final Map<String, Long> numbers = new HashMap<>();

    private final Merges merges = new Merges();

    private final Map<String, Used> budgets;
    private final PartnerLedger partners = new PartnerLedger();
    private final Map<String, Operation> outbox = new LinkedHashMap<>();

    /**
     * No operations yet.
     *
     * @param ledger the ledger that remembers this
     * @param lent accounts it begins with
     * @param budgets what counts as used of shared budgets when it begins
     */
    Remembered(Ledger ledger, Collection<Account> lent, Map<String, Used> budgets) {
        this.ledger = ledger;
        lentBudgets = Map.copyOf(budgets);
        this.budgets = new HashMap<>(budgets);
        lent.forEach(account -> {
            this.lent.put(account.customer(), account);
            take(account);
            numbers.put(account.customer(), account.version());
        });
    }

    boolean hasBegun() {
        return !operations.isEmpty() || !budgets.isEmpty();
    }

    void add(Operation posted) {
        var operation = posted.stored();
        var event = operation.event();
        var holder = operation.holder();
        var before = accounts.getOrDefault(
                holder, Account.empty(holder, operation.zone()).numbered(operation.number() - 1));
        operations.put(event.id(), operation);
        befores.put(event.id(), before);
        numbers.put(holder, operation.number());
        regroup(event);
        if (holder(holder).equals(holder)) {
            take(InTime.after(ledger, before, posted));
        }
        histories.computeIfAbsent(event.customer(), key -> new TreeMap<>()).put(operations.size(), operation);
        index(operation);
    }

    /** What is asked for by something else than the customer. */
    private void index(Operation operation) {
        var event = operation.event();
        operation.decision().friend().ifPresent(friend -> referrers.put(friend, event.customer()));
        operation
                .reverses()
                .ifPresent(earlier -> reversals
                        .computeIfAbsent(earlier, key -> new ArrayList<>())
                        .add(operation));
        operation.decision().draws().stream()
                .filter(Draw::shared)
                .forEach(draw -> budgets.merge(draw.key(), draw.used(), Used::plus));
        partners.add(operation);
        if (operation.tells()) {
            outbox.put(event.id(), operation);
        }
    }

    private void take(Account account) {
        accounts.put(account.customer(), account);
        if (account.dueActions().isEmpty()) {
            due.remove(account.customer());
        } else {
            due.add(account.customer());
        }
    }

    private void regroup(Event event) {
        if (event instanceof AccountMerge merge && merge.isCopy()) {
            accounts.remove(merge.other());
        }
        merges.add(event);
    }

    /** Whose account a customer's events count for. */
    String holder(String customer) {
        return merges.holder(customer);
    }

    /** The number of the last operation on a customer's own account. */
    long number(String customer) {
        return numbers.getOrDefault(customer, 0L);
    }

    Optional<Account> account(String customer) {
        return Optional.ofNullable(accounts.get(holder(customer)));
    }

    Map<String, Account> lent() {
        return lent;
    }

    Map<String, Used> lentBudgets() {
        return lentBudgets;
    }

    Map<String, Operation> operations() {
        return operations;
    }

    Optional<Account> before(String event) {
        return Optional.ofNullable(befores.get(event));
    }

    List<Operation> reversals(String event) {
        return List.copyOf(reversals.getOrDefault(event, List.of()));
    }

    Optional<String> referrer(String friend) {
        return Optional.ofNullable(referrers.get(friend));
    }

    Stream<Operation> history(String customer) {
        var all = new TreeMap<Integer, Operation>();
        merges.sharing(customer).forEach(one -> all.putAll(histories.getOrDefault(one, new TreeMap<>())));
        return all.values().stream();
    }

    /**
     * The end of a customer's history, as short as it can be; empty when it takes all of it, as when accounts of others came
     * or went.
     */
    Optional<Stretch> since(String customer, Instant at) {
        var decisions = new ArrayDeque<Decision>();
        var earliest = at;
        var own = merges.sharing(customer).size() == 1 ? histories.get(customer) : null;
        for (var operation :
                own == null ? List.<Operation>of() : own.descendingMap().values()) {
            var event = operation.event();
            var before = befores.get(event.id());
            if (before == null || Merges.regroups(event)) {
                return Optional.empty();
            }
            decisions.addFirst(operation.decision());
            earliest = event.at().isBefore(earliest) ? event.at() : earliest;
            if (!earliest.isBefore(before.at())) {
                return Optional.of(new Stretch(before, List.copyOf(decisions)));
            }
        }
        return Optional.empty();
    }

    List<String> customers() {
        return holders(histories.keySet());
    }

    List<String> customersWithDueActions() {
        return holders(due);
    }

    private List<String> holders(Collection<String> customers) {
        return customers.stream().filter(merges::isHolder).toList();
    }

    Map<String, Used> budgets() {
        return budgets;
    }

    PartnerLedger partners() {
        return partners;
    }

    Map<String, Operation> outbox() {
        return outbox;
    }
}
