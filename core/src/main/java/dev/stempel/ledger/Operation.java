package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Decided;
import dev.stempel.account.Decision;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.reward.Reward;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as the ledger remembers it: what was decided, and what is needed to decide it again, so that a return is judged
 * as on the day of purchase. The account before it is not part of it, as accounts grow: {@link Ledger#before} derives it.
 *
 * @param decision the event and what followed from it
 * @param customer what was known of the customer
 * @param facts facts of the embedding application that were given with it
 * @param ruleBook the content hash of the rule book that decided it
 * @param holder whose account it counted for when it was posted: the customer's, or the one that account was merged into
 * @param number its place among the operations on that account, counted from 1: the ledger has each number once, so that
 *     nothing is posted on an account that moved on
 * @param zone the zone in which the customer's account is seen
 * @param entries its entries in the books
 * @param elsewhere the account it was decided on, when that was at a till that was cut off; absent otherwise
 * @param decided what was decided, with the account it leaves, for a ledger that takes it on; it is not stored, and absent
 *     where the operation was read
 * @param erasures how often somebody had been erased when it began to be decided, as it may name whoever was erased since;
 *     it is not stored, and absent where the operation was read
 */
public record Operation(
        Decision decision,
        Customer customer,
        List<GivenFact> facts,
        String ruleBook,
        String holder,
        long number,
        ZoneId zone,
        List<Entry> entries,
        @Nullable Account elsewhere,
        @Nullable Decided decided,
        @Nullable Long erasures) {

    public Operation {
        facts = facts == null ? List.of() : List.copyOf(facts);
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** What was decided on an account, with its entries in a currency. */
    public static Operation of(
            Decided decided, Customer customer, List<GivenFact> facts, String ruleBook, Currency currency) {
        var before = decided.before();
        return new Operation(
                decided.decision(),
                customer,
                facts,
                ruleBook,
                before.customer(),
                before.version() + 1,
                before.zone(),
                Entries.of(decided.decision(), currency),
                null,
                decided,
                null);
    }

    /**
     * The same operation, taken over from a till that was cut off.
     *
     * @param taken the decision as it is posted here, on the customer's account here
     * @param there the account it was decided on there
     */
    public Operation takenOver(Decided taken, Account there) {
        var here = taken.before();
        return new Operation(
                taken.decision(),
                customer,
                facts,
                ruleBook,
                here.customer(),
                here.version() + 1,
                zone,
                entries,
                there,
                taken,
                null);
    }

    /** The same operation, which began to be decided when somebody had been erased so often. */
    public Operation begunAt(long erased) {
        return new Operation(
                decision, customer, facts, ruleBook, holder, number, zone, entries, elsewhere, decided, erased);
    }

    /**
     * The account after it, where it is on time: worked out already where it was decided on the account that the ledger has.
     */
    public Account after(Account before) {
        return decided != null && decided.before().equals(before) ? decided.after() : before.after(decision);
    }

    /** The same operation as it is read from a ledger: without the accounts it was decided on. */
    public Operation stored() {
        return new Operation(decision, customer, facts, ruleBook, holder, number, zone, entries, elsewhere, null, null);
    }

    /** What happened. */
    public Event event() {
        return decision.event();
    }

    /** The reward that each entry books, in the entries' order. */
    public List<Reward> causes() {
        return Entries.causes(decision);
    }

    /** The entries as the decision makes them, to hold those that are stored against them. */
    public List<Entry> booked(Currency currency) {
        return Entries.of(decision, currency);
    }

    /** The earlier event of which it undoes something; empty when it undoes nothing. */
    public Optional<String> reverses() {
        return decision.reverses();
    }

    /** True when there is something to tell: a reward or a refusal. */
    public boolean tells() {
        return !decision.outcome().rewards().isEmpty()
                || !decision.outcome().refused().isEmpty();
    }
}
