package dev.stempel.event;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A customer wishes to cancel a subscription.
 *
 * @param subscription which subscription
 * @param monthlyAmount what a month of it costs, in the programme's currency
 * @param renewals how often it was renewed so far
 * @param reason why: price, moving, quality …; empty where not asked
 * @param bound true when the contract does not let the customer leave yet: staying is then no sign of loyalty
 */
public record Cancellation(
        String id,
        String customer,
        Instant at,
        String subscription,
        BigDecimal monthlyAmount,
        int renewals,
        String reason,
        boolean bound)
        implements Event {

    public Cancellation {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        subscription = Text.orEmpty(subscription);
        monthlyAmount = Text.orZero(monthlyAmount);
        reason = Text.orEmpty(reason);
    }

    /** The wish of a customer who may leave at once. */
    public Cancellation(
            String id,
            String customer,
            Instant at,
            String subscription,
            BigDecimal monthlyAmount,
            int renewals,
            String reason) {
        this(id, customer, at, subscription, monthlyAmount, renewals, reason, false);
    }
}
