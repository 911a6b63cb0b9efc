package dev.stempel.account;

import java.math.BigDecimal;

/**
 * How much of a limit or budget is used.
 *
 * @param times how often
 * @param amount how many points, or how much money in the programme's currency
 */
public record Used(long times, BigDecimal amount) {

    /** Nothing used. */
    public static final Used NOTHING = new Used(0, BigDecimal.ZERO);

    /** This and that together. */
    public Used plus(Used other) {
        return new Used(times + other.times, amount.add(other.amount));
    }

    /** The other way round: what giving it back comes to. */
    public Used negated() {
        return new Used(-times, amount.negate());
    }

    /** True when nothing is used. */
    public boolean isNothing() {
        return times == 0 && amount.signum() == 0;
    }
}
