package dev.stempel.settle;

import dev.stempel.event.Referral;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a referral counts: nobody brings in themselves, somebody who is a customer already, somebody whom another one
 * brought in, or somebody who brought them in, directly or over others.
 */
public final class Referring {

    private Referring() {}

    /** Why it does not count; absent when it does. */
    static @Nullable Refusal refuse(Referral referral, Surroundings surroundings) {
        var friend = "\"" + referral.friend() + "\"";
        var account = surroundings.accounts().apply(referral.friend());
        if (account.customer()
                .equals(surroundings.accounts().apply(referral.customer()).customer())) {
            return refusal(referral, "Nobody can bring in themselves.");
        }
        if (account.purchases() > 0) {
            return refusal(referral, friend + " is a customer already.");
        }
        if (surroundings.referrers().apply(referral.friend()).isPresent()) {
            return broughtInBefore(referral);
        }
        return leadsTo(referral.friend(), referral.customer(), surroundings.referrers())
                ? refusal(referral, friend + " brought in \"" + referral.customer() + "\", directly or over others.")
                : null;
    }

    /** The refusal of a friend whom somebody brought in before. */
    public static Refusal broughtInBefore(Referral referral) {
        return refusal(referral, "\"" + referral.friend() + "\" was brought in before.");
    }

    /** True when the customer was brought in by the friend, or by somebody whom the friend brought in, and so on. */
    private static boolean leadsTo(String friend, String customer, Function<String, Optional<String>> referrers) {
        var seen = new HashSet<String>();
        var by = referrers.apply(customer);
        while (by.isPresent() && seen.add(by.get())) {
            if (by.get().equals(friend)) {
                return true;
            }
            by = referrers.apply(by.get());
        }
        return false;
    }

    private static Refusal refusal(Referral referral, String explanation) {
        var reason = OwnReasons.bringsInAFriend(referral);
        return new Refusal(reason.offer(), Cause.REFERRAL, explanation, null, reason);
    }
}
