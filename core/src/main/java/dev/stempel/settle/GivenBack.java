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

/** What a reversal gives back of limits and budgets: what was drawn, but not for vouchers that stay with the customer. */
final class GivenBack {

    private final Map<String, Draw> draws = new TreeMap<>();

    private GivenBack() {}

    /**
     * What is given back, below zero.
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
                .toList();
    }

    private void add(Draw draw, Used used) {
        var before = draws.get(draw.key());
        var sum = before == null ? used : before.used().plus(used);
        draws.put(draw.key(), new Draw(draw.key(), draw.shared(), sum, null));
    }

    private void keep(Offer offer, Decision with, Decision without, List<Reward> reversed) {
        var left = new HashSet<>(without.outcome().vouchers());
        var gone = with.outcome().rewards().stream()
                .filter(reward -> reward.offer().equals(offer.id()))
                .filter(reward -> reward.benefit() instanceof Voucher voucher && !left.contains(voucher))
                .toList();
        long settled = reversed.stream()
                .filter(reward -> reward.offer().equals(offer.id()))
                .filter(reward -> reward.benefit() instanceof VoucherEnd
                        || (reward.benefit() instanceof MoneyBack back
                                && back.amount().signum() < 0))
                .count();
        var kept = gone.stream().skip(settled).map(Reward::cost).toList();
        if (!kept.isEmpty()) {
            var cost = kept.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            offer.limits().forEach(limit -> keep(limit, limit.key(with.day()), cost));
        }
    }

    private void keep(Limit limit, String key, BigDecimal cost) {
        var draw = draws.get(key);
        if (draw != null) {
            var amount = limit.unit() == Limit.Unit.MONEY ? cost : BigDecimal.ZERO;
            var used = draw.used().plus(new Used(1, amount));
            draws.put(
                    key,
                    new Draw(
                            key,
                            draw.shared(),
                            new Used(Math.min(0, used.times()), used.amount().min(BigDecimal.ZERO)),
                            null));
        }
    }
}
