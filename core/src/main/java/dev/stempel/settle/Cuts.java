package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.offer.Limit;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Discount;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.Points;
import dev.stempel.rule.CheapestFreeGift;
import dev.stempel.rule.DiscountGift;
import dev.stempel.rule.PriceGift;
import dev.stempel.rule.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Works out what a proposal would take off the basket. */
final class Cuts {

    private final Settled settled;
    private final Policies policies;
    private final Basket basket;

    Cuts(Settled settled, Basket basket) {
        this.settled = settled;
        this.policies = settled.policies;
        this.basket = basket;
    }

    Cut of(Proposal proposal) {
        var gift = proposal.sentence().gift();
        if (proposal.sentence() instanceof Sentence.Stamping stamping) {
            return gift instanceof DiscountGift discount
                    ? cardDiscount(proposal, stamping, discount)
                    : freeByCard(stamping);
        }
        if (proposal.sentence() instanceof Sentence.Spending spending && gift instanceof DiscountGift discount) {
            return forPoints(spending, discount);
        }
        if (gift instanceof PriceGift price) {
            return lowerPrice(price);
        }
        if (gift instanceof CheapestFreeGift cheapest) {
            return freeByNumber(cheapest);
        }
        return gift instanceof DiscountGift discount ? discount(proposal, discount) : Cut.NOTHING;
    }

    private Cut freeByCard(Sentence.Stamping stamping) {
        var plan = FreeUnitsPlan.of(settled, basket, stamping);
        return new Cut(plan.resolved(), () -> {
            basket.giveFree(plan.lines());
            settled.put(stamping.card(), plan::cardAfter);
        });
    }

    private Cut freeByNumber(CheapestFreeGift gift) {
        var among = basket.lines(gift.lines());
        var units = basket.cheapest(among, basket.paidUnits(among) / gift.outOf() * gift.free());
        if (units.isEmpty()) {
            return Cut.NOTHING;
        }
        var value = policies.round(basket.price(units));
        long free = units.values().stream().mapToLong(Long::longValue).sum();
        var benefit = new FreeUnits("", free, 0, value, units);
        return new Cut(new Resolved(List.of(benefit), new Worth(0, value)), () -> basket.giveFree(units));
    }

    /** Whoever pays less already keeps the lower price. */
    private Cut lowerPrice(PriceGift gift) {
        var parts = basket.above(gift.price(), basket.lines(gift.lines()));
        var amount = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return parts.isEmpty() ? Cut.NOTHING : cut(amount, parts);
    }

    private Cut cut(BigDecimal amount, Map<Integer, BigDecimal> parts) {
        return new Cut(
                new Resolved(List.of(new Discount(amount, parts)), new Worth(0, amount)), () -> basket.takeOff(parts));
    }

    /** No more points are spent than the price has room for. */
    private Cut forPoints(Sentence.Spending spending, DiscountGift gift) {
        var lines = basket.lines(gift.lines());
        var step = exact(gift, lines);
        var most = step.signum() == 0 ? step : basket.room(lines).divideToIntegralValue(step);
        long steps = Math.min(Spent.of(settled, spending).steps(), most.longValue());
        if (steps == 0) {
            return Cut.NOTHING;
        }
        var amount = amount(gift, steps, lines);
        var cut = cut(amount, basket.spread(amount, lines));
        return new Cut(cut.resolved().with(Points.of(-steps * spending.step(), 0)), cut.apply());
    }

    private Cut discount(Proposal proposal, DiscountGift gift) {
        var lines = basket.lines(gift.lines());
        var amount = trimmed(proposal, amount(gift, 1, lines));
        return amount.signum() == 0 ? Cut.NOTHING : cut(amount, basket.spread(amount, lines));
    }

    private Cut cardDiscount(Proposal proposal, Sentence.Stamping stamping, DiscountGift gift) {
        if (stamping.count() <= 0) {
            return Cut.NOTHING;
        }
        var filling = CardFilling.of(settled, stamping);
        var benefits = new ArrayList<Benefit>();
        benefits.add(filling.stamps());
        var lines = basket.lines(gift.lines());
        var amount = filling.completed() == 0
                ? BigDecimal.ZERO
                : trimmed(proposal, amount(gift, filling.completed(), lines));
        var parts = amount.signum() == 0 ? Map.<Integer, BigDecimal>of() : basket.spread(amount, lines);
        if (amount.signum() > 0) {
            benefits.add(new Discount(amount, parts));
        }
        return new Cut(new Resolved(benefits, new Worth(0, amount)), () -> {
            basket.takeOff(parts);
            settled.put(stamping.card(), filling::cardAfter);
        });
    }

    /** Under the trimming policy, what limits in money have room for. */
    private BigDecimal trimmed(Proposal proposal, BigDecimal amount) {
        if (policies.limits() != Policies.Limits.TRIM) {
            return amount;
        }
        var room = settled.allowance.tooSmall(proposal.offer(), new Worth(0, amount));
        return room == null || room.limit().unit() != Limit.Unit.MONEY ? amount : amount.min(room.room());
    }

    /** The discount so many times, rounded, and no more than the prices allow. */
    private BigDecimal amount(DiscountGift gift, long times, List<Integer> lines) {
        return policies.round(Exact.times(exact(gift, lines), times)).min(basket.room(lines));
    }

    private BigDecimal exact(DiscountGift gift, List<Integer> lines) {
        if (gift.amount() != null) {
            return gift.amount();
        }
        var share = gift.share() == null ? BigDecimal.ZERO : gift.share();
        var base = policies.discounts() == Policies.Discounts.IN_SEQUENCE ? basket.left(lines) : basket.initial(lines);
        return base.multiply(share);
    }
}
