package dev.stempel.measure;

import dev.stempel.event.Purchase;
import dev.stempel.ledger.Operation;
import dev.stempel.policy.Policies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often customers buy. Purchases at which nothing was paid or of which everything came back are none.
 *
 * @param purchases purchases in the period
 * @param customers customers who bought in the period
 * @param repurchaseRate see {@link Rates#repurchase}; who bought more than once in the period
 * @param upsellRate see {@link Rates#upsell}; by what the goods cost after discounts, of purchases in the period
 * @param daysBetween the mean number of days from one day of purchase to the same customer's next, where the next is in
 *     the period: receipts of one day are one visit
 * @param daysBetweenMedian their median, which a few who stay away for long do not move
 */
public record PurchaseMeasures(
        long purchases,
        long customers,
        @Nullable BigDecimal repurchaseRate,
        @Nullable BigDecimal upsellRate,
        @Nullable BigDecimal daysBetween,
        @Nullable BigDecimal daysBetweenMedian) {

    static PurchaseMeasures of(Evidence evidence) {
        var count = new Count(evidence);
        evidence.stories().forEach(count::add);
        return new PurchaseMeasures(
                count.purchases,
                count.bought,
                Rates.repurchase(count.boughtAgain, count.bought),
                Rates.upsell(count.worthMore, count.withOneBefore),
                Rates.mean(count.daysBetween),
                Rates.median(count.daysBetween));
    }

    /** The sums while customers are gone through. */
    private static final class Count {

        private final Scope scope;
        private final Policies policies;
        private long purchases;
        private long bought;
        private long boughtAgain;
        private long worthMore;
        private long withOneBefore;
        private final List<Long> daysBetween = new ArrayList<>();

        Count(Evidence evidence) {
            scope = evidence.scope();
            policies = evidence.policies();
        }

        void add(Story story) {
            long mine = 0;
            @Nullable Operation before = null;
            for (var purchase : story.purchases()) {
                var day = story.day(purchase);
                if (scope.has(day)) {
                    mine++;
                    if (before != null) {
                        compare(before, story.day(before), purchase, day);
                    }
                }
                before = purchase;
            }
            purchases += mine;
            bought += mine > 0 ? 1 : 0;
            boughtAgain += mine > 1 ? 1 : 0;
        }

        private void compare(Operation before, LocalDate dayBefore, Operation purchase, LocalDate day) {
            withOneBefore++;
            worthMore += worth(purchase).compareTo(worth(before)) > 0 ? 1 : 0;
            if (day.isAfter(dayBefore)) {
                daysBetween.add(ChronoUnit.DAYS.between(dayBefore, day));
            }
        }

        private BigDecimal worth(Operation operation) {
            var purchase = (Purchase) operation.event();
            var currency = purchase.currency();
            return currency == null
                    ? purchase.netOfDiscounts()
                    : purchase.netOfDiscounts().multiply(policies.rates().getOrDefault(currency, BigDecimal.ONE));
        }
    }
}
