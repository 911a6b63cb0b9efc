package dev.stempel.scenario;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.account.Lot;
import dev.stempel.event.Activity;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.event.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What the laws of time share: a customer's random months in a shop whose points, cards and vouchers expire. */
final class RandomDays {

    /** Offers on which no limit or budget binds, and none of which asks what came before. */
    static final RuleBook RULES = Shop.book(
            offer("for-ever", "Purchase( $net : netOfDiscounts )", "rewards.give( points(1).per(1).of( $net ) );"),
            offer("sixty-days", "Bought( category == \"cones\", $n : paidUnits )", """
                    rewards.give( points(2).forEach( $n ).expiringAfter( days(60) ) );"""),
            offer("end-of-month", "Bought( category == \"subs\", $n : paidUnits )", """
                    rewards.give( points(3).forEach( $n ).pendingFor( days(14) ).expiringAtEndOfMonth( 1 ) );"""),
            offer("idle", "Bought( category == \"shoes\", $n : paidUnits )", """
                    rewards.give( points(5).forEach( $n ).expiringWithoutActivityFor( days(20) ) );"""),
            offer("visit", "Activity( kind == \"visit\" )", "rewards.give( bonus(5) );"),
            offer("cone-card", "$c : Bought( category == \"cones\" )", """
                    rewards.stamps( "cones", $c ).every( 9 ).give( freeItem("cone") );"""),
            offer("shoe-card", "$c : Bought( category == \"shoes\" )", """
                    rewards.stamps( "shoes", $c ).expiringAfter( days(30) ).every( 1000 ).give( voucher("50") );"""),
            offer("big", "Purchase( goods > 400 )", "rewards.give( voucher(\"2.50\").validFor( days(10) ) );"),
            offer("status", "Customer()", """
                    rewards.tiers("Bronze").then("Silver", 800).then("Gold", 2000).grace( days(10) ).inAny( months(2) );"""));

    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();

    private RandomDays(long seed) {
        random = new Random(seed);
    }

    /** Half a year of events, each at an instant of its own, in their order; the first is a purchase of 9,999 euros. */
    static List<Event> of(long seed, int number) {
        var days = new RandomDays(seed);
        var at = Shop.at("2026-01-01");
        days.events.add(Purchase.of("e-first", Shop.CUSTOMER, at).line(Line.of("house", "houses", 1, "9999.00")));
        for (int i = 0; i < number; i++) {
            at = at.plus(Duration.ofHours(1 + days.random.nextInt(180)));
            days.events.add(days.event("e-" + i, at));
        }
        return days.events;
    }

    /** A programme that was told these events. */
    static Programme after(List<Event> events) {
        var programme = Programme.of(RULES, Shop.policies().build());
        events.forEach(programme::process);
        return programme;
    }

    /** Any order that keeps the first so many events where they are and a return after its purchase. */
    static List<Event> shuffled(List<Event> events, int first, Random random) {
        var waiting = new ArrayList<>(events.subList(first, events.size()));
        var told = new ArrayList<>(events.subList(0, first));
        var ids = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var event = waiting.get(random.nextInt(waiting.size()));
            if (!(event instanceof Return back) || ids.contains(back.purchase())) {
                waiting.remove(event);
                told.add(event);
                ids.add(event.id());
            }
        }
        return told;
    }

    /** Up to three kinds of goods, and up to so many units of each. */
    static Purchase purchase(Random random, String id, Instant at, int units) {
        var purchase = Purchase.of(id, Shop.CUSTOMER, at);
        for (int line = 0; line <= random.nextInt(3); line++) {
            var category = List.of("cones", "subs", "shoes").get(random.nextInt(3));
            int quantity = 1 + random.nextInt(units);
            var price = String.valueOf(1 + random.nextInt(60));
            purchase = purchase.line(Line.of(category + line, category, quantity, price));
        }
        return purchase;
    }

    /** What an account holds that depends on no decision that looks at the account. */
    static Map<String, Object> picture(Account account) {
        var picture = new TreeMap<String, Object>();
        picture.put("points", account.points());
        picture.put("pending", account.pendingPoints());
        picture.put("debt", account.debt());
        picture.put(
                "lots",
                account.lots().stream()
                        .sorted(Comparator.comparing(Lot::toString))
                        .toList());
        picture.put("standing", String.valueOf(account.standing()));
        picture.put("history", account.history());
        return picture;
    }

    /** How many vouchers of each kind there are: their codes depend on who gave them. */
    static Map<String, Object> vouchers(Account account) {
        var vouchers = new TreeMap<String, Object>();
        account.openVouchers()
                .forEach(voucher -> vouchers.merge(
                        "vouchers " + voucher.item() + voucher.value(), 1, (some, more) -> (int) some + (int) more));
        return vouchers;
    }

    /** How full a card is, and since when. */
    static String card(Account account, String name) {
        return account.card(name).filled() + " since " + account.card(name).startedOn();
    }

    private Event event(String id, Instant at) {
        return switch (random.nextInt(12)) {
            case 0 -> new Activity(id, Shop.CUSTOMER, at, "visit", Map.of());
            case 1 -> new Redemption(id, Shop.CUSTOMER, at, 1 + random.nextInt(40), "");
            case 2 -> new Day(id, Shop.CUSTOMER, at);
            case 3 -> new Survey(id, Shop.CUSTOMER, at, null, random.nextInt(11), null, null, null);
            case 4, 5 -> giveBack(id, at);
            default -> buy(id, at);
        };
    }

    private Event giveBack(String id, Instant at) {
        if (purchases.isEmpty()) {
            return new Day(id, Shop.CUSTOMER, at);
        }
        return Return.ofAll(id, purchases.remove(random.nextInt(purchases.size())), at);
    }

    private Event buy(String id, Instant at) {
        var purchase = purchase(random, id, at, 6);
        purchases.add(purchase);
        return purchase;
    }

    private static String offer(String id, String when, String then) {
        return """
                package law
                rule "%1$s"
                    @offer("%1$s")
                when
                    %2$s
                then
                    %3$s
                end
                """.formatted(id, when, then.strip());
    }
}
