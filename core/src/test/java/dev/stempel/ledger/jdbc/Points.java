package dev.stempel.ledger.jdbc;

import dev.stempel.RuleBook;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.scenario.Shop;
import java.time.Instant;

/** A shop that gives a point for every euro. */
final class Points {

    static final Policies POLICIES = Policies.of("High Street", "Europe/Amsterdam", "EUR");

    static final RuleBook RULES = Shop.book(Shop.POINTS);
    ;

    private Points() {}

    /** A purchase of ten euros. */
    static Purchase spend(String id) {
        return spend(id, "anna");
    }

    /** Somebody's purchase of ten euros. */
    static Purchase spend(String id, String customer) {
        return Purchase.of(id, customer, Instant.parse("2026-03-01T12:00:00Z")).line("something", "things", 1, "10");
    }
}
