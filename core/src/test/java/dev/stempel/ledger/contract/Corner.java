package dev.stempel.ledger.contract;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Draw;
import dev.stempel.event.Activity;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.ledger.Ledger;
import dev.stempel.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The corner shop of the contract: its rules, its customers and what they do. */
public final class Corner {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Policies POLICIES = Policies.of("Corner Shop", ZONE.getId(), "EUR");

    /** How many points the draw has to give, one for each entry. */
    static final long PRIZES = 37;

    private static final Instant OPENING = Instant.parse("2023-01-02T09:00:00Z");

    private static final String POINTS = """
            rule "A point for every euro" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $net ).expiringAfter( months(12) ) );
            end
            """;

    static final RuleBook RULES = book(POINTS);

    /** The rules as they are later. */
    static final RuleBook GENEROUS = book(POINTS.replace("points(1)", "points(3)"));

    /** A fact of the application's own. */
    public record Weather(String sky) {}

    private Corner() {}

    static Programme shop(Ledger ledger) {
        return Programme.of(RULES, POLICIES, ledger);
    }

    /** A shop that gives a bookshop's vouchers. */
    static Programme besideABookshop(Ledger ledger) {
        var rules = RuleBook.of(Map.of("books.drl", """
                rule "From 40 euros a voucher for books" @offer("books")
                when
                    Purchase( paid >= 40 )
                then
                    rewards.give( voucher("bookshop", "5.00") );
                end
                """));
        var policies = Policies.builder("Corner Shop", ZONE.getId(), "EUR")
                .partner("bookshop", "books")
                .build();
        return Programme.of(rules, policies, ledger);
    }

    /** A shop that calls whoever stays away. */
    static Programme thatCalls(Ledger ledger) {
        var rules = RuleBook.of(Map.of("call.drl", """
                rule "Whoever stays away is called" @offer("call")
                when
                    Activity( kind == "stays away" )
                then
                    rewards.give( contact("Call") );
                end
                """));
        return Programme.of(rules, POLICIES, ledger);
    }

    private static RuleBook book(String points) {
        var texts = new TreeMap<String, String>();
        texts.put("points.drl", points);
        texts.put("card.drl", """
            rule "Every fourth cone is free" @offer("card")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).expiringAfter( days(90) ).every( 4 ).give( freeItem("cone").worth("2.50") );
            end
            """);
        texts.put("tiers.drl", """
            rule "Silver from a hundred points" @offer("tiers")
            when
                Customer()
            then
                rewards.tiers("Bronze").then("Silver", 100).grace( days(10) ).inAny( months(3) );
            end
            """);
        texts.put("visit.drl", """
            rule "A visit a day" @offer("visit") @limit("1 per customer per day")
            when
                Activity( kind == "visit" )
            then
                rewards.give( bonus(5) );
            end
            """);
        texts.put("draw.drl", """
            rule "The draw" @offer("draw") @budget("37 points per year")
            when
                Activity( kind == "draw" )
            then
                rewards.give( bonus(1) );
            end
            """);
        texts.put("rain.drl", """
            rule "Rain" @offer("rain")
            when
                Purchase() Weather( sky == "rain" )
            then
                rewards.give( bonus(5) );
            end
            """);
        return RuleBook.of(texts, Weather.class);
    }

    static Instant day(int number) {
        return OPENING.plus(Duration.ofDays(number));
    }

    static Purchase spend(String id, String customer, int day, String euros) {
        return Purchase.of(id, customer, day(day)).line("something", "things", 1, euros);
    }

    static Activity done(String kind, String customer, int day) {
        return new Activity(customer + "-" + kind, customer, day(day), kind, Map.of());
    }

    static Activity visit(String id, String customer, int day) {
        return new Activity(id, customer, day(day), "visit", Map.of());
    }

    /** An entry in the draw. */
    static Activity enter(String id, String customer, int day) {
        return new Activity(id, customer, day(day), "draw", Map.of());
    }

    /** The key of the one budget there is. */
    static String draw(Ledger ledger) {
        return ledger.operations()
                .flatMap(operation -> operation.decision().draws().stream())
                .filter(Draw::shared)
                .map(Draw::key)
                .findFirst()
                .orElseThrow();
    }

    /** What a customer does in the course of time, a bit of everything. */
    static List<Event> life(String customer, int events) {
        var life = new ArrayList<Event>();
        var cones = Purchase.of(customer + "-first", customer, day(0)).line("cone", "cones", 5, "2.50");
        for (int i = 0; i < events; i++) {
            var id = customer + "-" + i;
            switch (i % 8) {
                case 0 -> life.add(cones = Purchase.of(id, customer, day(i)).line("cone", "cones", 3, "2.50"));
                case 2 -> life.add(visit(id, customer, i));
                case 3 -> life.add(new Redemption(id, customer, day(i), 10, ""));
                case 5 -> life.add(Return.ofAll(id, cones, day(i)).line("cone", 2));
                case 6 -> life.add(enter(id, customer, i));
                default -> life.add(spend(id, customer, i, "19.95"));
            }
        }
        return life;
    }
}
