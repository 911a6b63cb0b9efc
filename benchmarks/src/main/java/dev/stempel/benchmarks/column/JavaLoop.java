package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Asked;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import java.util.List;

/** What a developer writes first, and sensibly: add the basket up, then ask each offer in turn. */
final class JavaLoop implements Column {

    private final List<Offer> offers;

    JavaLoop(List<Offer> offers) {
        this.offers = List.copyOf(offers);
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var asked = Asked.about(basket);
        for (var offer : offers) {
            if (asked.holds(offer)) {
                asked.give(offer);
            }
        }
        return asked.rewards();
    }
}
