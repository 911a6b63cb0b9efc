package dev.stempel.benchmarks.work;

import java.math.BigDecimal;
import java.time.DayOfWeek;

/** What a basket holds of one category, brand or sku. A bean, because most of the peers look for getters. */
public final class Sum {

    private final String key;
    private final DayOfWeek day;
    private long units;
    private BigDecimal amount = BigDecimal.ZERO;

    Sum(String key, DayOfWeek day) {
        this.key = key;
        this.day = day;
    }

    void add(long moreUnits, BigDecimal moreAmount) {
        units += moreUnits;
        amount = amount.add(moreAmount);
    }

    /** The category, brand or sku. */
    public String getKey() {
        return key;
    }

    /** The day of the purchase. */
    public DayOfWeek getDay() {
        return day;
    }

    /** Units bought. */
    public long getUnits() {
        return units;
    }

    /** What they cost. */
    public BigDecimal getAmount() {
        return amount;
    }
}
