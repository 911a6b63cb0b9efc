package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import dev.stempel.ledger.Operation;
import dev.stempel.offer.Limit;
import dev.stempel.settle.Surroundings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a purchase that is decided again finds used of limits and budgets. What remains of it may earn something else than
 * before, for which there was room on its day, and is none any more: so a return looks at what others use by then, and
 * remembers it for the next.
 */
final class UsedByOthers {

    private UsedByOthers() {}

    /**
     * As it was when the purchase, or the last return of it, was decided.
     *
     * @param purchase the purchase
     * @param returns what was posted of its returns
     * @param before the account before the purchase
     */
    static Function<Limit, Used> seen(Operation purchase, List<Operation> returns, Account before) {
        var last = returns.isEmpty() ? purchase : returns.get(returns.size() - 1);
        var day = purchase.decision().day();
        return limit -> Optional.ofNullable(last.decision().budgets().get(limit.key(day)))
                .or(() -> Optional.ofNullable(purchase.decision().budgets().get(limit.key(day))))
                .orElseGet(() -> limit.scope() == Limit.Scope.CUSTOMER ? used(before, limit, day) : Used.NOTHING);
    }

    /**
     * As it is now, where that is more. Room for what the purchase has drawn itself stays, also where accounts that became
     * one have used more than one may.
     *
     * @param seen what was seen before
     * @param with what the purchase has drawn itself
     * @param account the account before the return
     * @param surroundings what is used of shared budgets
     */
    static Function<Limit, Used> now(
            Function<Limit, Used> seen, Decision with, Account account, Surroundings surroundings) {
        Map<String, Used> drawn = with.draws().stream().collect(Collectors.toMap(Draw::key, Draw::used, Used::plus));
        return limit -> {
            var key = limit.key(with.day());
            var own = limit.counted(drawn.getOrDefault(key, Used.NOTHING));
            var all = limit.counted(
                    limit.scope() == Limit.Scope.CUSTOMER
                            ? used(account, limit, with.day())
                            : surroundings.budgets().apply(key));
            var before = limit.counted(seen.apply(limit));
            return limit.used(all.min(limit.most()).subtract(own).max(before));
        };
    }

    private static Used used(Account account, Limit limit, LocalDate day) {
        return account.used(limit.firstKey(day), limit.key(day));
    }
}
