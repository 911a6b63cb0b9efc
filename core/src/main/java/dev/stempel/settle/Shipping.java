package dev.stempel.settle;

import dev.stempel.engine.Proposal;
import dev.stempel.event.Purchase;
import dev.stempel.reward.FreeShipping;
import java.math.BigDecimal;
import java.util.List;

/** Settles what shipping costs, which is looked at when the goods are discounted. */
final class Shipping {

    private Shipping() {}

    /** The purchase with shipping at its price, or free by the best offer that allows it. */
    static Purchase settle(Settled settled, Purchase purchase, List<Proposal> proposals) {
        for (var proposal : settled.choose(proposals, one -> free(purchase).worth())) {
            if (settled.grant(proposal, free(purchase))) {
                return purchase.withSums(purchase.discount(), purchase.tax(), BigDecimal.ZERO);
            }
        }
        return purchase;
    }

    private static Resolved free(Purchase purchase) {
        return new Resolved(List.of(new FreeShipping(purchase.shipping())), new Worth(0, purchase.shipping()));
    }
}
