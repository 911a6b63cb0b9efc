package dev.stempel.benchmarks.work;

import java.util.Map;

/**
 * What rules written as lambdas look at.
 *
 * @param sums what the basket holds, by key
 * @param rewards takes what is given
 */
public record Asked(Map<String, Sum> sums, Collector rewards) {

    /** A basket, added up, for which nothing has been given yet. */
    public static Asked about(Basket basket) {
        return new Asked(Sums.of(basket), new Collector());
    }

    /** True when the offer's conditions are met. */
    public boolean holds(Offer offer) {
        var sum = sums.get(offer.key());
        return sum != null && offer.holds(sum);
    }

    /** Gives what an offer whose conditions are met promises. */
    public void give(Offer offer) {
        var sum = sums.get(offer.key());
        if (sum != null) {
            offer.give(sum, rewards);
        }
    }
}
