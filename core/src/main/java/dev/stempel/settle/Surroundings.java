package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says beyond the customer's own account.
 *
 * @param budgets what is used of a shared budget, by its key
 * @param accounts the account of another customer, by id
 * @param referrers who brought a customer in, by id
 * @param drawn what the event drew of limits and budgets, by their keys, when it is decided again: it never draws more;
 *     absent when it is decided for the first time
 */
public record Surroundings(
        Function<String, Used> budgets,
        Function<String, Account> accounts,
        Function<String, Optional<String>> referrers,
        @Nullable Map<String, Used> drawn) {

    /** What is known when an event is decided for the first time. */
    public Surroundings(
            Function<String, Used> budgets,
            Function<String, Account> accounts,
            Function<String, Optional<String>> referrers) {
        this(budgets, accounts, referrers, null);
    }

    /** The same, with the budgets that a decision saw. */
    public Surroundings seenBy(Decision decision) {
        var seen = decision.budgets();
        return new Surroundings(key -> seen.getOrDefault(key, Used.NOTHING), accounts, referrers);
    }

    /** The same, for an event of which less is left: what it did not draw then, others may have drawn since. */
    public Surroundings drawingNoMoreThan(Decision decision) {
        var drawn = decision.draws().stream().collect(Collectors.toMap(Draw::key, Draw::used, Used::plus));
        return new Surroundings(budgets, accounts, referrers, drawn);
    }
}
