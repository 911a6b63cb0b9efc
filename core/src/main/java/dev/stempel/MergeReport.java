package dev.stempel;

import dev.stempel.account.Used;
import dev.stempel.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of merging a till that was cut off. What the till promised is kept; where that was more than there was, it is
 * told here. Merging again changes nothing and tells the same, but that everything was there before.
 *
 * @param counted events that are counted now
 * @param repeated events that were there before
 * @param conflicts events that are not counted, because their id is known with other content, and events that both sides
 *     decided, in different ways: the first decision stands
 * @param belowZero customers who spent more points than they had, with what they have now
 * @param overBudget shared budgets that were exceeded, with what is used of them now
 * @param overLimit limits of customers that were exceeded, and vouchers that were handed in twice
 */
public record MergeReport(
        long counted,
        long repeated,
        List<Problem> conflicts,
        SortedMap<String, Long> belowZero,
        SortedMap<String, Used> overBudget,
        List<Problem> overLimit) {

    public MergeReport {
        conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
        belowZero = Collections.unmodifiableSortedMap(belowZero == null ? new TreeMap<>() : belowZero);
        overBudget = Collections.unmodifiableSortedMap(overBudget == null ? new TreeMap<>() : overBudget);
        overLimit = overLimit == null ? List.of() : List.copyOf(overLimit);
    }

    /** True when nothing needs somebody's attention. */
    public boolean clean() {
        return conflicts.isEmpty() && belowZero.isEmpty() && overBudget.isEmpty() && overLimit.isEmpty();
    }
}
