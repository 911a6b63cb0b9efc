package dev.stempel.books;

import dev.stempel.ledger.Entry;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.Problem;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Derives one customer again, operation by operation, and holds it against what is stored. Used once. */
final class CustomerAudit {

    private final Ledger ledger;
    private final Currency currency;
    private final String customer;
    private final Findings findings;
    private final DerivedAccount account;
    private final CustomerBooks books;
    private final Map<String, Long> numbers = new HashMap<>();
    private final boolean due;
    private boolean shared;

    /**
     * Before the first operation.
     *
     * @param due whether the ledger lists the customer among those for whom something is due
     */
    CustomerAudit(Ledger ledger, Currency currency, String customer, boolean due, List<Problem> problems) {
        this.ledger = ledger;
        this.currency = currency;
        this.customer = customer;
        this.due = due;
        findings = new Findings(customer, problems);
        account = new DerivedAccount(ledger, findings);
        books = new CustomerBooks(ledger, currency, findings);
        ledger.lent(customer).ifPresent(lent -> numbers.put(customer, lent.version()));
    }

    void next(Operation operation) {
        var event = operation.event().id();
        isNext(operation);
        isOnItsDay(operation);
        isFound(operation);
        isBooked(operation);
        operation.decision().friend().ifPresent(this::isReferrerOf);
        operation.reverses().ifPresent(earlier -> isReversed(earlier, event));
        account.next(operation);
        books.next(operation);
    }

    /** Of an account that was shared for a while, some operations are in the other customer's history. */
    private void isNext(Operation operation) {
        long expected = numbers.getOrDefault(operation.holder(), 0L) + 1;
        if (shared ? operation.number() < expected : operation.number() != expected) {
            findings.add(
                    "Operation " + expected + " is expected; found is " + operation.number() + ", event "
                            + operation.event().id() + ".",
                    "Maybe an operation was deleted?");
        }
        numbers.put(operation.holder(), operation.number());
        shared |= operation.decision().regroups();
    }

    /** A return is decided for the day of the purchase, nothing else for a later one, give or take what zones differ in. */
    private void isOnItsDay(Operation operation) {
        var at = operation.event().at();
        var day = operation.decision().day();
        if (day.isAfter(LocalDate.ofInstant(at, operation.zone()).plusDays(1)) && !isDayOfUndone(day, operation)) {
            findings.add(
                    "Event " + operation.event().id() + " was at " + at + "; it was decided for " + day + ".",
                    "Maybe a decision was changed?");
        }
    }

    private boolean isDayOfUndone(LocalDate day, Operation operation) {
        return operation
                .reverses()
                .flatMap(ledger::operation)
                .filter(undone -> undone.decision().day().equals(day))
                .isPresent();
    }

    void end() {
        var stored = account.end();
        books.end(stored);
        if (stored != null && !stored.dueActions().isEmpty() && !due) {
            findings.add(
                    "Something is due, and the ledger does not list the customer among those of whom that is so: "
                            + stored.dueActions() + ".",
                    "Maybe a row was deleted?");
        }
    }

    private void isFound(Operation operation) {
        var event = operation.event().id();
        var found = ledger.operation(event);
        if (found.isEmpty() || found.get().number() != operation.number() || !ofCustomer(found.get())) {
            findings.add(
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
                findings.add(
                        "Entry " + (i + 1) + " of event " + operation.event().id() + " is " + other + "; expected is "
                                + one + ".",
                        "Maybe an entry was changed or deleted?");
            }
        }
    }

    private static String told(Entry entry) {
        return "line " + entry.number() + ", "
                + entry.amount().stripTrailingZeros().toPlainString() + " " + entry.unit() + " from " + entry.from()
                + " to " + entry.to() + " by " + entry.offer();
    }

    private void isReferrerOf(String friend) {
        var found = ledger.referrer(friend).orElse("nobody");
        if (!ledger.share(found, customer)) {
            findings.add(
                    "The customer brought in " + friend + "; the ledger has " + found + " for it.",
                    "Maybe a referral was changed?");
        }
    }

    private void isReversed(String earlier, String event) {
        if (ledger.reversals(earlier).stream().noneMatch(one -> one.event().id().equals(event))) {
            findings.add(
                    "Event " + event + " undoes something of " + earlier + "; it is not found there.",
                    "Maybe an index is damaged?");
        }
    }
}
