package dev.stempel.account;

import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.reward.Apology;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Escalation;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Replacement;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Voucher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The complaints that nobody has answered yet. */
final class OpenComplaints {

    private OpenComplaints() {}

    /** Those that are open after a decision. */
    static List<OpenComplaint> after(List<OpenComplaint> before, Decision decision) {
        var open = before;
        if (decision.event() instanceof Complaint complaint && !isAnswered(decision)) {
            open = new ArrayList<>(before);
            open.add(new OpenComplaint(complaint.id(), complaint.kind(), complaint.severity(), complaint.at(), 0, ""));
        }
        if (open.isEmpty()) {
            return open;
        }
        if (decision.event() instanceof Activity activity && Complaint.settledBy(activity) != null) {
            var which = Complaint.settledBy(activity);
            open = open.stream().filter(one -> !one.id().equals(which)).toList();
        }
        for (var reward : decision.outcome().rewards()) {
            open = reward.benefit() instanceof Escalation escalation ? passedOn(open, escalation) : open;
        }
        return open;
    }

    private static boolean isAnswered(Decision decision) {
        return decision.outcome().rewards().stream().map(Reward::benefit).anyMatch(OpenComplaints::answers);
    }

    private static boolean answers(Benefit benefit) {
        return benefit instanceof Replacement
                || benefit instanceof MoneyBack
                || benefit instanceof Credit
                || benefit instanceof Voucher
                || benefit instanceof Apology;
    }

    private static List<OpenComplaint> passedOn(List<OpenComplaint> open, Escalation escalation) {
        return open.stream()
                .map(one -> one.id().equals(escalation.about()) ? one.passedOnTo(escalation.to()) : one)
                .toList();
    }

    /** The same complaints, seen at another instant. */
    static List<OpenComplaint> seenAt(List<OpenComplaint> open, Instant at) {
        return open.isEmpty() ? open : open.stream().map(one -> one.seenAt(at)).toList();
    }
}
