package dev.stempel.settle;

import dev.stempel.account.Decision;
import dev.stempel.account.Draw;
import dev.stempel.account.Used;
import dev.stempel.offer.Limit;
import dev.stempel.offer.Offer;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a reversal gives back of limits and budgets: what was drawn, but not for vouchers that stay with the customer. */
final class GivenBack {

    private final Map<String, Draw> draws = new TreeMap<>();

    private GivenBack() {}

    /**
     * What is given back, below zero; where what is left earns more than before, what that draws.
     *
     * @param offers the offers of the day of purchase
     * @param with what was decided with the goods
     * @param without what is decided without them
     * @param reversed what is taken back
     */
    static List<Draw> draws(List<Offer> offers, Decision with, Decision without, List<Reward> reversed) {
        var back = new GivenBack();
        with.draws().forEach(draw -> back.add(draw, draw.used().negated()));
        without.draws().forEach(draw -> back.add(draw, draw.used()));
        offers.forEach(offer -> back.keep(offer, with, without, reversed));
        return back.draws.values().stream()
                .filter(draw -> !draw.used().isNothing())
                .map(draw -> draw.takes() ? draw : draw.counted())
                .toList();
    }

    private void add(Draw draw, Used used) {
        var before = draws.get(draw.key());
        var sum = before == null ? used : before.used().plus(used);
        draws.put(draw.key(), new Draw(draw.key(), draw.shared(), sum, draw.cap()));
    }

    /** Vouchers that stay keep what they drew; those that would be given now, but are not, draw nothing. */
    private void keep(Offer offer, Decision with, Decision without, List<Reward> reversed) {
        long settled = reversed.stream()
                .filter(reward -> reward.offer().equals(offer.id()))
                .filter(reward -> reward.benefit() instanceof VoucherEnd || charges(reward))
                .count();
        var kept = vouchers(offer, with, without).skip(settled).toList();
        var notGiven = vouchers(offer, without, with).toList();
        for (var limit : offer.limits()) {
            var draw = draws.get(limit.key(with.day()));
            if (draw != null) {
                var used = draw.used()
                        .plus(used(limit, kept, gives(offer, without)))
                        .plus(used(limit, notGiven, gives(offer, with)).negated());
                draws.put(draw.key(), new Draw(draw.key(), draw.shared(), used, draw.cap()));
            }
        }
    }

    /** True where the customer pays for what was used. */
    static boolean charges(Reward reward) {
        return reward.benefit() instanceof MoneyBack back && back.amount().signum() < 0;
    }

    /** The rewards that are vouchers of one decision and not of the other. */
    static Stream<Reward> vouchers(Offer offer, Decision of, Decision not) {
        var others = new HashSet<>(not.outcome().vouchers());
        return of.outcome().rewards().stream()
                .filter(reward -> reward.offer().equals(offer.id()))
                .filter(reward -> reward.benefit() instanceof Voucher voucher && !others.contains(voucher));
    }

    static boolean gives(Offer offer, Decision decision) {
        return decision.outcome().rewards().stream()
                .anyMatch(reward -> reward.offer().equals(offer.id()) && reward.benefit() instanceof Voucher);
    }

    /** An offer draws once for all it gives at a time, so some more of it is no further time. */
    static Used used(Limit limit, List<Reward> vouchers, boolean more) {
        return vouchers.isEmpty()
                ? Used.NOTHING
                : new Used(
                        more ? 0 : 1,
                        limit.unit() == Limit.Unit.MONEY
                                ? vouchers.stream().map(Reward::cost).reduce(BigDecimal.ZERO, BigDecimal::add)
                                : BigDecimal.ZERO);
    }
}
