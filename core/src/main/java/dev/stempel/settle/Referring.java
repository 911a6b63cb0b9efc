package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.event.Referral;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a referral counts: nobody brings in themselves, somebody who is a customer already, or somebody who brought
 * them in, directly or over others.
 */
final class Referring {

    private static final String OFFER = "referral";

    /** Longer chains than any honest one; it bounds the search. */
    private static final int MOST_FOLLOWED = 1_000;

    private Referring() {}

    /** Why it does not count; absent when it does. */
    static @Nullable Refusal refuse(Referral referral, Function<String, Account> accounts) {
        var friend = accounts.apply(referral.friend());
        if (referral.friend().equals(referral.customer())) {
            return refusal(referral, "Nobody can bring in themselves.");
        }
        if (friend.purchases() > 0) {
            return refusal(referral, "\"" + referral.friend() + "\" is a customer already.");
        }
        return leadsBack(referral, accounts)
                ? refusal(
                        referral,
                        "\"" + referral.friend() + "\" brought in \"" + referral.customer()
                                + "\", directly or over others.")
                : null;
    }

    private static boolean leadsBack(Referral referral, Function<String, Account> accounts) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(referral.friend()));
        while (!open.isEmpty() && seen.size() < MOST_FOLLOWED) {
            var next = open.remove();
            if (next.equals(referral.customer())) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(accounts.apply(next).referrals().keySet());
            }
        }
        return false;
    }

    private static Refusal refusal(Referral referral, String explanation) {
        var reason = new Reason(OFFER, "The customer brings in a friend", List.of(referral));
        return new Refusal(OFFER, Cause.REFERRAL, explanation, null, reason);
    }
}
