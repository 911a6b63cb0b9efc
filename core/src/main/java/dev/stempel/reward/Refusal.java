package dev.stempel.reward;

import org.jspecify.annotations.Nullable;

/**
 * An offer whose conditions were met and that gave nothing all the same, and why.
 *
 * @param offer the offer
 * @param cause the kind of obstacle
 * @param explanation the obstacle in words, with its numbers
 * @param handedTo the role that may decide otherwise; absent where nobody may
 * @param reason the rule and the facts that met its conditions
 */
public record Refusal(
        String offer,
        Cause cause,
        String explanation,
        @Nullable String handedTo,
        Reason reason) {

    /** The kinds of obstacle. */
    public enum Cause {
        /** Outside the offer's dates. */
        NOT_VALID,
        /** Another weekday. */
        OTHER_DAY,
        /** Another channel. */
        OTHER_CHANNEL,
        /** A better offer of the same exclusive group was given. */
        EXCLUSIVE,
        /** The limit per customer or purchase is reached. */
        LIMIT,
        /** The budget is spent. */
        BUDGET,
        /** More than whoever handles it may give. */
        AUTHORITY,
        /** The partner competes with us. */
        COMPETITOR,
        /** The partner or its trade is not known. */
        UNKNOWN_PARTNER,
        /** Nothing would be left to give: prices or an order cannot go lower. */
        NOTHING_LEFT,
        /** Not enough points. */
        BALANCE,
        /** No such voucher, or it cannot be used on this day. */
        VOUCHER,
        /** No such reservation, or its time is over. */
        RESERVATION,
        /** The friend brought in does not count as one. */
        REFERRAL,
        /** More was spent out of merged accounts than a customer has now that they are parted. */
        OVERSPENT,
        /** The event was counted before, and its customer asked to be forgotten since. */
        ERASED
    }
}
