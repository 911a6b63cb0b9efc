package dev.stempel;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.account.DueAction;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.EventCheck;
import dev.stempel.json.ProgrammeFile;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.ledger.Operation;
import dev.stempel.missing.Inquiry;
import dev.stempel.policy.Policies;
import dev.stempel.problem.EventConflict;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.InvalidRules;
import dev.stempel.problem.Overrun;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Unreadable;
import dev.stempel.reward.Missing;
import dev.stempel.reward.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * A reward programme in operation: a rule book, policies, and the ledger that remembers.
 *
 * <pre>{@code
 * var programme = Programme.load(Path.of("rules/stamp-cards"));
 * var purchase = Purchase.of("p-1", "c-7", Instant.now()).line("cone-vanilla", "cones", 10, "2.50");
 * var outcome = programme.process(purchase);
 * outcome.rewards().forEach(System.out::println);
 * }</pre>
 *
 * <p>Thread-safe: many tills may share one. An event is processed once, however often and by however many threads it is
 * sent.
 */
public final class Programme {

    private final RuleBooks books;
    private final Policies policies;
    private final Ledger ledger;
    private final Clock clock;
    private final Function<String, Customer> customers;
    private final Deciding deciding;
    private final Processing processing;

    private Programme(
            RuleBooks books, Policies policies, Ledger ledger, Clock clock, Function<String, Customer> customers) {
        this.books = books;
        this.policies = policies;
        this.ledger = ledger;
        this.clock = clock;
        this.customers = customers;
        deciding = new Deciding(books, policies, ledger, new Directory(customers));
        processing = new Processing(ledger, deciding, policies.zone());
    }

    /**
     * A programme that remembers in memory and knows customers by their id alone.
     *
     * @throws InvalidRules with every case beside the rule files that fails
     */
    public static Programme of(RuleBook rules, Policies policies) {
        return of(rules, policies, new InMemoryLedger());
    }

    /**
     * The programme of a folder: its rule files, and its policies in {@code programme.json}. It remembers in memory.
     *
     * @param folder the folder
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidInput with every problem of the policies
     * @throws InvalidRules with every problem of every rule file, or with every case beside them that fails
     * @throws IOException when the folder cannot be read
     */
    public static Programme load(Path folder, Class<?>... factTypes) throws IOException {
        var policies = ProgrammeFile.read(folder);
        return of(RuleBook.load(folder, factTypes), policies);
    }

    /**
     * The programme of a folder on the classpath, also inside a jar. It remembers in memory.
     *
     * @param folder the folder, as in {@code stempel/rules/stamp-cards}
     * @param factTypes records or classes of the embedding application that rules may use as facts
     * @throws InvalidInput with every problem of the policies
     * @throws InvalidRules with every problem of every rule file, or with every case beside them that fails
     * @throws IOException when the folder cannot be found or read
     */
    public static Programme fromClasspath(String folder, Class<?>... factTypes) throws IOException {
        return RuleFiles.onClasspath(folder, found -> load(found, factTypes));
    }

    /**
     * A programme with a ledger of its own: the ledger keeps the currency and the zone of the first programme it is given.
     *
     * @throws InvalidRules with every case beside the rule files that fails
     * @throws InvalidInput when the ledger is of a programme with another currency or zone; nothing was written
     */
    public static Programme of(RuleBook rules, Policies policies, Ledger ledger) {
        new Trial(rules, policies).pass();
        return untried(rules, policies, ledger, Clock.systemUTC());
    }

    static Programme untried(RuleBook rules, Policies policies, Ledger ledger, Clock clock) {
        ledger.keep(policies.basis());
        ledger.basis().ifPresent(kept -> kept.match(ledger.name(), policies.basis()));
        return new Programme(new RuleBooks(ledger, rules, clock.instant()), policies, ledger, clock, Customer::of);
    }

    /**
     * The same programme, same rules, same ledger, that asks here what is known of a customer: by the id of whose account it
     * is, which the answer has, too. Whoever is not known is {@link Customer#of}. Another thread may ask. An answer that makes
     * no sense is told as {@link InvalidInput}, a failure as {@link dev.stempel.problem.StempelException} with its cause;
     * nothing of the event was posted.
     */
    public Programme withCustomers(Function<String, Customer> directory) {
        return new Programme(books, policies, ledger, clock, directory);
    }

    /** The same programme, same rules, same ledger, that takes the present time from another clock. */
    public Programme withClock(Clock other) {
        return new Programme(books, policies, ledger, other, customers);
    }

    /** The rule book that decides the next event. */
    public RuleBook rules() {
        return books.current();
    }

    /** The programme's policies. */
    public Policies policies() {
        return policies;
    }

