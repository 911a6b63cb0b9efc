package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decided;
import dev.stempel.account.Decision;
import dev.stempel.account.Merges;
import dev.stempel.account.Standing;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.ledger.InTime;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Reward;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides the merge of two customers' accounts and its undoing. Either is two operations, the event and its copy in the
 * other's own history, so that a till that posts for one of the two meanwhile has to decide again.
 */
final class Merging {

    private static final String OFFER = "account-merge";

    private final Ledger ledger;
    private final Policies policies;
    private final String ruleBook;
    private final Event event;
    private final List<Problem> problems = new ArrayList<>();

    private Merging(Ledger ledger, Policies policies, String ruleBook, Event event) {
        this.ledger = ledger;
        this.policies = policies;
        this.ruleBook = ruleBook;
        this.event = event;
    }

    /**
     * The operations to be posted, the event's own first.
     *
     * @param ruleBook the hash of the rule book in use
     * @throws InvalidInput when the accounts cannot be merged, or were not
     */
    static List<Operation> decide(Ledger ledger, Policies policies, String ruleBook, Event event) {
        var merging = new Merging(ledger, policies, ruleBook, event);
        return event instanceof AccountUnmerge unmerge ? merging.unmerge(unmerge) : merging.merge((AccountMerge) event);
    }

    private List<Operation> merge(AccountMerge merge) {
        var account = account(merge.customer());
        isOwn(account, merge.customer());
        var other = ledger.account(merge.other());
        if (other.isEmpty()) {
            problem("The ledger knows nobody named \"" + merge.other() + "\".", "Maybe a digit of \"other\" is wrong?");
        } else {
            isOwn(other.get(), merge.other());
        }
        isNotLent(merge.customer());
        isNotLent(merge.other());
        isNew(merge.copy());
        if (!problems.isEmpty() || other.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var nothing = nothing(merge);
        var decision = withTier(nothing, account, InTime.after(ledger, account, nothing));
        return List.of(operation(decision, account), operation(nothing(merge.copy()), other.get()));
    }

    private List<Operation> unmerge(AccountUnmerge unmerge) {
        var account = account(unmerge.customer());
        var last = undone(account, unmerge);
        if (last == null) {
            problem(
                    "The account of " + unmerge.other() + " is not merged into that of " + unmerge.customer() + ".",
                    "Maybe it was undone before, or the two customers are the other way round?");
        }
        isNew(unmerge.copy());
        if (!problems.isEmpty() || last == null) {
            throw new InvalidInput(problems);
        }
        var alone = parted(account.customer(), account, unmerge);
        var own = parted(unmerge.other(), account, unmerge);
        var debts = new PartedDebts(policies, this::reward, reason());
        var decision = withTier(debts.told(debts.settled(nothing(unmerge), alone), alone, own), account, alone);
        var before = Account.empty(unmerge.other(), account.zone()).numbered(last.number());
        return List.of(operation(decision, account), operation(debts.settled(nothing(unmerge.copy()), own), before));
    }

    /** The copy, in the other's own history, of the merge that is undone; absent when the two are not merged. */
    private @Nullable Operation undone(Account account, AccountUnmerge unmerge) {
        try (var history = ledger.history(account.customer())) {
            return Merges.of(history.map(Operation::event))
                    .undoneBy(unmerge)
                    .flatMap(merge -> ledger.operation(merge.copy().id()))
                    .orElse(null);
        }
    }

    /** What a customer has when the two are parted again. */
    private Account parted(String customer, Account account, AccountUnmerge unmerge) {
        try (var history = ledger.history(account.customer())) {
            var decisions = new ArrayList<>(history.map(Operation::decision).toList());
            decisions.add(nothing(unmerge));
            return Account.empty(customer, account.zone()).after(decisions);
        }
    }

    private Decision withTier(Decision decision, Account before, Account after) {
        var change = Standing.change(before.standing(), after.standing());
        return change == null || (change.from() == null && !change.up()) ? decision : decision.with(reward(change));
    }

    private Reward reward(Benefit benefit) {
        var cost = benefit instanceof MoneyBack back ? back.amount() : BigDecimal.ZERO;
        return new Reward(OFFER, benefit, cost, reason());
    }

    private Reason reason() {
        var rule = event instanceof AccountMerge ? "Two accounts are merged" : "Two accounts are parted again";
        return new Reason(OFFER, rule, List.of(event));
    }

    private Decision nothing(Event other) {
        return Decision.nothing(other, other.at().atZone(policies.zone()).toLocalDate());
    }

    private Operation operation(Decision decision, Account before) {
        var customer = Customer.of(decision.event().customer());
        return Operation.of(Decided.on(before, decision), customer, List.of(), ruleBook, policies.currency());
    }

    private Account account(String customer) {
        return ledger.account(customer).orElseGet(() -> Account.empty(customer, policies.zone()));
    }

    private void isOwn(Account account, String customer) {
        if (!account.customer().equals(customer)) {
            problem(
                    "The account of " + customer + " is merged into that of " + account.customer() + " already.",
                    "Maybe merge with " + account.customer() + ", or undo that first?");
        }
    }

    private void isNotLent(String customer) {
        if (ledger.lent(customer).isPresent()) {
            problem(
                    "This till was lent the account of " + customer + " and has not its history.",
                    "Maybe merge the accounts where all events are?");
        }
    }

    private void isNew(Event copy) {
        if (ledger.operation(copy.id()).isPresent()) {
            problem("The id \"" + copy.id() + "\" was used before.", "Maybe give the event another id?");
        }
    }

    private void problem(String message, String hint) {
        problems.add(Problem.in("event " + event.id(), message, hint));
    }
}
