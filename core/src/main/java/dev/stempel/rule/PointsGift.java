package dev.stempel.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Points to be earned.
 *
 * <p>The number is exact; it is rounded once, when everything that multiplies it is known: down, or as the programme's
 * policy says, or half up where the rule asks for it.
 *
 * @param exact the number of points before rounding
 * @param multiplied true when multipliers apply: they do to {@code points}, not to {@code bonus}
 * @param qualifying true when they count toward a tier: {@code points} do, {@code bonus} does not
 * @param rounding how a fraction is rounded; absent for the programme's policy
 * @param pending how long until they can be spent; absent for at once
 * @param expiry when they expire
 */
public record PointsGift(
        BigDecimal exact,
        boolean multiplied,
        boolean qualifying,
        @Nullable RoundingMode rounding,
        @Nullable Period pending,
        Expiry expiry)
        implements Gift {

    static PointsGift of(long points, boolean base) {
        return new PointsGift(
                BigDecimal.valueOf(Check.positive("points", points)), base, base, null, null, Expiry.NEVER);
    }

    /** That many points for every such amount, as in 1 point per 10 euros; follow it with {@code of(amount)}. */
    public PerAmount per(long amount) {
        return new PerAmount(this, BigDecimal.valueOf(Check.positive("per", amount)));
    }

    /** That many points for every such amount; follow it with {@code of(amount)}. */
    public PerAmount per(String amount) {
        return new PerAmount(this, Check.amount("per", amount));
    }

    /** That many points for each unit. */
    public PointsGift forEach(long units) {
        return with(exact.multiply(BigDecimal.valueOf(units)));
    }

    /** A fraction of a point is rounded half up, not down. */
    public PointsGift roundedHalfUp() {
        return new PointsGift(exact, multiplied, qualifying, RoundingMode.HALF_UP, pending, expiry);
    }

    /** The points count toward a tier. */
    public PointsGift countingTowardTier() {
        return new PointsGift(exact, multiplied, true, rounding, pending, expiry);
    }

    /** The points do not count toward a tier. */
    public PointsGift notCountingTowardTier() {
        return new PointsGift(exact, multiplied, false, rounding, pending, expiry);
    }

    /** The points cannot be spent before this long after earning. */
    public PointsGift pendingFor(Period period) {
        return new PointsGift(exact, multiplied, qualifying, rounding, period, expiry);
    }

    /** The points can be spent until the end of the day this long after earning: 31 January and a month is 28 February. */
    public PointsGift expiringAfter(Period period) {
        return expiring(new Expiry(Expiry.Kind.AFTER, period));
    }

    /** The points can be spent until the end of the month of earning, or so many months later. */
    public PointsGift expiringAtEndOfMonth(long monthsLater) {
        return expiring(new Expiry(Expiry.Kind.END_OF_MONTH, Period.ofMonths(Check.notNegative(monthsLater))));
    }

    /** The points can be spent until the end of the year of earning, or so many years later. */
    public PointsGift expiringAtEndOfYear(long yearsLater) {
        return expiring(new Expiry(Expiry.Kind.END_OF_YEAR, Period.ofYears(Check.notNegative(yearsLater))));
    }

    /** The points can be spent until the customer has done nothing for this long. */
    public PointsGift expiringWithoutActivityFor(Period period) {
        return expiring(new Expiry(Expiry.Kind.IDLE, period));
    }

    private PointsGift expiring(Expiry when) {
        return new PointsGift(exact, multiplied, qualifying, rounding, pending, when);
    }

    private PointsGift with(BigDecimal points) {
        return new PointsGift(points, multiplied, qualifying, rounding, pending, expiry);
    }

    /** Points per amount, waiting for the amount they are earned on. */
    public static final class PerAmount {

        private final PointsGift points;
        private final BigDecimal per;

        private PerAmount(PointsGift points, BigDecimal per) {
            this.points = points;
            this.per = per;
        }

        /** The amount the points are earned on, named by the rule: goods, netOfDiscounts, netOfDiscountsAndTax or paid. */
        public PointsGift of(BigDecimal amount) {
            var product = points.exact.compareTo(BigDecimal.ONE) == 0 ? amount : points.exact.multiply(amount);
            return points.with(
                    per.compareTo(BigDecimal.ONE) == 0 ? product : product.divide(per, MathContext.DECIMAL64));
        }
    }
}
