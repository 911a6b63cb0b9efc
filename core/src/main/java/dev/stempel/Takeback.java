package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.account.Used;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.json.OwnFacts;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.missing.Inquiry;
import dev.stempel.offer.Limit;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.settle.Decider;
import dev.stempel.settle.LeftVouchers;
import dev.stempel.settle.Look;
import dev.stempel.settle.Reversal;
import dev.stempel.settle.Surroundings;
import java.util.List;
import java.util.function.Function;

/**
 * Undoes what an earlier event earned, by deciding that event again as on its own day.
 *
 * @param policies the programme's policies
 * @param ledger what was decided
 * @param surroundings what the ledger says beyond the customer's account
 * @param books the rule books that decided something
 */
record Takeback(Policies policies, Ledger ledger, Surroundings surroundings, RuleBooks books) {

    /** What a return takes back. */
    Decision of(Return event, Account account) {
        var operation = ledger.operation(event.purchase())
                .filter(known -> known.event() instanceof Purchase
                        && ledger.share(known.event().customer(), event.customer()))
                .orElseThrow(() -> new InvalidInput(List.of(Problem.in(
                        "event " + event.id(),
                        "The customer " + event.customer() + " has no purchase \"" + event.purchase() + "\".",
                        "Maybe it was somebody else's, or is not processed yet?"))));
        var returns = ledger.reversals(event.purchase());
        var remains = Remains.of(
                (Purchase) operation.event(),
                returns.stream().map(earlier -> (Return) earlier.event()).toList());
        var before = before(operation);
        var seen = UsedByOthers.seen(operation, returns, before);
        var offers = rules(operation).offers();
        var with = LeftVouchers.with(
                offers,
                operation.decision(),
                returns.stream().map(Operation::decision).toList(),
                again(operation, before, remains.purchase(), seen));
        var now = UsedByOthers.now(seen, with, account, surroundings);
        var without = again(operation, before, remains.minus(event).purchase(), now);
        return Reversal.decide(policies, offers, account, event, before, with, without);
    }

    /** What a complaint brought that turned out unfounded. */
    Decision ofCompensation(Event event, Account account) {
        var complaint = Unfounded.complaint(ledger, event);
        var with = complaint.decision();
        return policies.clawback() == Policies.Clawback.KEEP
                ? Decision.nothing(event, with.day())
                : Reversal.decide(
                        policies,
                        rules(complaint).offers(),
                        account,
                        event,
                        before(complaint),
                        with,
                        Decision.nothing(with.event(), with.day()));
    }

    private Account before(Operation operation) {
        var elsewhere = operation.elsewhere();
        return elsewhere == null ? ledger.before(operation.event().id()).orElseThrow() : elsewhere;
    }

    private RuleBook rules(Operation operation) {
        return books.find(operation.ruleBook())
                .orElseThrow(() -> new InvalidInput(List.of(Problem.in(
                        "event " + operation.event().id(),
                        "The rule book of the day of purchase, " + operation.ruleBook() + ", is not there.",
                        "Maybe activate it once before the present one?"))));
    }

    /** The decision of the day of purchase, for what is left of the purchase. */
    private Decision again(Operation operation, Account before, Purchase left, Function<Limit, Used> used) {
        return left.units() == 0
                ? Decision.nothing(left, operation.decision().day())
                : look(operation, before, left, used).decision();
    }

    private Look look(Operation operation, Account before, Event event, Function<Limit, Used> used) {
        var rules = rules(operation);
        var facts = operation.facts().stream()
                .map(fact -> OwnFacts.read(fact.type(), fact.json(), rules.factTypes()))
                .toList();
        return new Decider(
                        rules.networks(),
                        policies,
                        surroundings.again(used),
                        operation.customer(),
                        before,
                        event,
                        facts)
                .look();
    }

    /** Why an earlier event earned what it did. */
    Inquiry inquire(Operation operation) {
        var before = before(operation);
        var look = look(operation, before, operation.event(), UsedByOthers.seen(operation, List.of(), before));
        return new Inquiry(rules(operation).checked(), look, policies.currency());
    }
}
