package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.rule.Multiplier;
import dev.stempel.rule.PointsGift;
import dev.stempel.rule.Sentence;
import dev.stempel.rule.Words;
import java.math.BigDecimal;
import java.util.List;

/** What offers that exclude each other would each bring, so that the better one can be chosen. */
final class Estimate {

    private static final PointsGift ONE_POINT = Words.points(1);

    private final Settled settled;
    private final Gifts gifts;
    private final List<Proposal> proposals;

    Estimate(Settled settled, List<Proposal> proposals) {
        this.settled = settled;
        this.proposals = proposals;
        gifts = new Gifts(settled.policies, settled.event, settled.day);
    }

    /** What the proposal would bring if it were the only one of its group. */
    Worth worth(Proposal proposal) {
        if (isMultiplier(proposal)) {
            var points = proposals.stream().map(Estimate::multipliedPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
            var extra = points.multiply(factor(proposal).subtract(BigDecimal.ONE));
            return gifts.points(ONE_POINT, extra).worth();
        }
        if (proposal.sentence() instanceof Sentence.Giving giving) {
            return gifts.resolve(proposal.offer().id(), giving.gift(), 1, null).worth();
        }
        return proposal.sentence() instanceof Sentence.Stamping stamping
                ? worth(proposal, stamping)
                : Resolved.NOTHING.worth();
    }

    private Worth worth(Proposal proposal, Sentence.Stamping stamping) {
        long completed = CardFilling.of(settled, stamping).completed();
        return completed == 0 || stamping.gift() == null
                ? Resolved.NOTHING.worth()
                : gifts.resolve(proposal.offer().id(), stamping.gift(), completed, null)
                        .worth();
    }

    private static BigDecimal multipliedPoints(Proposal proposal) {
        return proposal.sentence() instanceof Sentence.Giving giving
                        && giving.gift() instanceof PointsGift points
                        && points.multiplied()
                ? points.exact()
                : BigDecimal.ZERO;
    }

    static boolean isMultiplier(Proposal proposal) {
        return proposal.sentence() instanceof Sentence.Giving giving && giving.gift() instanceof Multiplier;
    }

    /** By how much it multiplies; by one when it does not. */
    static BigDecimal factor(Proposal proposal) {
        return proposal.sentence() instanceof Sentence.Giving giving && giving.gift() instanceof Multiplier factor
                ? factor.by()
                : BigDecimal.ONE;
    }
}
