package dev.stempel.simulation;

import dev.stempel.RuleBook;
import dev.stempel.policy.Policies;
import java.util.List;
import java.util.Map;

/** The rule books of the stories' shop: the same offers, the second with other numbers. */
final class Books {

    static final Policies POLICIES = Policies.builder("Stories", Model.ZONE.getId(), "EUR")
            .reservationTime(Model.RESERVATION)
            .build();

    static final List<RuleBook> BOOKS = List.of(book(1, 10, "5.00"), book(2, 20, "4.00"));

    private Books() {}

    private static RuleBook book(int points, int bonus, String credit) {
        return RuleBook.of(Map.of(
                "base.drl",
                offer("base", "Purchase( $net : netOfDiscounts )", """
                        rewards.give( points(%d).per(1).of( $net ).expiringAfter( days(60) ) );""".formatted(points)),
                "card.drl",
                offer("card", "$cones : Bought( category == \"cones\" )", """
                        rewards.stamps( "cones", $cones ).every( 5 ).give( freeItem("cone") );"""),
                "big.drl",
                offer("big", "@limit(\"2 per customer per month\")", "Purchase( goods >= 50 )", """
                        rewards.give( bonus(%d) );""".formatted(bonus)),
                "shoes.drl",
                offer("shoes", "@budget(\"15 EUR per year\")", "Bought( category == \"shoes\" )", """
                        rewards.give( credit("%s") );""".formatted(
                                credit))));
    }

    private static String offer(String id, String when, String then) {
        return offer(id, "", when, then);
    }

    private static String offer(String id, String annotations, String when, String then) {
        return """
                package stories
                rule "%1$s"
                    @offer("%1$s") %2$s
                when
                    %3$s
                then
                    %4$s
                end
                """.formatted(id, annotations, when, then.strip());
    }
}
