package dev.stempel.scenario;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A shop in which everything happens: stamps, points, tiers, budgets, limits, complaints and returns, at random. */
public final class LivelyShop {

    /** Its policies. */
    public static final Policies POLICIES = Policies.builder("High Street", "Europe/Amsterdam", "EUR")
            .pointValue(new BigDecimal("0.01"))
            .build();

    /** Its offers. */
    public static final RuleBook RULES = RuleBook.of(Map.of(
            "cone-card.drl",
                    offer(
                            "cone-card",
                            "",
                            "Bought( category == \"cones\", $n : paidUnits )",
                            "rewards.stamps( \"cones\", $n ).every( 10 ).give( freeItem(\"cone\") );"),
            "sub-card.drl",
                    offer(
                            "sub-card",
                            "",
                            "$subs : Bought( category == \"subs\" )",
                            "rewards.stamps( \"subs\", $subs ).expiringAfter( days(90) ).every( 4 ).nextOneFree();"),
            "base.drl",
                    offer(
                            "base",
                            "",
                            "Purchase( $net : netOfDiscounts )",
                            "rewards.give( points(1).per(1).of( $net ).expiringAfter( months(2) ) );"),
            "tuesday.drl", offer("tuesday", "@on(\"Tuesday\")", "Purchase()", "rewards.give( multiplier(2) );"),
            "status.drl",
                    offer(
                            "status",
                            "",
                            "Customer()",
                            "rewards.tiers(\"Bronze\").then(\"Silver\", 100).then(\"Gold\", 300).grace( days(10) ).inAny( months(3) );"),
            "gold-special.drl",
                    offer(
                            "gold-special",
                            "@budget(\"200 EUR per quarter\")",
                            "Account( tier == \"Gold\" ) Purchase()",
                            "rewards.give( percentOff(10) );"),
            "visit.drl",
                    offer(
                            "visit",
                            "@limit(\"1 per customer per day\")",
                            "Activity( kind == \"visit\" )",
                            "rewards.give( bonus(5) );"),
            "sorry.drl",
                    offer(
                            "sorry",
                            "@limit(\"2 per customer per quarter\")",
                            "Complaint( $value : orderValue )",
                            "rewards.give( credit( percent(10).of( $value ) ) );")));

    private static String offer(String id, String annotations, String when, String then) {
        return "package law\nrule \"" + id + " rule\"\n@offer(\"" + id + "\") " + annotations + "\nwhen\n" + when
                + "\nthen\n" + then + "\nend\n";
    }

    private LivelyShop() {}

    /** Its programme, with a ledger of its own in memory. */
    public static Programme programme() {
        return Programme.of(RULES, POLICIES);
    }

    /** A refused event has no outcome; that it is refused again is part of the law. */
    public static Outcome process(Programme programme, Event event) {
        try {
            return programme.process(event);
        } catch (InvalidInput e) {
            return new Outcome(e.getMessage() == null ? "" : e.getMessage(), List.of(), List.of());
        }
    }

    /** Half a year of three customers. */
    public static List<Event> events(Random random) {
        var events = new ArrayList<Event>();
        var purchases = new ArrayList<Purchase>();
        var at = Instant.parse("2026-01-01T09:00:00Z");
        for (int i = 0; i < 60; i++) {
            at = at.plus(Duration.ofHours(random.nextInt(100)));
            events.add(event(random, "e-" + i, "c-" + random.nextInt(3), at, purchases));
        }
        return events;
    }

    private static Event event(Random random, String id, String customer, Instant at, List<Purchase> purchases) {
        return switch (random.nextInt(10)) {
            case 0 -> new Activity(id, customer, at, "visit", Map.of());
            case 1 -> new Complaint(id, customer, at, "late", 3, "", new BigDecimal("40"), "phone", "employee");
            case 2 -> new Redemption(id, customer, at, 1 + random.nextInt(50), "");
            case 3 -> new Day(id, customer, at);
            case 4, 5 -> giveBack(random, id, at, purchases);
            default -> buy(random, id, customer, at, purchases);
        };
    }

    private static Event giveBack(Random random, String id, Instant at, List<Purchase> purchases) {
        if (purchases.isEmpty()) {
            return new Day(id, "c-0", at);
        }
        var purchase = purchases.get(random.nextInt(purchases.size()));
        var all = Return.ofAll(id, purchase, at);
        return random.nextBoolean() ? all : all.line(purchase.lines().get(0).sku(), 1 + random.nextInt(3));
    }

    private static Event buy(Random random, String id, String customer, Instant at, List<Purchase> purchases) {
        var purchase = Purchase.of(id, customer, at);
        for (int line = 0; line <= random.nextInt(4); line++) {
            var category = List.of("cones", "subs", "shoes").get(random.nextInt(3));
            var price = BigDecimal.valueOf(100 + random.nextInt(5_000), 2).toPlainString();
            purchase = purchase.line(Line.of(category + "-" + line, category, 1 + random.nextInt(12), price));
        }
        purchases.add(purchase);
        return purchase;
    }
}
