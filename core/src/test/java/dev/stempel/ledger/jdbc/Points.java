package dev.stempel.ledger.jdbc;

import dev.stempel.RuleBook;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import java.time.Instant;
import java.util.Map;

/** A shop that gives a point for every euro. */
final class Points {

    static final Policies POLICIES = Policies.of("High Street", "Europe/Amsterdam", "EUR");

    static final RuleBook RULES = RuleBook.of(Map.of("points.drl", """
            rule "A point for every euro" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ) );
            end
            """));

    private Points() {}

    /** A purchase of ten euros. */
    static Purchase spend(String id) {
        return Purchase.of(id, "anna", Instant.parse("2026-03-01T12:00:00Z")).line("something", "things", 1, "10");
    }
}
