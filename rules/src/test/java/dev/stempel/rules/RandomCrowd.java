package dev.stempel.rules;

import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Activity;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What many customers of a shop with these rules do, one among the other: returns, some of it told late or twice, friends
 * who are brought in, accounts that are merged and parted again, and two receipts with one number.
 *
 * @param policies the shop's
 * @param customers what is known of them
 * @param events what they do, in the order in which it is told
 */
record RandomCrowd(Policies policies, Map<String, Customer> customers, List<Event> events) {

    private static final int CUSTOMERS = 40;

    static RandomCrowd of(Random random, Collection<String> rules) {
        var customers = new HashMap<String, Customer>();
        var events = new ArrayList<Event>();
        for (int i = 0; i < CUSTOMERS; i++) {
            var trade = new RandomTrade(random, rules, "c-" + i);
            customers.put("c-" + i, trade.customer());
            for (var event : trade.history()) {
                events.add(event);
                if (event instanceof Purchase purchase && random.nextInt(4) == 0) {
                    var later = event.at().plus(Duration.ofHours(random.nextInt(400)));
                    events.add(Return.ofAll("back-" + event.id(), purchase, later));
                }
            }
        }
        events.sort(Comparator.comparing(Event::at));
        for (int i = events.size() / 20; i > 0; i--) {
            int place = random.nextInt(events.size());
            events.add(place, amongOthers(random, "x-" + i, events.get(place), events));
        }
        var policies = new RandomTrade(random, rules).policies();
        var crowd = new RandomCrowd(policies, customers, events);
        return switch (random.nextInt(4)) {
            case 0 -> crowd;
            case 1 -> crowd.withoutFriends();
            default -> crowd.eachAlone();
        };
    }

    private static Event amongOthers(Random random, String id, Event next, List<Event> events) {
        var one = next.customer();
        var other = "c-" + random.nextInt(CUSTOMERS);
        return switch (random.nextInt(6)) {
            case 3 -> new Activity(next.id(), other, next.at(), "visit", Map.of());
            case 0 -> new Referral(id, one, next.at(), other.equals(one) ? "c-new" : other);
            case 1 -> new AccountMerge(id, one, next.at(), other.equals(one) ? "c-new" : other);
            case 2 -> new AccountUnmerge(id, one, next.at(), other.equals(one) ? "c-new" : other);
            default -> events.get(random.nextInt(events.size()));
        };
    }

    /** The same without referrals and merges. */
    RandomCrowd withoutFriends() {
        return only(event ->
                !(event instanceof Referral || event instanceof AccountMerge || event instanceof AccountUnmerge));
    }

    /** The same without anything that one customer's doings change for another. */
    RandomCrowd eachAlone() {
        var owners = new HashMap<String, String>();
        events.forEach(event -> owners.putIfAbsent(event.id(), event.customer()));
        return withoutFriends().only(event -> event.customer().equals(owners.get(event.id())));
    }

    private RandomCrowd only(Predicate<Event> some) {
        return new RandomCrowd(policies, customers, events.stream().filter(some).toList());
    }
}
