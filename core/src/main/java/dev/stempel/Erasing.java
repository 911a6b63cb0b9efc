package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decided;
import dev.stempel.account.Decision;
import dev.stempel.account.Merges;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides the last operation of a customer who is erased: what is left lapses. */
final class Erasing {

    /** What the books say was given for good: there is nothing left of it to lapse. */
    private static final Set<String> FOR_GOOD = Set.of("paid", "received");

    private static final Reason REASON = new Reason("erasure", "The customer is erased", List.of());

    private Erasing() {}

    /** Erases the customer under every id, deciding again as long as something else is posted meanwhile. */
    static void erase(Programme programme, String customer, Instant now) {
        Attempts.at(
                "erasure of " + customer,
                () -> attempt(programme, customer, now) ? Optional.of(true) : Optional.empty());
    }

    private static boolean attempt(Programme programme, String customer, Instant now) {
        var ledger = programme.ledger();
        long erasures = ledger.erasures();
        var account = ledger.account(customer);
        return account.isPresent()
                ? ledger.erase(last(programme, account.get(), now, erasures))
                : finish(ledger, customer);
    }

    /** Whoever is nobody any more may be whose erasure was cut off. */
    private static boolean finish(Ledger ledger, String customer) {
        if (!ledger.finishErasing()) {
            throw nobody(customer);
        }
        return true;
    }

    /** One operation of everybody who shares the account. */
    private static List<Operation> last(Programme programme, Account held, Instant now, long erasures) {
        var ledger = programme.ledger();
        var account = held;
        var last = new ArrayList<Operation>();
        for (var one : sharing(ledger, account.customer())) {
            var decided = Decided.on(account, decision(ledger, one, account, now));
            last.add(Operation.of(
                            decided,
                            Customer.of(one),
                            List.of(),
                            programme.rules().hash(),
                            programme.policies().currency())
                    .begunAt(erasures));
            account = decided.after();
        }
        return last;
    }

    private static List<String> sharing(Ledger ledger, String holder) {
        try (var history = ledger.history(holder)) {
            var customers = Merges.of(history.map(Operation::event)).sharing(holder);
            customers.forEach(customer -> isNotLent(ledger, customer));
            return customers;
        }
    }

    private static Decision decision(Ledger ledger, String customer, Account account, Instant now) {
        var event = new Activity("erasure-" + UUID.randomUUID(), customer, now, "erased", Map.of());
        var decision = Decision.nothing(event, now.atZone(account.zone()).toLocalDate());
        for (var balance : ledger.balances(customer)) {
            var what = BookAccount.held(balance.account(), customer);
            if (what != null && !FOR_GOOD.contains(what) && balance.amount().signum() != 0) {
                var forfeited = new Forfeited(what, balance.unit(), balance.amount());
                decision = decision.with(new Reward(REASON.offer(), forfeited, BigDecimal.ZERO, REASON));
            }
        }
        return decision;
    }

    private static void isNotLent(Ledger ledger, String customer) {
        if (ledger.lent(customer).isPresent()) {
            throw new InvalidInput(List.of(Problem.in(
                    "customer " + customer,
                    "This till was lent the account and has not its history.",
                    "Maybe erase where all events are?")));
        }
    }

    private static InvalidInput nobody(String customer) {
        return new InvalidInput(List.of(Problem.in(
                "customer " + customer,
                "The ledger knows nobody of that name.",
                "Maybe a digit is wrong, or the customer was erased before?")));
    }
}
