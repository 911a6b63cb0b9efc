package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Contact;
import dev.stempel.reward.Escalation;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Reason;
import dev.stempel.reward.ReferralPaid;
import dev.stempel.reward.Replacement;
import dev.stempel.reward.Reservation;
import dev.stempel.reward.ReservationEnd;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a person out of a ledger's operations and leaves the books: numbers, days, offers and rules stay, so that folding
 * what is left gives the same balances. Names, ids, times of day, what was bought or said and every fact go.
 *
 * <p>Used once for everybody who is erased together: first {@link #learn} all of their operations, then take them out of
 * each operation of the ledger.
 */
public final class Erasure {

    /** What an event becomes that was neither a purchase nor a return nor a day that passed. */
    private static final String SOMETHING = "erased";

    private final Pseudonyms names;
    private final Bystanders bystanders;

    /** Takes customers out, who are called by names from now on that say nothing. */
    public Erasure(Collection<String> customers) {
        names = new Pseudonyms(customers);
        bystanders = new Bystanders(names);
    }

    /** The name a customer is called by from now on; whoever is not erased keeps the id. */
    public String pseudonym(String customer) {
        return names.of(customer);
    }

    /** True when these are the same event, but for the names of people who were erased since. */
    public static boolean isSame(Event known, Event sent) {
        return Mentioned.isSame(known, sent);
    }

    /** True for the name of somebody who was erased at any time. */
    public static boolean isPseudonym(String customer) {
        return Pseudonyms.isOne(customer);
    }

    /** True when the operation is one of those that {@link #of} leaves without a person. */
    public boolean concerns(Operation operation) {
        return names.isErased(operation.event().customer());
    }

    /** Takes note of the ids in an operation of somebody who is erased. */
    public void learn(Operation operation) {
        var customer = operation.event().customer();
        names.name(customer, operation.event().id());
        operation.decision().outcome().vouchers().forEach(voucher -> names.name(customer, voucher.code()));
    }

    /** What is left of an operation: of one of theirs the numbers, of any other all but their names. */
    public Operation of(Operation operation) {
        return concerns(operation) ? left(operation) : bystanders.in(operation);
    }

    /** What is left of somebody else's account. */
    public Account of(Account account) {
        return bystanders.in(account);
    }

    private Operation left(Operation operation) {
        var event = event(operation);
        var decision = operation.decision();
        var left = new Decision(
                event,
                decision.day(),
                new Outcome(event.id(), rewards(decision.outcome()), List.of()),
                decision.draws(),
                decision.budgets(),
                decision.ladder(),
                decision.purchases(),
                decision.atDiscount());
        return new Operation(
                left,
                Customer.of(event.customer()),
                List.of(),
                operation.ruleBook(),
                names.of(operation.holder()),
                operation.number(),
                operation.zone(),
                operation.entries().stream()
                        .map(entry -> entry(entry, operation.event().customer()))
                        .toList(),
                null,
                null,
                null);
    }

    private Event event(Operation operation) {
        var event = operation.event();
        var id = names.called(event.id());
        var customer = names.of(event.customer());
        var at = startOfDay(operation);
        if (event instanceof Purchase) {
            return Purchase.of(id, customer, at);
        } else if (event instanceof Return returned) {
            return new Return(id, customer, at, names.called(returned.purchase()), goodsOfOthers(returned), "");
        } else if (event instanceof Day) {
            return new Day(id, customer, at);
        } else if (event instanceof AccountMerge merge) {
            return new AccountMerge(id, customer, at, names.of(merge.other()));
        } else if (event instanceof AccountUnmerge unmerge) {
            return new AccountUnmerge(id, customer, at, names.of(unmerge.other()));
        }
        var friend = operation.decision().friend();
        if (friend.isPresent()) {
            return new Referral(id, customer, at, names.of(friend.get()));
        }
        return Complaint.foundUnfoundedBy(event)
                .map(one -> new Activity(id, customer, at, Complaint.UNFOUNDED, Map.of("complaint", names.called(one))))
                .orElseGet(() -> new Activity(id, customer, at, SOMETHING, Map.of()));
    }

    /** What is left of a purchase of somebody with whom the account was shared depends on what came back. */
    private List<Return.Line> goodsOfOthers(Return returned) {
        return names.isNamed(returned.purchase()) ? List.of() : returned.lines();
    }

    private static Instant startOfDay(Operation operation) {
        var zone = operation.zone();
        return operation
                .event()
                .at()
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant();
    }

    private List<Reward> rewards(Outcome outcome) {
        return outcome.rewards().stream().flatMap(this::reward).toList();
    }

    private Stream<Reward> reward(Reward reward) {
        var reason = new Reason(reward.reason().offer(), reward.reason().rule(), List.of());
        return Stream.ofNullable(benefit(reward.benefit()))
                .map(benefit -> new Reward(reward.offer(), benefit, reward.cost(), reason));
    }

    /** The benefit without names; absent when it is nothing but a name, something still to be done, or over by now. */
    private @Nullable Benefit benefit(Benefit benefit) {
        if (benefit instanceof Contact
                || benefit instanceof Escalation
                || benefit instanceof ReferralPaid
                || benefit instanceof Reservation
                || benefit instanceof ReservationEnd) {
            return null;
        } else if (benefit instanceof Voucher voucher) {
            return voucher.withCode(names.called(voucher.code()));
        } else if (benefit instanceof VoucherEnd end) {
            return new VoucherEnd(names.called(end.code()), end.partner(), end.value(), end.used());
        }
        return benefit instanceof Replacement replacement ? new Replacement("", replacement.value()) : benefit;
    }

    private Entry entry(Entry entry, String customer) {
        var other = names.of(customer);
        return new Entry(
                names.called(entry.event()),
                entry.number(),
                entry.offer(),
                BookAccount.renamed(entry.from(), customer, other),
                BookAccount.renamed(entry.to(), customer, other),
                entry.unit(),
                entry.amount());
    }
}
