package dev.stempel.ledger;

import dev.stempel.account.Decision;
import dev.stempel.event.Activity;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the person out of a customer's operations and leaves the books: numbers, days, offers and rules stay, so that
 * folding what is left gives the same balances. Names, ids, times of day, what was bought or said and every fact go.
 *
 * <p>Used for one customer, operation by operation in their order.
 */
public final class Erasure {

    /** What an event becomes that was neither a purchase nor a return nor a day that passed. */
    private static final String SOMETHING = "erased";

    private final String customer;
    private final String pseudonym;
    private final Map<String, String> names = new HashMap<>();

    /** Takes a customer out who is called by another name from now on. */
    public Erasure(String customer, String pseudonym) {
        this.customer = customer;
        this.pseudonym = pseudonym;
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
                operation.number(),
                operation.zone(),
                operation.entries().stream().map(this::entry).toList(),
                null);
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
        return event instanceof Day ? new Day(id, pseudonym, at) : new Activity(id, pseudonym, at, SOMETHING, Map.of());
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

    /** The benefit without names; absent when it is nothing but a name, or something still to be done for the person. */
    private @Nullable Benefit benefit(Benefit benefit) {
        if (benefit instanceof Contact || benefit instanceof Escalation || benefit instanceof ReferralPaid) {
            return null;
        }
        if (benefit instanceof Voucher voucher) {
            return voucher.withCode(name(voucher.code()));
        }
        if (benefit instanceof VoucherEnd end) {
            return new VoucherEnd(name(end.code()), end.partner(), end.value(), end.used());
        }
        if (benefit instanceof Reservation set) {
            return new Reservation(name(set.id()), set.points(), set.until());
        }
        if (benefit instanceof ReservationEnd end) {
            return new ReservationEnd(name(end.id()), end.committed());
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
