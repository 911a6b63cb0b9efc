package dev.stempel.event;

import java.math.BigDecimal;

/** How large and how fine an amount of money may be; beyond that an event is taken for a mistake. */
final class MoneyRange {

    private static final BigDecimal MOST = new BigDecimal("1e12");
    private static final BigDecimal LEAST = MOST.negate();

    private static final int MOST_DECIMALS = 12;

    /** What has no more digits before the point is less than {@link #MOST}, which is seen at once. */
    private static final int MOST_DIGITS = 12;

    private MoneyRange() {}

    static boolean has(BigDecimal amount) {
        long digits = (long) amount.precision() - amount.scale();
        return amount.scale() <= MOST_DECIMALS
                && (digits <= MOST_DIGITS || (amount.compareTo(MOST) <= 0 && amount.compareTo(LEAST) >= 0));
    }
}
