package dev.stempel.settle;

import dev.stempel.event.Event;
import dev.stempel.reward.Reason;
import java.util.List;

/** Reasons that stand in no rule file. Their texts in other languages are in {@code wording.properties}. */
final class OwnReasons {

    private OwnReasons() {}

    static Reason tierFollowsPoints(Event event) {
        return new Reason("tiers", "The tier changes with the points", List.of(event));
    }

    static Reason expires(Event day) {
        return new Reason("expiry", "What was not used in time expires", List.of(day));
    }

    static Reason redeems(Event redemption) {
        return new Reason("redemption", "The customer redeems", List.of(redemption));
    }

    static Reason bringsInAFriend(Event referral) {
        return new Reason("referral", "The customer brings in a friend", List.of(referral));
    }
}
