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
 */
public record Cancellation(
        String id,
        String customer,
        Instant at,
        String subscription,
        BigDecimal monthlyAmount,
        int renewals,
        String reason)
        implements Event {

    public Cancellation {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        subscription = Text.orEmpty(subscription);
        monthlyAmount = Text.orZero(monthlyAmount);
        reason = Text.orEmpty(reason);
    }
}
