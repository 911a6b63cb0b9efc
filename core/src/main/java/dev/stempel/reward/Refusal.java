package dev.stempel.reward;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An offer whose conditions were met and that gave nothing all the same, and why.
 *
 * <p>The explanation is only turned into text when somebody asks, as the facts of a {@link Reason} are. Two refusals are
 * equal when they say the same.
 */
public final class Refusal {

    private final String offer;
    private final Cause cause;
    private final Object explanation;
    private final @Nullable String handedTo;
    private final Reason reason;

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

    /**
     * A refusal.
     *
     * @param offer the offer
     * @param cause the kind of obstacle
     * @param explanation what says by its {@code toString} the obstacle in words, with its numbers; immutable
     * @param handedTo the role that may decide otherwise; absent where nobody may
     * @param reason the rule and the facts that met its conditions
     */
    public Refusal(String offer, Cause cause, @Nullable Object explanation, @Nullable String handedTo, Reason reason) {
        this.offer = offer;
        this.cause = cause;
        this.explanation = explanation == null ? "" : explanation;
        this.handedTo = handedTo;
        this.reason = reason;
    }

    /** The offer. */
    public String offer() {
        return offer;
    }

    /** The kind of obstacle. */
    public Cause cause() {
        return cause;
    }

    /** The obstacle in words, with its numbers. */
    public String explanation() {
        return explanation.toString();
    }

    /** The role that may decide otherwise; absent where nobody may. */
    public @Nullable String handedTo() {
        return handedTo;
    }

    /** The rule and the facts that met its conditions. */
    public Reason reason() {
        return reason;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Refusal that
                && offer.equals(that.offer)
                && cause == that.cause
                && explanation().equals(that.explanation())
                && Objects.equals(handedTo, that.handedTo)
                && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(offer, cause, handedTo, reason);
    }

    @Override
    public String toString() {
        return "Refusal[offer=" + offer + ", cause=" + cause + ", explanation=" + explanation + ", handedTo=" + handedTo
                + ", reason=" + reason + "]";
    }
}
