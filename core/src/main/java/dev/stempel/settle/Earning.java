package dev.stempel.settle;

import dev.stempel.account.Ladder;
import dev.stempel.engine.Proposal;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reason;
import dev.stempel.reward.ReferralPaid;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.WinBack;
import dev.stempel.rule.Gift;
import dev.stempel.rule.Multiplier;
import dev.stempel.rule.PointsGift;
import dev.stempel.rule.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settles what the event earns: points, stamps and what full cards give, then multipliers, then automatic redemption. */
final class Earning {

    private final Settled settled;
    private List<Proposal> multipliers = List.of();
    private List<Earned> multiplied = List.of();
    private @Nullable Proposal tiering;

    /** Points that multipliers apply to: what the rule said, and the exact number that was given. */
    private record Earned(PointsGift gift, BigDecimal exact) {}

    Earning(Settled settled) {
        this.settled = settled;
    }

    void settle(List<Proposal> proposals) {
        var chosen = settled.choose(proposals, proposal -> new Estimate(settled, proposals).worth(proposal));
        for (var proposal : chosen) {
            if (Estimate.isMultiplier(proposal)) {
                multipliers = new ArrayList<>(multipliers);
                multipliers.add(proposal);
            }
        }
        chosen.forEach(this::settle);
        multiply();
        chosen.forEach(this::redeem);
    }

    /** Why the tiers of this customer are what they are; absent when no rule named any. */
    @Nullable
    Reason tierReason() {
        return tiering == null ? null : tiering.reason();
    }

    private void settle(Proposal proposal) {
        var sentence = proposal.sentence();
        if (sentence instanceof Sentence.Giving giving) {
            give(proposal, giving.gift());
        } else if (sentence instanceof Sentence.Stamping stamping) {
            stamp(proposal, stamping);
        } else if (sentence instanceof Sentence.Spending spending) {
            spend(proposal, spending);
        } else if (sentence instanceof Sentence.Referring referring) {
            refer(proposal, referring);
        } else if (sentence instanceof Sentence.WinningBack winning) {
            winBack(proposal, winning);
        } else if (sentence instanceof Sentence.Tiering) {
            tiering = proposal;
        }
    }

    private void give(Proposal proposal, Gift gift) {
        if (gift instanceof Multiplier) {
            return;
        }
        var resolved = settled.gifts.resolve(proposal.offer().id(), gift, 1, null);
        var given = settled.grantOrTrim(proposal, resolved);
        boolean multiplies = !multipliers.isEmpty() && !given.isNothing();
        if (multiplies && gift instanceof PointsGift points && points.multiplied()) {
            long number = given.worth().points();
            boolean whole = number == resolved.worth().points();
            multiplied = new ArrayList<>(multiplied);
            multiplied.add(new Earned(points, whole ? points.exact() : BigDecimal.valueOf(number)));
        }
    }

    private void stamp(Proposal proposal, Sentence.Stamping stamping) {
        var gift = stamping.gift();
        if (stamping.count() <= 0 || gift == null) {
            return;
        }
        var filling = CardFilling.of(settled, stamping);
        var full = filling.completed() == 0
                ? Resolved.NOTHING
                : settled.gifts.resolve(proposal.offer().id(), gift, filling.completed(), stamping.card());
        if (settled.grant(proposal, full.with(filling.stamps()))) {
            settled.put(stamping.card(), filling::cardAfter);
        } else if (filling.completed() > 0) {
            keepFull(proposal, stamping);
        }
    }

    /** What a full card gives may be refused by a budget; the stamps are the customer's all the same. */
    private void keepFull(Proposal proposal, Sentence.Stamping stamping) {
        var waiting = CardFilling.waiting(settled, stamping);
        var stamps = Resolved.NOTHING.with(waiting.stamps());
        if (settled.stops(proposal, stamps.worth()) == null && settled.grant(proposal, stamps)) {
            settled.put(stamping.card(), waiting::cardAfter);
        }
    }

    private void spend(Proposal proposal, Sentence.Spending spending) {
        var spent = Spent.of(settled, spending);
        if (spent.steps() == 0) {
            settled.refuse(proposal, Cause.BALANCE, spent.lacking());
        } else {
            var gift = settled.gifts.resolve(proposal.offer().id(), spending.gift(), spent.steps(), null);
            settled.grant(proposal, gift.with(Points.of(-spent.steps() * spending.step(), 0)));
        }
    }

    private void refer(Proposal proposal, Sentence.Referring referring) {
        var gift = settled.gifts.resolve(proposal.offer().id(), referring.gift(), 1, null);
        settled.grant(proposal, gift.with(new ReferralPaid(referring.friend().id())));
    }

    private void winBack(Proposal proposal, Sentence.WinningBack winning) {
        var gift = settled.gifts.resolve(proposal.offer().id(), winning.gift(), 1, null);
        settled.grant(proposal, gift.with(new WinBack(winning.lapse().daysAway())));
    }

    private void multiply() {
        if (multiplied.isEmpty()) {
            return;
        }
        var policy = settled.policies.multipliers();
        var highestFirst = new ArrayList<>(multipliers);
        highestFirst.sort(Comparator.comparing(Estimate::factor).reversed().thenComparing(Proposal.IN_ORDER));
        var so = BigDecimal.ONE;
        boolean first = true;
        for (var proposal : highestFirst) {
            if (!first && policy == Policies.Multipliers.HIGHEST) {
                settled.refuse(proposal, Cause.EXCLUSIVE, "A higher multiplier applies, and only the highest counts.");
                continue;
            }
            var factor = Estimate.factor(proposal);
            var next =
                    first ? factor : policy == Policies.Multipliers.MULTIPLIED ? so.multiply(factor) : so.add(factor);
            if (multiply(proposal, so, next)) {
                so = next;
                first = false;
            }
        }
    }

    /** Gives what multiplying by {@code next} brings above multiplying by {@code before}, as one reward of the offer. */
    private boolean multiply(Proposal proposal, BigDecimal before, BigDecimal next) {
        var extra = Resolved.NOTHING;
        for (var earned : multiplied) {
            long points = settled.gifts.round(earned.gift(), earned.exact().multiply(next))
                    - settled.gifts.round(earned.gift(), earned.exact().multiply(before));
            extra = extra.plus(settled.gifts.points(earned.gift(), points, false));
        }
        return settled.grant(proposal, extra);
    }

    private void redeem(Proposal proposal) {
        if (!(proposal.sentence() instanceof Sentence.Redeeming redeeming)) {
            return;
        }
        long times = settled.balance() / redeeming.points();
        if (times <= 0) {
            return;
        }
        var gift = settled.gifts.resolve(proposal.offer().id(), redeeming.gift(), times, null);
        settled.grant(proposal, gift.with(Points.of(-times * redeeming.points(), 0)));
    }

    /** The tiers that apply to the customer from now on; absent when nothing was said of them. */
    @Nullable
    Ladder ladder() {
        return tiering != null && tiering.sentence() instanceof Sentence.Tiering named
                ? named.ladder()
                        .oneStep(settled.policies.downgrade() == Policies.Downgrade.ONE_STEP)
                        .outlastingReturns(settled.policies.tierAfterReturn() == Policies.TierAfterReturn.KEEP)
                : null;
    }
}