    /** The programme's ledger. */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Decides by another rule book from the next event on, if every case beside its rule files comes as expected. An event
     * that is being decided keeps the rule book it began with, what was decided before stays as it was, and returns are
     * judged by the rule book of the day of purchase.
     *
     * @throws InvalidRules with every case that fails, what it expected and what came; the rule book stays as it was
     */
    public Version activate(RuleBook rules) {
        new Trial(rules, policies).pass();
        return books.activate(rules, clock.instant());
    }

    /**
     * Brings an earlier rule book back: it decides from the next event on.
     *
     * @param hash the content hash of one of the {@link #versions}
     * @throws InvalidInput when there is no such version; the rule book stays as it was
     */
    public Version activate(String hash) {
        var earlier = books.find(hash)
                .orElseThrow(() -> new InvalidInput(List.of(Problem.in(
                        "version " + hash, "There is no such version.", "Maybe look it up among the versions?"))));
        return books.activate(earlier, clock.instant());
    }

    /**
     * What the rule book in use says that nobody can have meant, under these policies and today: an offer that has ended, a
     * partner that competes, an offer without cases. Each is a warning; the rule book decides all the same.
     */
    public List<Problem> warnings() {
        return rules().warnings(policies, LocalDate.ofInstant(clock.instant(), policies.zone()));
    }

    /** The rule books that decided so far, in the order in which they were last activated: the present one is last. */
    public List<Version> versions() {
        return books.versions();
    }

    /**
     * Decides an event and remembers what was decided. The same event again gives the same outcome and changes nothing.
     *
     * @param event what happened
     * @param facts facts of the embedding application, of types the rule book was told of; they are remembered as JSON,
     *     so that a return is judged by them; another thread may read them
     * @throws InvalidInput when the event or a fact makes no sense; nothing was posted
     * @throws EventConflict when the event's id was used for an event with other content; nothing was posted
     * @throws Overrun when the rules cost more than the policies' bounds allow; nothing was posted
     */
    public Outcome process(Event event, Object... facts) {
        check(event);
        return processing.process(event, List.of(facts));
    }

    /**
     * Decides events and remembers what was decided, many in one transaction: for logs, for the night and for tills that
     * were cut off, with the same outcomes and the same guarantees as a call for each. Events of different customers may
     * be decided at the same time. An event that makes no sense, or costs too much, is told in its
     * own result and keeps none of the others back. When the ledger fails, some of the events are posted and some are not;
     * all of them may be sent again.
     *
     * @param events what happened, in the order in which it is to be decided
     * @return what became of each event, in the same order
     */
    public List<Processed> process(List<? extends Event> events) {
        return new Bulk(this).process(events);
    }

    /** The same programme on another ledger. */
    Programme on(Ledger other) {
        return new Programme(books, policies, other, clock, customers);
    }

    Processed processed(Event event) {
        try {
            return new Processed(event, process(event), List.of());
        } catch (InvalidInput | EventConflict | Overrun | Unreadable e) {
            return new Processed(event, null, e.problems());
        }
    }

    /**
     * What {@link #process} would say now. Nothing is remembered.
     *
     * @param event what would happen
     * @param facts facts of the embedding application, of types the rule book was told of
     * @throws InvalidInput when the event makes no sense
     * @throws EventConflict when the event's id was used for an event with other content
     * @throws Overrun when the rules cost more than the policies' bounds allow; nothing was posted
     */
    public Outcome preview(Event event, Object... facts) {
        check(event);
        var known = ledger.operation(event.id());
        return known.isPresent()
                ? Repeated.outcome(known.get(), event)
                : deciding.operations(event, List.of(facts), deciding.account(event.customer()))
                        .get(0)
                        .decision()
                        .outcome();
    }

    /**
     * Why an offer gives nothing for an event: the fewest conditions that are not met, each with its values, and what is
     * needed for the next reward where it gives one. Of an event that was processed it tells how it was then, of any other
     * how it would be now. Nothing is remembered.
     *
     * <pre>{@code
     * programme.missing(purchase, "five-off-fifty").in(Locale.ENGLISH)
     * // total after discounts was €48.50, needs at least €50.00 - Five euros off from fifty
     * }</pre>
     *
     * @param event what happened, or would happen
     * @param offer the offer's id
     * @param facts facts of the embedding application; those of an event that was processed are remembered
     * @throws InvalidInput when the event makes no sense or is a return, or when there is no such offer
     * @throws EventConflict when the event's id was used for an event with other content
     * @throws Overrun when the rules cost more than the policies' bounds allow
     */
    public Missing missing(Event event, String offer, Object... facts) {
        check(event);
        return deciding.inquire(event, List.of(facts), inquiry -> inquiry.of(offer));
    }

