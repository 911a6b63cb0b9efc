package dev.stempel.account;

import org.jspecify.annotations.Nullable;

/**
 * What one decision draws from a limit or budget.
 *
 * @param key which limit or budget, in which period
 * @param shared true for a budget that all customers share
 * @param used how much is drawn; below zero when it is given back
 * @param cap how much may be drawn in all by whoever shares it; absent when it is only counted
 */
public record Draw(
        String key, boolean shared, Used used, @Nullable Used cap) {

    /** The same, only counted: it was promised already. */
    public Draw counted() {
        return new Draw(key, shared, used, null);
    }

    /** True when so much may be used in all, this draw included. */
    public boolean fits(Used all) {
        if (cap == null) {
            return true;
        }
        return countsTimes() ? all.times() <= cap.times() : all.amount().compareTo(cap.amount()) <= 0;
    }

    /** True when it leaves less room than before. */
    public boolean takes() {
        return countsTimes() ? used.times() > 0 : used.amount().signum() > 0;
    }

    private boolean countsTimes() {
        return cap != null && cap.times() != Long.MAX_VALUE;
    }
}
