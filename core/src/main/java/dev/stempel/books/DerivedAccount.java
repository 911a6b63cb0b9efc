package dev.stempel.books;

import dev.stempel.account.Account;
import dev.stempel.json.StempelJson;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A customer's account, derived again operation by operation and held against what the ledger keeps of it. Used once. */
final class DerivedAccount {

    private final Ledger ledger;
    private final Findings findings;
    private final Iterator<Account> snapshots;
    private @Nullable Account snapshot;
    private @Nullable Account account;
    private long counted;
    private long number;
    private boolean shared;

    DerivedAccount(Ledger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
        account = ledger.lent(findings.customer()).orElse(null);
        number = account == null ? 0 : account.version();
        snapshots = ledger.snapshots(findings.customer()).iterator();
        compareSnapshots();
    }

    void next(Operation operation) {
        var before = account == null ? Account.empty(findings.customer(), operation.zone()) : account;
        counted++;
        number = operation.holder().equals(findings.customer()) ? operation.number() : number;
        shared |= !operation.event().customer().equals(findings.customer())
                || !operation.holder().equals(findings.customer())
                || operation.decision().regroups();
        account = !shared && before.needsHistory(operation.decision())
                ? inTime(before)
                : before.after(operation.decision());
        compareSnapshots();
    }

    /** While an account is shared, what it was after an operation depends on more than its own. */
    private void compareSnapshots() {
        while (account != null && snapshots.hasNext() && (snapshot == null || snapshot.version() <= number)) {
            if (snapshot != null && snapshot.version() == number && !shared) {
                compare("The account kept after operation " + number + ": its ", snapshot, account);
            }
            snapshot = snapshots.next();
        }
    }

    /** The account as it is stored, held against all decisions; absent when there is none. */
    @Nullable
    Account end() {
        var stored = ledger.account(findings.customer());
        if (account != null && stored.isPresent()) {
            compare("The account's ", stored.get(), shared ? inTime(account) : account);
        } else if (counted == 0) {
            findings.add("There are balances and no operation.", "Maybe the operations were deleted?");
        } else {
            findings.add("There are operations and no account.", "Maybe it was deleted?");
        }
        return stored.orElse(null);
    }

    /** What came late has its place before what happened since, and what others did who share the account counts too. */
    private Account inTime(Account last) {
        var customer = findings.customer();
        try (var history = ledger.history(customer)) {
            var decisions = history.limit(counted).map(Operation::decision).toList();
            var start = ledger.first(customer, last.zone());
            return start.after(decisions).numbered(number);
        }
    }

    private void compare(String what, Account found, Account expected) {
        if (found.equals(expected)) {
            return;
        }
        var one = fields(found);
        var other = fields(expected);
        one.keySet().forEach(field -> other.putIfAbsent(field, ""));
        other.forEach((field, value) -> {
            if (!value.equals(one.getOrDefault(field, ""))) {
                findings.add(
                        what + field + " is " + one.getOrDefault(field, "") + "; its decisions come to " + value + ".",
                        "Maybe a decision or the account was changed, or an operation deleted?");
            }
        });
    }

    private static SortedMap<String, String> fields(Account account) {
        var fields = new TreeMap<String, String>();
        JsonNode json = StempelJson.mapper().valueToTree(account);
        json.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().toString()));
        return fields;
    }
}
