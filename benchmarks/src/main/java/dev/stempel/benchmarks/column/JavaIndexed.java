package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Collector;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.benchmarks.work.Sums;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an expert writes: offers are looked up by what the basket holds, so the others cost nothing. */
final class JavaIndexed implements Column {

    private final Map<String, List<Offer>> byKey;

    JavaIndexed(List<Offer> offers) {
        byKey = offers.stream().collect(Collectors.groupingBy(Offer::key));
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var rewards = new Collector();
        for (var sum : Sums.of(basket).values()) {
            for (var offer : byKey.getOrDefault(sum.getKey(), List.of())) {
                if (offer.holds(sum)) {
                    offer.give(sum, rewards);
                }
            }
        }
        return rewards;
    }
}
