package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.rule.CheapestFreeGift;
import dev.stempel.rule.DiscountGift;
import dev.stempel.rule.Sentence;
import java.util.List;

/** Settles what the basket costs: free units first, then discounts in their order. */
final class Pricing {

    private final Settled settled;
    private final Cuts cuts;

    Pricing(Settled settled, Basket basket) {
        this.settled = settled;
        this.cuts = new Cuts(settled, basket);
    }

    void settle(List<Proposal> proposals) {
        var chosen = settled.choose(
                proposals, proposal -> cuts.of(proposal).resolved().worth());
        settle(chosen, true);
        settle(chosen, false);
    }

    private void settle(List<Proposal> chosen, boolean units) {
        for (var proposal : chosen) {
            if (givesUnits(proposal) == units) {
                settle(proposal);
            }
        }
    }

    private void settle(Proposal proposal) {
        if (proposal.sentence() instanceof Sentence.Spending spending) {
            var lacking = Spent.of(settled, spending).lacking();
            if (!lacking.isEmpty()) {
                settled.refuse(proposal, Cause.BALANCE, lacking);
                return;
            }
        }
        var cut = cuts.of(proposal);
        if (settled.grant(proposal, cut.resolved())) {
            cut.apply().run();
        } else if (cut.resolved().isNothing() && proposal.sentence().gift() instanceof DiscountGift) {
            settled.refuse(proposal, Cause.NOTHING_LEFT, "The price cannot go lower.");
        }
    }

    private static boolean givesUnits(Proposal proposal) {
        var gift = proposal.sentence().gift();
        return gift == null || gift instanceof CheapestFreeGift;
    }
}
