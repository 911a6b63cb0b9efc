package dev.stempel.ledger.contract;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.Activity;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Referral;
import dev.stempel.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happened before somebody is erased, and the event of somebody else that is being processed meanwhile.
 *
 * @param what what of it names the person, as in {@code a referral}
 * @param before in the order in which it happened
 * @param event is called {@code held}
 */
public record Meanwhile(String what, List<Event> before, Event event) {

    /** Who is erased; the person's events begin with the same word. */
    public static final String PERSON = "Canaryanna-7";

    private static final int UP_TO_THE_SNAPSHOT = 31;

    /** Whoever brings somebody is rewarded a fortnight after the first purchase. */
    public static final String FRIEND = """
            rule "Bring a friend, get five hundred points" @offer("friend")
            when
                Day()
                $friend : Friend( purchases >= 1, daysSinceFirstPurchase > 14 )
            then
                rewards.forFriend( $friend ).give( bonus(500) );
            end
            """;

    /** Whoever was brought in is rewarded as well. */
    public static final String WELCOME = """
            rule "Whoever was brought in gets a hundred points with the shoes" @offer("welcome")
            when
                BroughtIn()
                Bought( category == "shoes" )
            then
                rewards.give( bonus(100) );
            end
            """;

    private static final RuleBook RULES = RuleBook.of(Map.of("friend.drl", FRIEND, "welcome.drl", WELCOME));

    /** The shop in which it happens. */
    public static Programme shop(Ledger ledger) {
        return Programme.of(RULES, Corner.POLICIES, ledger);
    }

    private static Referral friend() {
        return new Referral("f-1", "c-1", Corner.day(1), PERSON);
    }

    private static Purchase bought() {
        return Purchase.of("canary-first", PERSON, Corner.day(2)).line("x", "x", 1, "9.00");
    }

    /** The account names the person, and is stored as it is. */
    public static Meanwhile aSnapshot() {
        var visits = IntStream.range(1, UP_TO_THE_SNAPSHOT).mapToObj(i -> Corner.visit("v-" + i, "c-1", 4));
        return new Meanwhile(
                "a snapshot",
                Stream.<Event>concat(Stream.of(friend(), bought()), visits).toList(),
                Corner.visit("held", "c-1", 4));
    }

    /** A reward names the person. */
    public static Meanwhile aReward() {
        return new Meanwhile(
                "a reward for bringing in the person",
                List.of(friend(), bought()),
                new Day("held", "c-1", Corner.day(25)));
    }

    /** The reason of a reward names the person. */
    public static Meanwhile aReason() {
        var broughtIn = new Referral("canary-friend", PERSON, Corner.day(3), "c-2");
        return new Meanwhile(
                "the reason of somebody whom the person brought in",
                List.of(bought(), broughtIn),
                Purchase.of("held", "c-2", Corner.day(25)).line("shoe", "shoes", 1, "50.00"));
    }

    /** The event itself names the person. */
    public static Meanwhile aReferral() {
        return new Meanwhile(
                "a referral",
                List.of(new Activity("canary-visit", PERSON, Corner.day(4), "visit", Map.of())),
                new Referral("held", "c-1", Corner.day(25), PERSON));
    }

    @Override
    public String toString() {
        return what;
    }
}
