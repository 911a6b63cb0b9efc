package dev.stempel.reward;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Points earned, or with a number below zero spent or taken back.
 *
 * @param amount how many points
 * @param qualifying how many of them count toward a tier
 * @param spendableFrom the first day they can be spent; absent when at once
 * @param expires the last day they can be spent; absent for never
 * @param idle points that expire when the customer has done nothing for this long; absent otherwise
 */
public record Points(
        long amount,
        long qualifying,
        @Nullable LocalDate spendableFrom,
        @Nullable LocalDate expires,
        @Nullable Period idle)
        implements Benefit {

    /** Points that can be spent at once and never expire. */
    public static Points of(long amount, long qualifying) {
        return new Points(amount, qualifying, null, null, null);
    }

    /** The same terms for another number. */
    public Points of(long otherAmount) {
        return new Points(otherAmount, Math.min(qualifying, otherAmount), spendableFrom, expires, idle);
    }
}
