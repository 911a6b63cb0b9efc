package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Activity;
import dev.stempel.event.Customer;
import dev.stempel.ledger.BookAccount;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Forfeited;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Reward;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Decides the last operation of a customer who is erased: what is left lapses. */
final class Erasing {

    /** What the books say was given for good: there is nothing left of it to lapse. */
    private static final Set<String> FOR_GOOD = Set.of("paid", "received");

    private static final Reason REASON = new Reason("erasure", "The customer is erased", List.of());

    private Erasing() {}

    /** Erases the customer under every id, deciding again as long as something else is posted meanwhile. */
    static void erase(Programme programme, String customer, Instant now) {
        for (var other : parted(programme, customer, now)) {
            eraseOne(programme, other, now);
        }
        eraseOne(programme, customer, now);
    }

    /** Undoes every merge, the last one first, so that each id has its own books again; returns the other ids. */
    private static Set<String> parted(Programme programme, String customer, Instant now) {
        var merges = new ArrayDeque<AccountMerge>();
        var others = new TreeSet<String>();
        try (var history = programme.ledger().history(customer)) {
            history.map(Operation::event).forEach(event -> {
                others.add(event.customer());
                if (event instanceof AccountMerge merge && !merge.isCopy()) {
                    merges.push(merge);
                } else if (event instanceof AccountUnmerge unmerge) {
                    merges.removeIf(merge -> merge.customer().equals(unmerge.customer())
                            && merge.other().equals(unmerge.other()));
                }
            });
        }
        others.remove(customer);
        for (var merge : merges) {
            programme.process(new AccountUnmerge("erasure-" + UUID.randomUUID(), merge.customer(), now, merge.other()));
        }
        return others;
    }

    private static void eraseOne(Programme programme, String customer, Instant now) {
        var ledger = programme.ledger();
        Operation last;
        do {
            var account = ledger.account(customer).orElseThrow(() -> nobody(customer));
            var event = new Activity("erasure-" + UUID.randomUUID(), customer, now, "erased", Map.of());
            var day = now.atZone(account.zone()).toLocalDate();
            last = operation(programme, ledger, account, Decision.nothing(event, day));
        } while (!ledger.erase(last));
    }

    private static Operation operation(Programme programme, Ledger ledger, Account account, Decision nothing) {
        var decision = nothing;
        for (var balance : ledger.balances(account.customer())) {
            var what = BookAccount.held(balance.account(), account.customer());
            if (what != null && !FOR_GOOD.contains(what) && balance.amount().signum() != 0) {
                var forfeited = new Forfeited(what, balance.unit(), balance.amount());
                decision = decision.with(new Reward(REASON.offer(), forfeited, BigDecimal.ZERO, REASON));
            }
        }
        return Operation.of(
                decision,
                Customer.of(account.customer()),
                List.of(),
                programme.rules().hash(),
                account,
                programme.policies().currency());
    }

    private static InvalidInput nobody(String customer) {
        return new InvalidInput(List.of(Problem.in(
                "customer " + customer,
                "The ledger knows nobody of that name.",
                "Maybe a digit is wrong, or the customer was erased before?")));
    }
}
