package dev.stempel.event;

import java.time.Instant;
import java.util.Map;

/**
 * A customer did something that is not a purchase: a visit, a review, an enrolment, a social post …
 *
 * @param kind what was done, a name the programme's rules use
 * @param attributes more about it, by name
 */
public record Activity(String id, String customer, Instant at, String kind, Map<String, String> attributes)
        implements Event {

    /** The kind of a customer who leaves, until the next sign of life. */
    public static final String LEFT = "left";

    public Activity {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        kind = Text.orEmpty(kind);
        attributes = Text.orEmpty(attributes);
    }
}
