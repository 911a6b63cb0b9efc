package dev.stempel.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer complained, or staff noticed that a customer had reason to.
 *
 * @param kind what about: damaged, late, rude, faulty-service …
 * @param severity from 1 (a trifle) to 5 (grave)
 * @param reason what happened, in the customer's words; empty where not given
 * @param orderValue what the order in question was worth, in the programme's currency
 * @param reportedBy how it came to us: letter, phone, or staff when the customer did not complain
 * @param handledBy the role of who handles it: employee, supervisor, manager; decides what may be given without approval
 */
public record Complaint(
        String id,
        String customer,
        Instant at,
        String kind,
        int severity,
        String reason,
        BigDecimal orderValue,
        String reportedBy,
        String handledBy)
        implements Event {

    /** The activity that says a complaint was answered; its attribute {@code complaint} names which. */
    public static final String ANSWERED = "complaint-answered";

    /** The activity that says a complaint was without reason; its attribute {@code complaint} names which. */
    public static final String UNFOUNDED = "complaint-unfounded";

    public Complaint {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        kind = Text.orEmpty(kind);
        reason = Text.orEmpty(reason);
        orderValue = Text.orZero(orderValue);
        reportedBy = Text.orEmpty(reportedBy);
        handledBy = Text.orEmpty(handledBy);
    }

    /** The complaint an activity settles; absent when it settles none. */
    public static @Nullable String settledBy(Activity activity) {
        boolean settles = activity.kind().equals(ANSWERED) || activity.kind().equals(UNFOUNDED);
        return settles ? activity.attributes().get("complaint") : null;
    }

    /** The complaint an event finds to be without reason; empty when it is about none. */
    public static Optional<String> foundUnfoundedBy(Event event) {
        return event instanceof Activity activity && activity.kind().equals(UNFOUNDED)
                ? Optional.ofNullable(activity.attributes().get("complaint"))
                : Optional.empty();
    }

    /** True when staff noticed it and the customer did not complain. */
    public boolean noticedByStaff() {
        return reportedBy.equals("staff");
    }
}
