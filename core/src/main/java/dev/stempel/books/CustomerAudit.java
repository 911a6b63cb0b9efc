package dev.stempel.books;

import dev.stempel.account.Account;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Balance;
import dev.stempel.ledger.Balances;
import dev.stempel.ledger.Entry;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Derives one customer again, operation by operation, and holds it against what is stored. Used once. */
final class CustomerAudit {

    private final Ledger ledger;
    private final Currency currency;
    private final String customer;
    private final List<Problem> problems;
    private final Balances balances = new Balances();
    private @Nullable Account account;
    private final Map<String, Long> numbers = new HashMap<>();
    private boolean shared;
    private boolean anew;

    CustomerAudit(Ledger ledger, Currency currency, String customer, List<Problem> problems) {
        this.ledger = ledger;
        this.currency = currency;
        this.customer = customer;
        this.problems = problems;
    }

    void next(Operation operation) {
        var event = operation.event().id();
        isNext(operation);
        isFound(operation);
        isBooked(operation);
        operation.decision().friend().ifPresent(this::isReferrerOf);
        operation.reverses().ifPresent(earlier -> isReversed(earlier, event));
        var before = account == null ? Account.empty(customer, operation.zone()) : account;
        anew |= before.needsHistory(operation.decision());
        account = before.after(operation.decision());
        operation.entries().forEach(balances::add);
    }

    /** Of an account that was shared for a while, some operations are in the other customer's history. */
    private void isNext(Operation operation) {
        long expected = numbers.getOrDefault(operation.holder(), 0L) + 1;
        if (shared ? operation.number() < expected : operation.number() != expected) {
            problem(
                    "Operation " + expected + " is expected; found is " + operation.number() + ", event "
                            + operation.event().id() + ".",
                    "Maybe an operation was deleted?");
        }
        numbers.put(operation.holder(), operation.number());
        shared |= operation.decision().regroups();
    }

    void end() {
        var stored = ledger.balances(customer);
        balances.ofCustomers().forEach(expected -> compare(expected, stored));
        stored.forEach(found -> isKnown(found));
        compareAccounts();
    }

    private void compareAccounts() {
        var stored = ledger.account(customer);
        if (account != null && stored.isPresent()) {
            compare(
                    StempelJson.mapper().valueToTree(stored.get()),
                    StempelJson.mapper().valueToTree(anew ? inTime(account) : account));
        } else if (numbers.isEmpty()) {
            problem("There are balances and no operation.", "Maybe the operations were deleted?");
        } else {
            problem("There are operations and no account.", "Maybe it was deleted?");
        }
    }

    private Account inTime(Account last) {
        try (var history = ledger.history(customer)) {
            var decisions = history.map(Operation::decision).toList();
            return Account.empty(customer, last.zone()).after(decisions).numbered(numbers.getOrDefault(customer, 0L));
        }
    }

    private void isFound(Operation operation) {
        var event = operation.event().id();
        var found = ledger.operation(event);
        if (found.isEmpty() || found.get().number() != operation.number() || !ofCustomer(found.get())) {
            problem(
                    "Event " + event + " is operation " + operation.number() + "; by its id "
                            + found.map(other -> "operation " + other.number() + " of "
                                            + other.event().customer())
                                    .orElse("nothing")
                            + " is found.",
                    "Maybe an event is there twice?");
        }
    }

    private boolean ofCustomer(Operation operation) {
        return ledger.share(operation.event().customer(), customer);
    }

    private void isBooked(Operation operation) {
        var expected = operation.booked(currency);
        var found = operation.entries();
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            var one = i < expected.size() ? told(expected.get(i)) : "none";
            var other = i < found.size() ? told(found.get(i)) : "none";
            if (!one.equals(other)) {
                problem(
                        "Entry " + (i + 1) + " of event " + operation.event().id() + " is " + other + "; expected is "
                                + one + ".",
                        "Maybe an entry was changed or deleted?");
            }
        }
    }

    private static String told(Entry entry) {
        return entry.amount().stripTrailingZeros().toPlainString() + " " + entry.unit() + " from " + entry.from()
                + " to " + entry.to() + " by " + entry.offer();
    }

    private void isReferrerOf(String friend) {
        var found = ledger.referrer(friend).orElse("nobody");
        if (!ledger.share(found, customer)) {
            problem(
                    "The customer brought in " + friend + "; the ledger has " + found + " for it.",
                    "Maybe a referral was changed?");
        }
    }

    private void isReversed(String earlier, String event) {
        if (ledger.reversals(earlier).stream().noneMatch(one -> one.event().id().equals(event))) {
            problem(
                    "Event " + event + " undoes something of " + earlier + "; it is not found there.",
                    "Maybe an index is damaged?");
        }
    }

    private void compare(Balance expected, List<Balance> stored) {
        var found = stored.stream()
                .filter(one ->
                        one.account().equals(expected.account()) && one.unit().equals(expected.unit()))
                .map(Balance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        compare(expected, found, expected.amount());
    }

    private void isKnown(Balance found) {
        if (balances.ofCustomers().stream()
                .noneMatch(one ->
                        one.account().equals(found.account()) && one.unit().equals(found.unit()))) {
            compare(found, found.amount(), BigDecimal.ZERO);
        }
    }

    private void compare(Balance balance, BigDecimal found, BigDecimal expected) {
        if (found.compareTo(expected) != 0) {
            problem(
                    "The balance of " + balance.account() + " in " + balance.unit() + " is " + found.toPlainString()
                            + "; its entries come to " + expected.toPlainString() + ".",
                    "Maybe a balance or an entry was changed?");
        }
    }

    private void compare(JsonNode found, JsonNode expected) {
        var fields = new TreeMap<String, JsonNode>();
        found.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        expected.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        for (var field : fields.keySet()) {
            var one = found.path(field).toString();
            var other = expected.path(field).toString();
            if (!one.equals(other)) {
                problem(
                        "The account's " + field + " is " + one + "; its decisions come to " + other + ".",
                        "Maybe a decision or the account was changed, or an operation deleted?");
            }
        }
    }

    private void problem(String message, String hint) {
        problems.add(Problem.in("customer " + customer, message, hint));
    }
}
