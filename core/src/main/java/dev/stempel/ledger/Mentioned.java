package dev.stempel.ledger;

import dev.stempel.account.Merges;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Event;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.function.UnaryOperator;

/** Whom and what an event names besides itself and its own customer. */
final class Mentioned {

    private static final String COMPLAINT = "complaint";

    private Mentioned() {}

    /** The same event, naming them otherwise: customers, and events and vouchers of others. */
    static Event renamed(Event event, UnaryOperator<String> customer, UnaryOperator<String> id) {
        if (event instanceof Referral one) {
            return new Referral(one.id(), one.customer(), one.at(), customer.apply(one.friend()));
        } else if (event instanceof AccountMerge one) {
            return new AccountMerge(id(one, one.other(), id), one.customer(), one.at(), customer.apply(one.other()));
        } else if (event instanceof AccountUnmerge one) {
            return new AccountUnmerge(id(one, one.other(), id), one.customer(), one.at(), customer.apply(one.other()));
        } else if (event instanceof Return one) {
            return new Return(one.id(), one.customer(), one.at(), id.apply(one.purchase()), one.lines(), one.reason());
        } else if (event instanceof Redemption one) {
            return new Redemption(
                    one.id(),
                    one.customer(),
                    one.at(),
                    one.points(),
                    id.apply(one.voucher()),
                    one.wish(),
                    one.step(),
                    id.apply(one.reservation()));
        }
        return event instanceof Activity one && Complaint.settledBy(one) != null ? renamed(one, id) : event;
    }

    /** A copy in somebody's own history begins with the id of the event that it is a copy of. */
    private static String id(Event event, String other, UnaryOperator<String> id) {
        var end = "/" + other;
        return Merges.isCopy(event) && event.id().endsWith(end)
                ? id.apply(event.id().substring(0, event.id().length() - end.length())) + end
                : event.id();
    }

    private static Activity renamed(Activity settling, UnaryOperator<String> id) {
        var attributes = new HashMap<>(settling.attributes());
        attributes.computeIfPresent(COMPLAINT, (key, complaint) -> id.apply(complaint));
        return new Activity(settling.id(), settling.customer(), settling.at(), settling.kind(), attributes);
    }

    /** True when these are the same event, but for the names of people who were erased since. */
    static boolean isSame(Event known, Event sent) {
        if (known.equals(sent)) {
            return true;
        }
        var names = new ArrayDeque<String>();
        UnaryOperator<String> remember = name -> {
            names.add(name);
            return name;
        };
        renamed(known, remember, remember);
        UnaryOperator<String> asKnown = name -> {
            var other = names.isEmpty() ? name : names.remove();
            return Pseudonyms.isOne(other) ? other : name;
        };
        return known.equals(renamed(sent, asKnown, asKnown));
    }
}
