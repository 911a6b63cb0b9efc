package dev.stempel.measure;

import dev.stempel.event.Return;
import dev.stempel.ledger.Operation;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one offer did in the period.
 *
 * @param hits events in which it gave something
 * @param customers customers it gave something to
 * @param refused events in which its conditions were met and it gave nothing
 * @param cost what it gave, less what returns brought back, in the programme's currency; points at their point value
 */
public record OfferMeasures(long hits, long customers, long refused, BigDecimal cost) {

    static SortedMap<String, OfferMeasures> of(Evidence evidence) {
        var sums = new TreeMap<String, Sum>();
        evidence.operations().forEach(operation -> add(sums, operation));
        sums.values().removeIf(Sum::isNothing);
        return sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().measures(evidence), (a, b) -> a, TreeMap::new));
    }

    private static void add(Map<String, Sum> sums, Operation operation) {
        var outcome = operation.decision().outcome();
        var given = new HashSet<String>();
        for (var reward : outcome.rewards()) {
            var sum = sums.computeIfAbsent(reward.offer(), offer -> new Sum());
            sum.cost = sum.cost.add(reward.cost());
            if (!(operation.event() instanceof Return) && given.add(reward.offer())) {
                sum.hits++;
                sum.customers.add(operation.event().customer());
            }
        }
        outcome.refused().stream()
                .map(refusal -> refusal.offer())
                .filter(offer -> !given.contains(offer))
                .distinct()
                .forEach(offer -> sums.computeIfAbsent(offer, key -> new Sum()).refused++);
    }

    /** The sums while operations are gone through. */
    private static final class Sum {

        private final Set<String> customers = new HashSet<>();
        private long hits;
        private long refused;
        private BigDecimal cost = BigDecimal.ZERO;

        boolean isNothing() {
            return hits == 0 && refused == 0 && cost.signum() == 0;
        }

        OfferMeasures measures(Evidence evidence) {
            return new OfferMeasures(
                    hits, customers.size(), refused, evidence.policies().round(cost));
        }
    }
}
