package dev.stempel.books;

import dev.stempel.ledger.Ledger;
import dev.stempel.problem.Problem;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a ledger still says what was decided. Everything that can be derived is derived again, customer by customer, and
 * held against what is stored: entries, balances and accounts from the decisions, limits and budgets from what was drawn.
 *
 * <p>It reads the whole ledger once and holds one customer's account in memory at a time. Nothing should be posted
 * meanwhile: a customer whose account moves on under the audit may be told as one that does not agree. What cannot be read
 * is told with its row, nothing else of that customer, and nothing of budgets and partners, which all customers share.
 *
 * @param customers how many customers there are
 * @param operations how many operations
 * @param entries how many entries
 * @param trialBalance what all accounts hold
 * @param problems everything that does not agree, each with what was expected and what was found; empty when all does
 */
public record Audit(long customers, long operations, long entries, TrialBalance trialBalance, List<Problem> problems) {

    public Audit {
        problems = problems == null ? List.of() : List.copyOf(problems);
    }

    /**
     * Audits a ledger.
     *
     * @param ledger the ledger
     * @param currency the currency of its programme
     * @throws dev.stempel.problem.InvalidInput when the ledger has another: nothing in it would agree
     */
    public static Audit of(Ledger ledger, Currency currency) {
        return new Auditor(ledger, currency).audit();
    }

    /** True when everything agrees. */
    public boolean passed() {
        return problems.isEmpty();
    }

    /** The trial balance, and a line for each problem. */
    public String text() {
        var told = problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
        return trialBalance.text()
                + told
                + String.format(
                        "%d customers, %d operations, %d entries: %s\n",
                        customers, operations, entries, passed() ? "everything agrees" : problems.size() + " problems");
    }
}
