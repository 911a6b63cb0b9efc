package dev.stempel.account;

import dev.stempel.event.Activity;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a customer stays, as far as behaviour tells. A rule of thumb, after the two sides of loyalty in A. S. Dick and K.
 * Basu, "Customer Loyalty: Toward an Integrated Conceptual Framework", <i>Journal of the Academy of Marketing
 * Science</i>, 1994: what customers do, and what they think.
 *
 * <ul>
 *   <li>{@code induced}: stays because leaving is hard. Wished to cancel within a year and was bound by contract
 *       then or was seen again since, or answered 0 to 6 when asked to recommend us and yet renewed a subscription (activity {@code renewal}).
 *   <li>{@code sought}: the loyalty a shop seeks, buys often and speaks well of us.
 *   <li>{@code behavioural}: buys often and says nothing: at least four purchases, the last one at most 90 days ago, and
 *       not most of them at a discount, which would be loyalty to the discount.
 *   <li>{@code attitudinal}: speaks well of us and seldom buys. Answered 9 or 10 when last asked to recommend us, brought
 *       in friends, or wrote about us (activities {@code review}, {@code social-post}); never who answered 0 to 6.
 *   <li>{@code none}: left (activity {@code left}), or shows none of these.
 * </ul>
 *
 * @param type one of these words
 * @param why the facts it rests on, in words
 */
public record Loyalty(String type, String why) {

    private static final String BOUND = "bound";
    private static final int OFTEN = 4;
    private static final int LATELY = 90;
    private static final int A_YEAR = 365;
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;

    /** The loyalty that an account suggests. */
    public static Loyalty of(Account account) {
        if (hasLeft(account)) {
            return new Loyalty("none", "left " + account.daysSince(Activity.LEFT) + " days ago");
        }
        var held = held(account);
        if (!held.isEmpty()) {
            return new Loyalty("induced", String.join(", ", held));
        }
        var habits = habits(account);
        var praise = praise(account);
        var why = new ArrayList<>(habits);
        why.addAll(praise);
        return why.isEmpty()
                ? new Loyalty("none", "neither buys often of their own accord nor speaks well of us")
                : new Loyalty(
                        praise.isEmpty() ? "behavioural" : habits.isEmpty() ? "attitudinal" : "sought",
                        String.join(", ", why));
    }

    private static boolean hasLeft(Account account) {
        var left = account.history().done().get(Activity.LEFT);
        return left != null && left.last().equals(account.history().lastActivity());
    }

    /** What holds a customer who would rather go. */
    private static List<String> held(Account account) {
        var held = new ArrayList<String>();
        var wish = account.history().done().get("cancellation");
        if (wish != null && account.daysSince("cancellation") <= A_YEAR && wasSeenSince(account, wish)) {
            held.add("wished to cancel " + account.daysSince("cancellation") + " days ago and is still here");
        }
        if (account.times(BOUND) > 0 && account.daysSince(BOUND) <= A_YEAR) {
            held.add("was bound when wishing to cancel " + account.daysSince(BOUND) + " days ago");
        }
        if (isDetractor(account) && account.times("renewal") > 0) {
            held.add("would not recommend us (" + account.lastNps() + ") and yet renewed");
        }
        return held;
    }

    private static boolean wasSeenSince(Account account, Done wish) {
        var last = account.history().lastActivity();
        return last != null && last.isAfter(wish.last());
    }

    private static List<String> habits(Account account) {
        boolean often = account.purchases() >= OFTEN && account.daysSinceLastPurchase() <= LATELY;
        boolean forDiscounts = account.history().atDiscount() * 2 > account.purchases();
        return often && !forDiscounts
                ? List.of("bought " + account.purchases() + " times, last " + account.daysSinceLastPurchase()
                        + " days ago")
                : List.of();
    }

    private static List<String> praise(Account account) {
        var praise = new ArrayList<String>();
        if (isDetractor(account)) {
            return praise;
        }
        var nps = account.lastNps();
        if (nps != null && nps >= PROMOTER) {
            praise.add("would recommend us (" + nps + ")");
        }
        if (account.friendsBroughtIn() + account.referrals().size() > 0) {
            praise.add("brought in friends");
        }
        if (account.times("review") + account.times("social-post") > 0) {
            praise.add("wrote about us");
        }
        return praise;
    }

    private static boolean isDetractor(Account account) {
        var nps = account.lastNps();
        return nps != null && nps <= DETRACTOR;
    }
}
