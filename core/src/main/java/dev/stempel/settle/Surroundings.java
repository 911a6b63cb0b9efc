package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the ledger says beyond the customer's own account.
 *
 * @param budgets what is used of a shared budget, by its key
 * @param accounts the account of another customer, by id
 * @param referrers who brought a customer in, by id
 */
public record Surroundings(
        Function<String, Used> budgets,
        Function<String, Account> accounts,
        Function<String, Optional<String>> referrers) {

    /** The same, with other budgets. */
    public Surroundings withBudgets(Function<String, Used> other) {
        return new Surroundings(other, accounts, referrers);
    }
}