    /**
     * The offers that give nothing for an event and for which no other kind of event is needed, those that lack least first:
     * what a till or a web shop may tell the customer while there is time. Otherwise as {@link #missing}.
     */
    public List<Missing> nearMisses(Event event, Object... facts) {
        check(event);
        return deciding.inquire(event, List.of(facts), Inquiry::near);
    }

    /**
     * The plain call without a ledger: everything that is decided on goes in, and everything that must be remembered
     * comes out. {@code account.after(decision)} is the account for the next call.
     *
     * @param customer what is known of the customer
     * @param account the account before the event
     * @param event what happened; returns and merges of accounts need the ledger and are refused here
     * @param facts facts of the embedding application, of types the rule book was told of
     * @throws InvalidInput when the event makes no sense
     * @throws Overrun when the rules cost more than the policies' bounds allow
     */
    public Decision decide(Customer customer, Account account, Event event, Object... facts) {
        EventCheck.check(
                event, clock.instant(), policies.currency(), policies.rates().keySet());
        return deciding.decide(customer, account, event, List.of(facts));
    }

    /** The customer's account as it is now. */
    public Account account(String customer) {
        return deciding.account(customer).at(clock.instant());
    }

    /**
     * The customer's account at an instant: what happened later is left out. At a till that is cut off it begins with what
     * was lent.
     */
    public Account account(String customer, Instant at) {
        try (var history = ledger.history(customer)) {
            var decisions = history.map(Operation::decision)
                    .filter(decision -> !decision.event().at().isAfter(at))
                    .toList();
            return ledger.first(customer, policies.zone()).after(decisions, at);
        }
    }

    /**
     * What is owed to partners for vouchers that were handed in to them.
     *
     * @param month a month in the programme's zone
     * @return the amount by partner, in the programme's currency; partners who are owed nothing are left out
     */
    public SortedMap<String, BigDecimal> owed(YearMonth month) {
        return ledger.owed(month);
    }

    /**
     * What somebody still has to do, longest due first: customers to get in touch with, and what was handed to somebody
     * with more authority. An activity of the kind {@code contacted} or {@code complaint-answered} takes it off the list.
     * It costs what is on the list, and not what customers there are.
     */
    public List<DueAction> dueActions() {
        return ledger.customersWithDueActions()
                .flatMap(customer -> deciding.account(customer).dueActions().stream())
                .sorted(Comparator.comparing(DueAction::since))
                .toList();
    }

    /**
     * What a till takes along that is about to be cut off.
     *
     * @param known the customers it may meet; where accounts are merged, the till knows the one account by the id of whose
     *     account goes on, and any other card of theirs is new to it until it is merged
     * @param terms what it may give away
     * @throws InvalidInput when the loan is over already, or ends in more than a hundred years
     */
    public Loan lend(Collection<String> known, LoanTerms terms) {
        var accounts = known.stream().map(this::account).distinct().toList();
        var today = clock.instant().atZone(policies.zone()).toLocalDate();
        return Loan.of(accounts, terms, today, this);
    }

    /**
     * Begins an empty ledger with a loan. From then on it decides on its own, whether or not the others can be reached;
     * {@link #merge} brings both together again.
     *
     * @throws InvalidInput when the ledger has begun already, or the loan is of a programme with another currency or zone
     */
    public void borrow(Loan loan) {
        if (loan.basis() != null) {
            loan.basis().match("loan", policies.basis());
        }
        ledger.begin(loan.accounts(), loan.budgets());
    }

    /**
     * Takes over what a till decided while it was cut off, as it was decided there. Each event is counted once, however
     * often it is merged; a merge that was interrupted is simply made again.
     *
     * @param till the till's ledger; it stays as it is
     * @throws InvalidInput when it is of a programme with another currency or zone; nothing was taken over
     */
    public MergeReport merge(Ledger till) {
        till.basis().ifPresent(kept -> kept.match(till.name(), policies.basis()));
        return new TillMerge(this, till).merge();
    }

    /**
     * Forgets who a customer is, for good. What the customer still has lapses; what happened stays in the books under a name
     * that says nothing. An event of the customer that is sent again is recognised and not counted again. Where accounts
     * are merged, everybody who shares the account is the customer, and forgotten together.
     *
     * @throws InvalidInput when there is no such customer, or this is a till that was lent the customer's account
     * @throws dev.stempel.problem.StempelException also when the customer is forgotten but files still hold what was there,
     *     since somebody reads it: erasing the same customer again ends that
     */
    public void erase(String customer) {
        Erasing.erase(this, customer, clock.instant());
    }

    private void check(Event event) {
        EventCheck.checkToRemember(
                event, clock.instant(), policies.currency(), policies.rates().keySet());
    }
}
