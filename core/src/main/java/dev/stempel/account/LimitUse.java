package dev.stempel.account;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a customer uses of limits, period by period. Periods that are over count no more and are forgotten. */
final class LimitUse {

    /** How many periods of one limit are remembered: the present one, and some before it for goods that come back. */
    private static final int PERIODS_KEPT = 12;

    /** Between the length of a rolling period and the day it ends on. */
    private static final char ROLLING = '/';

    private LimitUse() {}

    /** What is used after these draws. What is given back to a forgotten period is nothing. */
    static SortedMap<String, Used> after(SortedMap<String, Used> before, List<Draw> draws) {
        var used = new TreeMap<>(before);
        for (var draw : draws) {
            boolean more = draw.used().times() > 0 || draw.used().amount().signum() > 0;
            if (!draw.shared() && (more || used.containsKey(draw.key()))) {
                used.merge(draw.key(), draw.used(), Used::plus);
                forgetOldPeriods(used, draw.key());
            }
        }
        used.values().removeIf(Used::isNothing);
        return used;
    }

    /** What two customers used who are one. */
    static SortedMap<String, Used> with(SortedMap<String, Used> one, SortedMap<String, Used> other) {
        var used = Together.of(one, other, Used::plus);
        List.copyOf(used.keySet()).forEach(key -> forgetOldPeriods(used, key));
        return used;
    }

    /** The periods of one limit sort by time, so the first is the oldest. */
    private static void forgetOldPeriods(NavigableMap<String, Used> used, String key) {
        int end = key.lastIndexOf('@') + 1;
        var limit = key.substring(0, end);
        var periods = used.subMap(limit, true, limit + Character.MAX_VALUE, false);
        int slash = key.indexOf(ROLLING, end);
        if (slash < 0) {
            while (periods.size() > PERIODS_KEPT) {
                periods.pollFirstEntry();
            }
        } else {
            var window = key.substring(end, slash + 1);
            var newest = LocalDate.parse(
                    used.lowerKey(limit + window + Character.MAX_VALUE).substring(slash + 1));
            var first = newest.minus(Period.parse(key.substring(end, slash)));
            used.subMap(limit + window, true, limit + window + first, false).clear();
        }
    }
}
