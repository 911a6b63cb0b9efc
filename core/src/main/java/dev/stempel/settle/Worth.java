package dev.stempel.settle;

import dev.stempel.offer.Limit;
import java.math.BigDecimal;

/**
 * What a reward counts for in limits, budgets and comparisons.
 *
 * @param points how many points
 * @param money what it costs, in the programme's currency
 */
record Worth(long points, BigDecimal money) implements Comparable<Worth> {

    /** What so many points count for, each worth so much. */
    static Worth ofPoints(long points, BigDecimal each) {
        return new Worth(points, Exact.times(each, points));
    }

    BigDecimal in(Limit.Unit unit) {
        return switch (unit) {
            case TIMES -> BigDecimal.ONE;
            case POINTS -> BigDecimal.valueOf(points);
            case MONEY -> money;
        };
    }

    /** Money first; points decide only between rewards that cost the same. */
    @Override
    public int compareTo(Worth other) {
        int byMoney = money.compareTo(other.money);
        return byMoney != 0 ? byMoney : Long.compare(points, other.points);
    }
}
