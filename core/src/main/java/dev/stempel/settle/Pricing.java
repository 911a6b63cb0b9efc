package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.offer.Limit;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Discount;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Stamps;
import dev.stempel.rule.DiscountGift;
import dev.stempel.rule.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Settles what the basket costs: free units first, then discounts in their order. */
final class Pricing {

    private final Settled settled;
    private final Policies policies;
    private final Basket basket;

    Pricing(Settled settled, Basket basket) {
        this.settled = settled;
        this.policies = settled.policies;
        this.basket = basket;
    }

    void settle(List<Proposal> proposals) {
        var chosen = settled.choose(proposals, this::estimate);
        for (var proposal : chosen) {
            if (proposal.sentence() instanceof Sentence.Stamping stamping && stamping.gift() == null) {
                freeUnits(proposal, stamping);
            }
        }
        for (var proposal : chosen) {
            if (proposal.sentence() instanceof Sentence.Giving giving && giving.gift() instanceof DiscountGift gift) {
                discount(proposal, gift);
            } else if (proposal.sentence() instanceof Sentence.Stamping stamping
                    && stamping.gift() instanceof DiscountGift gift) {
                cardDiscount(proposal, stamping, gift);
            }
        }
    }

    /** What it would take off if it were the only one. */
    private Worth estimate(Proposal proposal) {
        if (proposal.sentence() instanceof Sentence.Stamping stamping && stamping.gift() == null) {
            return FreeUnitsPlan.of(settled, basket, stamping).worth();
        }
        if (proposal.sentence() instanceof Sentence.Stamping stamping && stamping.gift() instanceof DiscountGift gift) {
            long completed = completed(stamping);
            return new Worth(0, completed == 0 ? BigDecimal.ZERO : amount(gift, completed));
        }
        return proposal.sentence() instanceof Sentence.Giving giving && giving.gift() instanceof DiscountGift gift
                ? new Worth(0, amount(gift, 1))
                : new Worth(0, BigDecimal.ZERO);
    }

    private void freeUnits(Proposal proposal, Sentence.Stamping stamping) {
        var plan = FreeUnitsPlan.of(settled, basket, stamping);
        if (settled.grant(proposal, plan.resolved())) {
            basket.giveFree(plan.lines());
            settled.put(plan.cardAfter());
        }
    }

    private void discount(Proposal proposal, DiscountGift gift) {
        var lines = basket.lines(gift.lines());
        var amount = trimmed(proposal, amount(gift, 1));
        if (amount.signum() == 0) {
            settled.refuse(proposal, Cause.NOTHING_LEFT, "The price cannot go lower.");
            return;
        }
        var parts = basket.spread(amount, lines);
        if (settled.grant(proposal, new Resolved(List.of(new Discount(amount, parts)), new Worth(0, amount)))) {
            basket.takeOff(parts);
        }
    }

    private void cardDiscount(Proposal proposal, Sentence.Stamping stamping, DiscountGift gift) {
        long completed = completed(stamping);
        var card = settled.card(stamping.card(), stamping.size());
        long left = card.filled() + stamping.count() - completed * stamping.size();
        var stamps = new Stamps(
                stamping.card(), stamping.count(), left, stamping.size(), completed, false, stamping.lifetime());
        var benefits = new ArrayList<Benefit>(List.of(stamps));
        var amount = completed == 0 ? BigDecimal.ZERO : trimmed(proposal, amount(gift, completed));
        var parts = amount.signum() == 0
                ? Map.<Integer, BigDecimal>of()
                : basket.spread(amount, basket.lines(gift.lines()));
        if (amount.signum() > 0) {
            benefits.add(new Discount(amount, parts));
        }
        if (stamping.count() > 0 && settled.grant(proposal, new Resolved(benefits, new Worth(0, amount)))) {
            basket.takeOff(parts);
            settled.put(card.filled(left, completed > 0, settled.day));
        }
    }

    private long completed(Sentence.Stamping stamping) {
        long filled = settled.card(stamping.card(), stamping.size()).filled() + stamping.count();
        return Math.max(0, filled) / stamping.size();
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
    private BigDecimal amount(DiscountGift gift, long times) {
        var lines = basket.lines(gift.lines());
        var exact = gift.amount() != null ? gift.amount() : percentage(gift, lines);
        return policies.round(exact.multiply(BigDecimal.valueOf(times))).min(basket.room(lines));
    }

    private BigDecimal percentage(DiscountGift gift, List<Integer> lines) {
        var percent = gift.percent() == null ? BigDecimal.ZERO : gift.percent();
        var base = policies.discounts() == Policies.Discounts.IN_SEQUENCE ? basket.left(lines) : basket.initial(lines);
        return base.multiply(percent).movePointLeft(2);
    }
}
