package dev.stempel.benchmarks.work;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One reward in the form all columns are compared in.
 *
 * @param offer the offer's id
 * @param what what is given
 * @param amount how much of it
 */
public record Given(String offer, What what, BigDecimal amount) {

    /** What is given. */
    public enum What {
        STAMPS,
        VOUCHERS,
        POINTS,
        DISCOUNT
    }

    /** How much of what each offer gives: equal for two columns that gave the same. */
    public static SortedMap<String, BigDecimal> summary(Collection<Given> all) {
        var summary = new TreeMap<String, BigDecimal>();
        for (var one : all) {
            summary.merge(one.offer() + " " + one.what(), one.amount(), BigDecimal::add);
        }
        summary.replaceAll((name, amount) -> amount.stripTrailingZeros());
        return summary;
    }
}
