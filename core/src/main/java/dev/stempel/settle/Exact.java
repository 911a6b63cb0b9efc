package dev.stempel.settle;

import java.math.BigDecimal;

/** Exact sums and products of money that make no new number where nothing changes: most lines hold one unit at full price. */
final class Exact {

    private Exact() {}

    static BigDecimal plus(BigDecimal sum, BigDecimal more) {
        if (more.signum() == 0 && more.scale() <= sum.scale()) {
            return sum;
        }
        return sum.signum() == 0 && sum.scale() <= more.scale() ? more : sum.add(more);
    }

    static BigDecimal times(BigDecimal amount, long times) {
        return times == 1 || amount.signum() == 0 ? amount : amount.multiply(BigDecimal.valueOf(times));
    }
}
