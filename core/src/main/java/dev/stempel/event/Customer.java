package dev.stempel.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the shop knows of a customer (member), apart from what happened.
 *
 * @param id the customer's id, as on the events
 * @param joined when the customer joined the programme; absent where not known
 * @param birthday absent where not known; the year does not matter
 * @param segments groups the shop puts the customer in: business, student, large-account …
 * @param homeStore the store the customer belongs to; empty where none
 * @param attributes more about the customer, by name
 */
public record Customer(
        String id,
        @Nullable LocalDate joined,
        @Nullable LocalDate birthday,
        List<String> segments,
        String homeStore,
        Map<String, String> attributes) {

    public Customer {
        id = Text.orEmpty(id);
        segments = Text.orEmpty(segments);
        homeStore = Text.orEmpty(homeStore);
        attributes = Text.orEmpty(attributes);
    }

    /** A customer of whom nothing but the id is known. */
    public static Customer of(String id) {
        return new Customer(id, null, null, List.of(), "", Map.of());
    }

    /** The same customer under another id. */
    public Customer withId(String other) {
        return new Customer(other, joined, birthday, segments, homeStore, attributes);
    }

    /** The same customer with a birthday. */
    public Customer born(LocalDate day) {
        return new Customer(id, joined, day, segments, homeStore, attributes);
    }

    /** The same customer with the day of joining. */
    public Customer joined(LocalDate day) {
        return new Customer(id, day, birthday, segments, homeStore, attributes);
    }

    /** The same customer in these segments. */
    public Customer in(String... groups) {
        return new Customer(id, joined, birthday, List.of(groups), homeStore, attributes);
    }
}
