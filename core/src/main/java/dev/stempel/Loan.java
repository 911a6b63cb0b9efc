package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Used;
import dev.stempel.ledger.Ledger;
import dev.stempel.offer.Limit;
import dev.stempel.policy.Basis;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a till takes along before it is cut off: accounts without the operations behind them, and its part of the shared
 * budgets. It can be written as JSON.
 *
 * @param accounts the accounts of the customers it may meet; anybody else is new to it
 * @param budgets what the till counts as used of a shared budget, by its key, so that no more than its part is left
 * @param basis what all of it is counted in; absent in loans of earlier versions
 */
public record Loan(
        List<Account> accounts,
        SortedMap<String, Used> budgets,
        @Nullable Basis basis) {

    /** Nobody lends for longer; each day of a loan may have a budget of its own. */
    private static final int MOST_YEARS = 100;

    /** Under this key a till finds what holds for every budget of which nothing was lent. */
    private static final String ANY_OTHER = "*";

    private static final Used NOTHING_LEFT = new Used(Long.MAX_VALUE / 2, new BigDecimal("1e30"));

    public Loan {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        budgets = Collections.unmodifiableSortedMap(budgets == null ? new TreeMap<>() : budgets);
    }

    /** The loan of these accounts on terms. */
    static Loan of(List<Account> accounts, LoanTerms terms, LocalDate from, Programme programme) {
        if (terms.until().isBefore(from) || terms.until().isAfter(from.plusYears(MOST_YEARS))) {
            throw new InvalidInput(List.of(Problem.in(
                    "loan",
                    "It ends on " + terms.until() + "; this is " + from + ".",
                    "Maybe it is of another year?")));
        }
        var budgets = new TreeMap<String, Used>();
        programme.rules().offers().stream()
                .flatMap(offer -> offer.limits().stream())
                .filter(limit -> limit.scope() == Limit.Scope.EVERYBODY)
                .forEach(limit -> from.datesUntil(terms.until().plusDays(1))
                        .map(limit::key)
                        .distinct()
                        .forEach(key -> budgets.put(key, lent(limit, key, terms, programme))));
        budgets.put(ANY_OTHER, NOTHING_LEFT);
        var points = terms.points();
        var lent = points == null
                ? accounts
                : accounts.stream().map(account -> account.lending(points)).toList();
        return new Loan(lent, budgets, programme.policies().basis());
    }

    /** A loan is never mistaken for an untouched budget: what does not count for the limit says that it was lent. */
    private static Used lent(Limit limit, String key, LoanTerms terms, Programme programme) {
        var used = programme.ledger().budget(key);
        boolean counted = limit.unit() == Limit.Unit.TIMES;
        var left = limit.most()
                .subtract(counted ? BigDecimal.valueOf(used.times()) : used.amount())
                .max(BigDecimal.ZERO);
        int digits = limit.unit() == Limit.Unit.MONEY ? programme.policies().digits() : 0;
        var part = left.multiply(terms.share()).setScale(digits, RoundingMode.FLOOR);
        var gone = limit.most().subtract(part);
        return counted ? new Used(gone.longValue(), BigDecimal.ONE) : new Used(1, gone);
    }

    /** What is used of a budget, at a till or anywhere else. */
    static Used budget(Ledger ledger, String key) {
        var used = ledger.budget(key);
        return used.isNothing() ? ledger.budget(ANY_OTHER) : used;
    }
}
