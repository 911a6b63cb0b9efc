package dev.stempel.ledger;

import dev.stempel.account.Account;
import dev.stempel.account.Breakage;
import dev.stempel.account.DueAction;
import dev.stempel.account.OpenComplaint;
import dev.stempel.account.PointBalance;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Escalation;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Reason;
import dev.stempel.reward.ReferralPaid;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.ReservationEnd;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Takes whoever is erased out of what others did and have: friends, people with whom an account was shared. They keep all
 * that is theirs, and what is decided of it later does not change, since the other names are used everywhere.
 */
final class Bystanders {

    private final Pseudonyms names;

    Bystanders(Pseudonyms names) {
        this.names = names;
    }

    /** An operation of somebody else; the same when it names nobody who is erased. */
    Operation in(Operation operation) {
        var decision = operation.decision();
        var event = Mentioned.renamed(decision.event(), names::of, names::called);
        var outcome = new Outcome(
                event.id(),
                decision.outcome().rewards().stream().map(this::renamed).toList(),
                decision.outcome().refused().stream().map(this::renamed).toList());
        var known = names.isErased(operation.customer().id()) ? Customer.of(event.customer()) : operation.customer();
        var elsewhere = operation.elsewhere();
        return new Operation(
                decision.saying(event, outcome),
                known,
                operation.facts(),
                operation.ruleBook(),
                names.of(operation.holder()),
                operation.number(),
                operation.zone(),
                operation.entries().stream().map(entry -> of(entry, event)).toList(),
                elsewhere == null ? null : in(elsewhere),
                null,
                null);
    }

    private static Entry of(Entry entry, Event event) {
        return new Entry(
                event.id(), entry.number(), entry.offer(), entry.from(), entry.to(), entry.unit(), entry.amount());
    }

    private Reward renamed(Reward reward) {
        return new Reward(reward.offer(), renamed(reward.benefit()), reward.cost(), renamed(reward.reason()));
    }

    private Benefit renamed(Benefit benefit) {
        if (benefit instanceof ReferralPaid paid) {
            return new ReferralPaid(names.of(paid.friend()));
        } else if (benefit instanceof Voucher voucher) {
            return renamed(voucher);
        } else if (benefit instanceof VoucherEnd end) {
            return new VoucherEnd(names.called(end.code()), end.partner(), end.value(), end.used());
        } else if (benefit instanceof ReservationEnd end) {
            return new ReservationEnd(names.called(end.id()), end.committed());
        }
        return benefit instanceof Escalation one ? new Escalation(one.to(), names.called(one.about())) : benefit;
    }

    private Voucher renamed(Voucher voucher) {
        return voucher.withCode(names.called(voucher.code()));
    }

    private Refusal renamed(Refusal refusal) {
        return new Refusal(
                refusal.offer(),
                refusal.cause(),
                names.in(refusal.explanation()),
                refusal.handedTo(),
                renamed(refusal.reason()));
    }

    private Reason renamed(Reason reason) {
        return new Reason(
                reason.offer(),
                reason.rule(),
                reason.facts().stream().map(names::in).toList());
    }

    /** An account of somebody else, as it was lent, or known at a till that was cut off. */
    Account in(Account account) {
        return new Account(
                names.of(account.customer()),
                account.zone(),
                account.at(),
                account.version(),
                renamed(account.balance()),
                account.cards(),
                renamed(account.vouchers(), names::called, this::renamed),
                account.credit(),
                new Breakage(
                        account.breakage().due(), renamed(account.breakage().vouchers(), names::called, this::renamed)),
                account.ladder(),
                account.earned(),
                account.tierMemory(),
                account.used(),
                account.history(),
                account.complaints().stream().map(this::renamed).toList(),
                account.dueActions().stream().map(this::renamed).toList(),
                account.statuses(),
                renamed(account.referrals(), names::of, day -> day),
                account.standing());
    }

    private PointBalance renamed(PointBalance balance) {
        return new PointBalance(
                balance.lots(),
                balance.expired(),
                balance.debt(),
                renamed(balance.reserved(), names::called, reserved -> reserved));
    }

    private OpenComplaint renamed(OpenComplaint one) {
        return new OpenComplaint(
                names.called(one.id()), one.kind(), one.severity(), one.at(), one.hoursOpen(), one.escalatedTo());
    }

    private DueAction renamed(DueAction one) {
        return new DueAction(
                names.of(one.customer()),
                names.called(one.subject()),
                one.role(),
                names.called(one.event()),
                one.since());
    }

    private static <T> SortedMap<String, T> renamed(
            Map<String, T> named, UnaryOperator<String> name, UnaryOperator<T> value) {
        var renamed = new TreeMap<String, T>();
        named.forEach((key, one) -> renamed.put(name.apply(key), value.apply(one)));
        return renamed;
    }
}
