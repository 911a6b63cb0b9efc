package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decides the last operation of a customer who is erased: what is left lapses. */
final class Erasing {

    /** What the books say was given for good: there is nothing left of it to lapse. */
    private static final Set<String> FOR_GOOD = Set.of("paid", "received");

    private static final Reason REASON = new Reason("erasure", "The customer is erased", List.of());

    private Erasing() {}

    /** Erases the customer, deciding again as long as something else is posted meanwhile. */
    static void erase(Programme programme, String customer, Instant now) {
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
