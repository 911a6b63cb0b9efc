package dev.stempel.ledger;

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
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Replacement;
import dev.stempel.reward.Reservation;
import dev.stempel.reward.ReservationEnd;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the person out of a customer's operations and leaves the books: numbers, days, offers and rules stay, so that
 * folding what is left gives the same balances. Names, ids, times of day, what was bought or said and every fact go.
 *
 * <p>Used for one customer, operation by operation in their order, and for what others' operations say of the customer.
 */
public final class Erasure {

    /** What an event becomes that was neither a purchase nor a return nor a day that passed. */
    private static final String SOMETHING = "erased";

    private static final String PREFIX = "erased-";

    private final String customer;
    private final String pseudonym;
    private final Map<String, String> names = new HashMap<>();

    /** Takes a customer out, who is called by a name from now on that says nothing. */
    public Erasure(String customer) {
        this.customer = customer;
        this.pseudonym = PREFIX + UUID.randomUUID();
    }

    /** The name the customer is called by from now on. */
    public String pseudonym() {
        return pseudonym;
    }

    /** What is left of the customer's next operation. */
    public Operation of(Operation operation) {
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
                Customer.of(pseudonym),
                List.of(),
                operation.ruleBook(),
                holder(operation),
                operation.number(),
                operation.zone(),
                operation.entries().stream().map(this::entry).toList(),
                null);
    }

    /** Another customer's operation, calling the one who is erased by the other name. */
    public Operation ofSomebodyElse(Operation operation) {
        var decision = operation.decision();
        var event = named(decision.event()).equals(customer) ? naming(decision.event(), pseudonym) : decision.event();
        var outcome = new Outcome(
                event.id(),
                decision.outcome().rewards().stream().map(this::renamed).toList(),
                decision.outcome().refused().stream().map(this::renamed).toList());
        var known = operation.customer().id().equals(customer) ? Customer.of(event.customer()) : operation.customer();
        return operation.saying(decision.saying(event, outcome), known, holder(operation));
    }

    private String holder(Operation operation) {
        return operation.holder().equals(customer) ? pseudonym : operation.holder();
    }

    /** The same event, naming another customer besides the one it happened to. */
    private static Event naming(Event event, String other) {
        if (event instanceof Referral referral) {
            return new Referral(referral.id(), referral.customer(), referral.at(), other);
        }
        if (event instanceof AccountMerge merge) {
            return new AccountMerge(merge.id(), merge.customer(), merge.at(), other);
        }
        return event instanceof AccountUnmerge unmerge
                ? new AccountUnmerge(unmerge.id(), unmerge.customer(), unmerge.at(), other)
                : event;
    }

    /** Whom it names besides the one it happened to; empty for nobody. */
    private static String named(Event event) {
        if (event instanceof Referral referral) {
            return referral.friend();
        }
        if (event instanceof AccountMerge merge) {
            return merge.other();
        }
        return event instanceof AccountUnmerge unmerge ? unmerge.other() : "";
    }

    /** True when these are the same event, but for the names of people who were erased since. */
    public static boolean isSame(Event known, Event sent) {
        return known.equals(sent) || (named(known).startsWith(PREFIX) && known.equals(naming(sent, named(known))));
    }

    private Reward renamed(Reward reward) {
        var benefit =
                reward.benefit() instanceof ReferralPaid paid && paid.friend().equals(customer)
                        ? new ReferralPaid(pseudonym)
                        : reward.benefit();
        return new Reward(reward.offer(), benefit, reward.cost(), renamed(reward.reason()));
    }

    private Refusal renamed(Refusal refusal) {
        return new Refusal(
                refusal.offer(),
                refusal.cause(),
                renamed(refusal.explanation()),
                refusal.handedTo(),
                renamed(refusal.reason()));
    }

    private Reason renamed(Reason reason) {
        var facts = reason.facts();
        return facts.stream().anyMatch(fact -> fact.contains(customer))
                ? new Reason(
                        reason.offer(),
                        reason.rule(),
                        facts.stream().map(this::renamed).toList())
                : reason;
    }

    /** The text with the id replaced where it stands by itself. */
    private String renamed(String text) {
        return text.replaceAll(
                "(?<![\\w-])" + Pattern.quote(customer) + "(?![\\w-])", Matcher.quoteReplacement(pseudonym));
    }

    private Event event(Operation operation) {
        var event = operation.event();
        var id = name(event.id());
        var at = startOfDay(operation);
        if (event instanceof Purchase) {
            return Purchase.of(id, pseudonym, at);
        }
        if (event instanceof Return returned) {
            return new Return(id, pseudonym, at, name(returned.purchase()), List.of(), "");
        }
        if (event instanceof Day) {
            return new Day(id, pseudonym, at);
        }
        if (event instanceof AccountMerge merge) {
            return new AccountMerge(id, pseudonym, at, merge.isCopy() ? pseudonym : merge.other());
        }
        if (event instanceof AccountUnmerge unmerge) {
            return new AccountUnmerge(id, pseudonym, at, unmerge.isCopy() ? pseudonym : unmerge.other());
        }
        return Complaint.foundUnfoundedBy(event)
                .map(complaint ->
                        new Activity(id, pseudonym, at, Complaint.UNFOUNDED, Map.of("complaint", name(complaint))))
                .orElseGet(() -> new Activity(id, pseudonym, at, SOMETHING, Map.of()));
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
        }
        if (benefit instanceof Voucher voucher) {
            return voucher.withCode(name(voucher.code()));
        }
        if (benefit instanceof VoucherEnd end) {
            return new VoucherEnd(name(end.code()), end.partner(), end.value(), end.used());
        }
        return benefit instanceof Replacement replacement ? new Replacement("", replacement.value()) : benefit;
    }

    private Entry entry(Entry entry) {
        return new Entry(
                name(entry.event()),
                entry.number(),
                entry.offer(),
                BookAccount.renamed(entry.from(), customer, pseudonym),
                BookAccount.renamed(entry.to(), customer, pseudonym),
                entry.unit(),
                entry.amount());
    }

    /** Another name for an id or a code, the same whenever it is met again. */
    private String name(String id) {
        return names.computeIfAbsent(id, key -> pseudonym + "-" + (names.size() + 1));
    }
}
