package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import java.util.function.Function;

/**
 * What the ledger says beyond the customer's own account.
 *
 * @param budgets what is used of a shared budget, by its key
 * @param accounts the account of another customer, by id
 */
public record Surroundings(Function<String, Used> budgets, Function<String, Account> accounts) {}
