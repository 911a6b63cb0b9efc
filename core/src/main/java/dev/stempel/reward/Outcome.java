package dev.stempel.reward;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an event came to.
 *
 * @param event the event's id
 * @param rewards what the customer gets, in the order in which it was settled
 * @param refused offers whose conditions were met and that gave nothing
 */
public record Outcome(String event, List<Reward> rewards, List<Refusal> refused) {

    public Outcome {
        rewards = rewards == null ? List.of() : List.copyOf(rewards);
        refused = refused == null ? List.of() : List.copyOf(refused);
    }

    /** The benefits of one kind. */
    public <T extends Benefit> Stream<T> all(Class<T> kind) {
        return rewards.stream().map(Reward::benefit).filter(kind::isInstance).map(kind::cast);
    }

    /** Points earned, less points spent and taken back. */
    public long points() {
        return all(Points.class).mapToLong(Points::amount).sum();
    }

    /** Stamps added to a card, less stamps taken back. */
    public long stamps(String card) {
        return all(Stamps.class)
                .filter(stamps -> stamps.card().equals(card))
                .mapToLong(Stamps::count)
                .sum();
    }

    /** Units of this basket that are free. */
    public long freeUnits() {
        return all(FreeUnits.class).mapToLong(FreeUnits::units).sum();
    }

    /** Money off this basket: discounts and free units, in the programme's currency. */
    public BigDecimal discount() {
        var sum = BigDecimal.ZERO;
        for (var reward : rewards) {
            if (reward.benefit() instanceof Discount discount) {
                sum = sum.add(discount.amount());
            } else if (reward.benefit() instanceof FreeUnits free) {
                sum = sum.add(free.value());
            }
        }
        return sum;
    }

    /** True when something is taken off this basket. */
    public boolean lowersThePrice() {
        for (var reward : rewards) {
            boolean lower = reward.benefit() instanceof Discount discount
                    ? discount.amount().signum() > 0
                    : reward.benefit() instanceof FreeUnits free && free.value().signum() > 0;
            if (lower) {
                return true;
            }
        }
        return false;
    }

    /** Vouchers given. */
    public List<Voucher> vouchers() {
        return all(Voucher.class).toList();
    }

    /** What the rewards cost per offer, in the programme's currency. */
    public Map<String, BigDecimal> costs() {
        var costs = new TreeMap<String, BigDecimal>();
        rewards.forEach(reward -> costs.merge(reward.offer(), reward.cost(), BigDecimal::add));
        return costs;
    }
}
