package dev.stempel.settle;

import dev.stempel.event.Event;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Discount;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome comes to per offer and kind of benefit, so that two outcomes can be compared.
 *
 * @param changes the sums
 */
record Tally(Map<Key, Sum> changes) {

    /**
     * What is added up together.
     *
     * @param offer the offer
     * @param rule its rule
     * @param kind the benefit with its numbers taken out: the same card, the same expiry …
     */
    record Key(String offer, String rule, Benefit kind) {

        boolean isOf(Reward reward) {
            return reward.offer().equals(offer) && reward.reason().rule().equals(rule);
        }

        Reward reward(Benefit benefit, BigDecimal cost, Event event) {
            return new Reward(offer, benefit, cost, reason(event));
        }

        Reason reason(Event event) {
            return new Reason(offer, rule, List.of(event));
        }
    }

    /**
     * A sum.
     *
     * @param first points, stamps or units
     * @param second qualifying points, cards completed, or stamps used up
     * @param money an amount, in the programme's currency
     * @param cost what it costs, in the programme's currency
     */
    record Sum(long first, long second, BigDecimal money, BigDecimal cost) {

        private Sum plus(Sum other) {
            return new Sum(first + other.first, second + other.second, money.add(other.money), cost.add(other.cost));
        }

        private Sum negated() {
            return new Sum(-first, -second, money.negate(), cost.negate());
        }

        private boolean isNothing() {
            return first == 0 && second == 0 && money.signum() == 0;
        }
    }

    static Tally of(Outcome outcome) {
        var sums = new LinkedHashMap<Key, Sum>();
        for (var reward : outcome.rewards()) {
            var kind = kind(reward.benefit());
            if (kind != null) {
                var key = new Key(reward.offer(), reward.reason().rule(), kind);
                sums.merge(key, sum(reward.benefit(), reward.cost()), Sum::plus);
            }
        }
        return new Tally(sums);
    }

    Tally minus(Tally other) {
        var sums = new LinkedHashMap<>(changes);
        other.changes.forEach((key, sum) -> sums.merge(key, sum.negated(), Sum::plus));
        sums.values().removeIf(Sum::isNothing);
        return new Tally(sums);
    }

    private static @Nullable Benefit kind(Benefit benefit) {
        if (benefit instanceof Points points) {
            return new Points(0, 0, points.spendableFrom(), points.expires(), points.idle());
        }
        if (benefit instanceof Stamps stamps) {
            return new Stamps(stamps.card(), 0, 0, stamps.size(), 0, stamps.nextFree(), stamps.lifetime());
        }
        if (benefit instanceof FreeUnits free) {
            return new FreeUnits(free.card(), 0, 0, BigDecimal.ZERO, Map.of());
        }
        if (benefit instanceof Discount) {
            return new Discount(BigDecimal.ZERO, Map.of());
        }
        if (benefit instanceof Credit) {
            return new Credit(BigDecimal.ZERO);
        }
        return benefit instanceof MoneyBack ? new MoneyBack(BigDecimal.ZERO) : null;
    }

    private static Sum sum(Benefit benefit, BigDecimal cost) {
        if (benefit instanceof Points points) {
            return new Sum(points.amount(), points.qualifying(), BigDecimal.ZERO, cost);
        }
        if (benefit instanceof Stamps stamps) {
            return new Sum(stamps.count(), stamps.completed(), BigDecimal.ZERO, cost);
        }
        if (benefit instanceof FreeUnits free) {
            return new Sum(free.units(), free.stamps(), free.value(), cost);
        }
        if (benefit instanceof Discount discount) {
            return new Sum(0, 0, discount.amount(), cost);
        }
        if (benefit instanceof Credit credit) {
            return new Sum(0, 0, credit.amount(), cost);
        }
        return new Sum(0, 0, benefit instanceof MoneyBack back ? back.amount() : BigDecimal.ZERO, cost);
    }
}
