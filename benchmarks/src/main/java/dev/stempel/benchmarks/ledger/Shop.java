package dev.stempel.benchmarks.ledger;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.Ledger;
import dev.stempel.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A shop with points, a stamp card, a tier and a limit, so that a purchase makes three entries or more. Thread-safe. */
final class Shop {

    private static final Instant OPENING = Instant.parse("2016-01-01T09:00:00Z");
    private static final Instant TEN_YEARS_LATER = OPENING.plus(Duration.ofDays(3_650));
    private static final int CUSTOMERS = 5_000;
    private static final RuleBook RULES = RuleBook.of(Map.of(
            "points.drl", offer("points", "Purchase( $net : netOfDiscounts )", """
                    rewards.give( points(1).per(1).of( $net ).expiringAfter( months(12) ) );"""),
            "card.drl", offer("card", "$cones : Bought( category == \"category-0\" )", """
                    rewards.stamps( "cones", $cones ).every( 9 ).give( freeItem("cone").worth("2.50").validFor( months(1) ) );"""),
            "visit.drl", offer("visit", "Purchase()", "rewards.give( bonus( 1 ) );"),
            "status.drl", offer("status", "Purchase()", """
                    rewards.tiers("Bronze").then("Silver", 1000).then("Gold", 5000).grace( months(1) ).inAny( months(12) );""")));

    private final Programme programme;
    private final AtomicInteger sold = new AtomicInteger();

    Shop(Ledger ledger) {
        programme = Programme.of(RULES, Policies.of("Shop", "Europe/Amsterdam", "EUR"), ledger);
    }

    private static String offer(String id, String when, String then) {
        return "rule \"%1$s\" @offer(\"%1$s\")\nwhen\n    %2$s\nthen\n    %3$s\nend\n".formatted(id, when, then);
    }

    /** Sells something to one of many customers. */
    void sell() {
        programme.process(next());
    }

    /** Sells so much, in one call. */
    void sell(int purchases) {
        process(IntStream.range(0, purchases).mapToObj(i -> next()).toList());
    }

    private Purchase next() {
        int number = sold.getAndIncrement();
        return purchase("p-" + number, "c-" + number % CUSTOMERS, OPENING.plus(Duration.ofMinutes(number)));
    }

    /** Makes a customer who bought so often in ten years. */
    void remember(String customer, int purchases) {
        var between = Duration.between(OPENING, TEN_YEARS_LATER).dividedBy(purchases);
        process(IntStream.range(0, purchases)
                .mapToObj(i -> purchase(customer + "-" + i, customer, OPENING.plus(between.multipliedBy(i))))
                .toList());
    }

    /** Sells something to such a customer, for the so many-th time after the ten years. */
    void sellAfterwards(String customer, int time) {
        var at = TEN_YEARS_LATER.plus(Duration.ofMinutes(150L * time));
        programme.process(purchase(customer + "-after-" + time, customer, at));
    }

    private void process(List<? extends Event> events) {
        for (var processed : programme.process(events)) {
            if (!processed.posted()) {
                throw new IllegalStateException(processed.toString());
            }
        }
    }

    private static Purchase purchase(String id, String customer, Instant at) {
        var purchase = Purchase.of(id, customer, at);
        for (int i = 0; i < 3; i++) {
            purchase = purchase.line("sku-" + i, "category-" + i, 2, "4.95");
        }
        return purchase;
    }
}
