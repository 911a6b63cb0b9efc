package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import java.util.Currency;
import java.util.List;

/**
 * An event as the ledger remembers it: what was decided, and everything needed to decide it again, so that a return is
 * judged as on the day of purchase.
 *
 * @param decision the event and what followed from it
 * @param customer what was known of the customer
 * @param facts facts of the embedding application that were given with it
 * @param ruleBook the content hash of the rule book that decided it
 * @param before the account before it
 * @param entries its entries in the books
 */
public record Operation(
        Decision decision,
        Customer customer,
        List<Object> facts,
        String ruleBook,
        Account before,
        List<Entry> entries) {

    public Operation {
        facts = facts == null ? List.of() : List.copyOf(facts);
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** A decision with its entries in a currency. */
    public static Operation of(
            Decision decision,
            Customer customer,
            List<Object> facts,
            String ruleBook,
            Account before,
            Currency currency) {
        return new Operation(decision, customer, facts, ruleBook, before, Entries.of(decision, currency));
    }

    /** What happened. */
    public Event event() {
        return decision.event();
    }

    /** The account after it. */
    public Account after() {
        return before.after(decision);
    }
}
