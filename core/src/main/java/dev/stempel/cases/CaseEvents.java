package dev.stempel.cases;

import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events of a case, with what it left out filled in.
 *
 * @param customer the customer the case is about
 * @param given what happened before, in order
 * @param when what happens now
 */
public record CaseEvents(Customer customer, List<Event> given, Event when) {

    private static final String CUSTOMER = "c-1";
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 6, 15, 12, 0);

    /**
     * The events of a case.
     *
     * @throws InvalidInput naming the field of the event that is wrong
     */
    static CaseEvents of(Case one, ZoneId zone) {
        var known = one.customer() == null ? Customer.of(CUSTOMER) : one.customer();
        var customer = known.id().isEmpty() ? known.withId(CUSTOMER) : known;
        var noon = NOON.atZone(zone).toInstant().toString();
        var at = one.when().path("at").asString(noon);
        var given = new ArrayList<Event>();
        for (int i = 0; i < one.given().size(); i++) {
            given.add(event(one.given().get(i), "given-" + (i + 1), customer.id(), at));
        }
        return new CaseEvents(customer, given, event(one.when(), "case-1", customer.id(), at));
    }

    private static Event event(ObjectNode written, String id, String customer, String at) {
        var whole = written.deepCopy();
        fill(whole, "id", id);
        fill(whole, "customer", customer);
        fill(whole, "at", at);
        return StempelJson.event(whole.toString());
    }

    private static void fill(ObjectNode event, String field, String value) {
        if (!event.has(field)) {
            event.put(field, value);
        }
    }

    /** The latest time of any event, so that none lies in the future. */
    public Instant latest() {
        return given.stream().map(Event::at).reduce(when.at(), (one, other) -> one.isAfter(other) ? one : other);
    }
}
