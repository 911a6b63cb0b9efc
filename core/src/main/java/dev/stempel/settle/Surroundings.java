package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.offer.Limit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says beyond the customer's own account.
 *
 * @param budgets what is used of a shared budget, by its key
 * @param accounts the account of another customer, by id
 * @param referrers who brought a customer in, by id
 * @param again what is used of a limit or budget besides, for an event that is decided again; absent when it is decided for
 *     the first time: then the customer's account and {@code budgets} say so
 */
public record Surroundings(
        Function<String, Used> budgets,
        Function<String, Account> accounts,
        Function<String, Optional<String>> referrers,
        @Nullable Function<Limit, Used> again) {

    /** What is known when an event is decided for the first time. */
    public Surroundings(
            Function<String, Used> budgets,
            Function<String, Account> accounts,
            Function<String, Optional<String>> referrers) {
        this(budgets, accounts, referrers, null);
    }

    /** The same, for an event that is decided again. */
    public Surroundings again(Function<Limit, Used> used) {
        return new Surroundings(budgets, accounts, referrers, used);
    }
}
