package dev.stempel.settle;

import dev.stempel.event.Event;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.BillDiscount;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Escalation;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Points;
import dev.stempel.reward.Replacement;
import dev.stempel.reward.Voucher;
import dev.stempel.rule.BillsGift;
import dev.stempel.rule.CreditGift;
import dev.stempel.rule.EscalationGift;
import dev.stempel.rule.Gift;
import dev.stempel.rule.MoneyBackGift;
import dev.stempel.rule.PointsGift;
import dev.stempel.rule.ReplacementGift;
import dev.stempel.rule.SimpleGift;
import dev.stempel.rule.VoucherGift;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what a gift comes to: rounding, dates, voucher codes. Used by one evaluation. */
final class Gifts {

    /** More points or vouchers than one event ever brings; beyond it a number is taken for a mistake. */
    private static final BigDecimal MOST_POINTS = new BigDecimal("1000000000000");

    private static final int MOST_DIGITS = 12;

    private static final long MOST_VOUCHERS = 10_000;

    private final Policies policies;
    private final Event event;
    private final LocalDate day;
    private Map<String, Integer> vouchersOfOffer = Map.of();

    Gifts(Policies policies, Event event, LocalDate day) {
        this.policies = policies;
        this.event = event;
        this.day = day;
    }

    /** The gift, so many times. */
    Resolved resolve(String offer, Gift gift, long times, @Nullable String card) {
        if (gift instanceof PointsGift points) {
            return points(points, Exact.times(points.exact(), times));
        }
        if (gift instanceof VoucherGift voucher) {
            return vouchers(offer, voucher, times, card);
        }
        if (gift instanceof CreditGift credit) {
            var amount = money(credit.amount(), times);
            return of(new Credit(amount), amount);
        }
        if (gift instanceof MoneyBackGift back) {
            var amount = money(back.amount(), times);
            return of(new MoneyBack(amount), amount);
        }
        if (gift instanceof ReplacementGift replacement) {
            var value = money(replacement.value(), times);
            return new Resolved(List.of(new Replacement(replacement.item(), value)), new Worth(0, value));
        }
        if (gift instanceof BillsGift bills) {
            var discount = new BillDiscount(bills.percent(), bills.bills());
            return new Resolved(List.of(discount), new Worth(0, money(bills.cost(), times)));
        }
        if (gift instanceof SimpleGift simple) {
            return new Resolved(List.of(simple.benefit().apply(day)), new Worth(0, money(simple.cost(), times)));
        }
        if (gift instanceof EscalationGift escalation) {
            var about = escalation.complaint().isEmpty() ? event.id() : escalation.complaint();
            return new Resolved(List.of(new Escalation(escalation.to(), about)), new Worth(0, BigDecimal.ZERO));
        }
        throw new IllegalStateException(gift + " cannot be given here.");
    }

    Resolved points(PointsGift gift, BigDecimal exact) {
        return points(gift, round(gift, exact), gift.qualifying());
    }

    Resolved points(PointsGift gift, long points, boolean qualifying) {
        if (points == 0) {
            return Resolved.NOTHING;
        }
        var from = gift.pending() == null ? null : day.plus(gift.pending());
        var expires = gift.expiry().lastDay(day);
        var benefit = new Points(
                points, qualifying ? points : 0, from, expires, gift.expiry().idle());
        return new Resolved(List.of(benefit), Worth.ofPoints(points, policies.pointValue()));
    }

    long round(PointsGift gift, BigDecimal exact) {
        RoundingMode rounding = gift.rounding() == null ? policies.pointRounding() : gift.rounding();
        var points = exact.setScale(0, rounding);
        if (points.precision() > MOST_DIGITS && points.abs().compareTo(MOST_POINTS) > 0) {
            throw tooMany(points.toPlainString(), "points", MOST_POINTS.toPlainString());
        }
        return points.longValueExact();
    }

    private Resolved vouchers(String offer, VoucherGift gift, long times, @Nullable String card) {
        if (times > MOST_VOUCHERS) {
            throw tooMany(times + "", "vouchers", MOST_VOUCHERS + "");
        }
        if (vouchersOfOffer.isEmpty()) {
            vouchersOfOffer = new HashMap<>();
        }
        var benefits = new ArrayList<Benefit>();
        var partner = gift.partner().equals(policies.name()) ? "" : gift.partner();
        var until = gift.validity() == null ? null : day.plus(gift.validity());
        for (long i = 0; i < times; i++) {
            int number = vouchersOfOffer.merge(offer, 1, Integer::sum);
            var code = VoucherCodes.code(policies.name(), event.id(), offer, number);
            benefits.add(new Voucher(code, partner, gift.item(), gift.value(), day, until, card));
        }
        return new Resolved(benefits, new Worth(0, Exact.times(gift.worth(), times)));
    }

    private InvalidInput tooMany(String number, String what, String most) {
        return new InvalidInput(List.of(Problem.in(
                "event " + event.id(),
                "It would bring " + number + " " + what + ", more than " + most + ".",
                "Maybe a digit of a price or quantity is wrong, or of the offer's number?")));
    }

    private BigDecimal money(BigDecimal amount, long times) {
        return policies.round(Exact.times(amount, times));
    }

    private static Resolved of(Benefit benefit, BigDecimal amount) {
        return amount.signum() == 0 ? Resolved.NOTHING : new Resolved(List.of(benefit), new Worth(0, amount));
    }
}
