package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decided;
import dev.stempel.account.Decision;
import dev.stempel.account.Merges;
import dev.stempel.engine.Aside;
import dev.stempel.engine.Meter;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.json.OwnFacts;
import dev.stempel.ledger.GivenFact;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.missing.Inquiry;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.settle.Decider;
import dev.stempel.settle.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decides events by the rule book in use and by what the ledger has, and tells why. Nothing is posted, and no event is
 * checked. Thread-safe.
 */
final class Deciding {

    private final RuleBooks books;
    private final Policies policies;
    private final Ledger ledger;
    private final Directory directory;
    private final Surroundings surroundings;

    Deciding(RuleBooks books, Policies policies, Ledger ledger, Directory directory) {
        this.books = books;
        this.policies = policies;
        this.ledger = ledger;
        this.directory = directory;
        surroundings = new Surroundings(key -> Loan.budget(ledger, key), this::account, ledger::referrer);
    }

    /** A customer's account as the ledger has it. */
    Account account(String customer) {
        return ledger.account(customer).orElseGet(() -> Account.empty(customer, policies.zone()));
    }

    /** The operations an event leads to, its own first: they are posted together. */
    List<Operation> operations(Event event, List<Object> facts, Account account) {
        return Merges.regroups(event)
                ? Merging.decide(ledger, policies, books.current().hash(), event)
                : List.of(operation(event, facts, account));
    }

    private Operation operation(Event event, List<Object> facts, Account account) {
        var rules = books.current();
        var customer = directory.customer(account.customer());
        var takeback = takeback();
        var decided = event instanceof Return returned
                ? Decided.on(account, takeback.of(returned, account))
                : decider(rules, customer, account, event, facts).decide();
        if (Unfounded.is(event)) {
            decided = Decided.on(account, decided.decision().and(takeback.ofCompensation(event, account)));
        }
        var given = facts.isEmpty() ? List.<GivenFact>of() : asking(event, () -> given(facts, rules));
        return Operation.of(decided, customer, given, rules.hash(), policies.currency());
    }

    private Decider decider(RuleBook rules, Customer customer, Account account, Event event, List<Object> facts) {
        return new Decider(rules.networks(), policies, surroundings, customer, account, event, facts);
    }

    private static List<GivenFact> given(List<Object> facts, RuleBook rules) {
        var given = new ArrayList<GivenFact>();
        for (var fact : facts) {
            var type = OwnFacts.typeOf(fact, rules.factTypes());
            given.add(new GivenFact(type.getSimpleName(), OwnFacts.write(fact, type)));
        }
        return given;
    }

    /** Decides on what is given, and on nothing else. */
    Decision decide(Customer customer, Account account, Event event, List<Object> facts) {
        refuseWhatNoRuleDecides(event, "A return cannot be decided without the ledger.", "call process or preview");
        return decider(books.current(), customer, account, event, facts)
                .decide()
                .decision();
    }

    /** Asks why an event earns what it does: when it was processed as it was then, otherwise as it would be now. */
    <T> T inquire(Event event, List<Object> facts, Function<Inquiry, T> question) {
        refuseWhatNoRuleDecides(
                event, "A return takes back what a purchase earned; no offer looks at it.", "ask about the purchase");
        var known = ledger.operation(event.id());
        known.ifPresent(operation -> Repeated.outcome(operation, event));
        var inquiry = known.map(takeback()::inquire).orElseGet(() -> inquiry(event, facts));
        return asking(event, () -> question.apply(inquiry));
    }

    private Inquiry inquiry(Event event, List<Object> facts) {
        var rules = books.current();
        var account = account(event.customer());
        var customer = directory.customer(account.customer());
        return new Inquiry(
                rules.checked(), decider(rules, customer, account, event, facts).look(), policies.currency());
    }

    private Takeback takeback() {
        return new Takeback(policies, ledger, surroundings, books);
    }

    /** Facts of the application may take any time to answer, and nobody is kept waiting for them. */
    private <T> T asking(Event event, Supplier<T> work) {
        return books.current().factTypes().isEmpty()
                ? work.get()
                : Aside.ask(new Meter(policies.bounds(), event), work);
    }

    private static void refuseWhatNoRuleDecides(Event event, String message, String hint) {
        if (event instanceof Return) {
            throw new InvalidInput(List.of(Problem.in("event " + event.id(), message, "Maybe " + hint + "?")));
        }
        if (Merges.regroups(event)) {
            throw new InvalidInput(List.of(Problem.in(
                    "event " + event.id(),
                    "No rule decides a merge of accounts; it takes the ledger.",
                    "Maybe call process or preview?")));
        }
    }
}
