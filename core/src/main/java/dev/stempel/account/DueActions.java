package dev.stempel.account;

import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.reward.Contact;
import dev.stempel.reward.Escalation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is due for a customer, in the making. Used by one thread, once. */
final class DueActions {

    /** The activity that does what was due; its attribute {@code subject} names which, without it all contacts. */
    private static final String CONTACTED = "contacted";

    private final Decision decision;
    private List<DueAction> due;

    private DueActions(List<DueAction> before, Decision decision) {
        this.due = before;
        this.decision = decision;
    }

    /** What is due after a decision. */
    static List<DueAction> after(List<DueAction> before, Decision decision) {
        var actions = new DueActions(before, decision);
        actions.close();
        actions.open();
        return actions.due;
    }

    private void close() {
        if (!due.isEmpty() && decision.event() instanceof Activity activity) {
            if (activity.kind().equals(CONTACTED)) {
                close(activity.attributes().get("subject"));
            } else if (Complaint.settledBy(activity) != null) {
                close(Complaint.settledBy(activity));
            }
        }
    }

    private void close(@Nullable String subject) {
        due = due.stream()
                .filter(action -> subject == null
                        ? !action.role().isEmpty()
                        : !action.subject().equals(subject))
                .toList();
    }

    private void open() {
        for (var reward : decision.outcome().rewards()) {
            if (reward.benefit() instanceof Contact contact) {
                open(contact.subject(), "");
            } else if (reward.benefit() instanceof Escalation escalation) {
                open(escalation.about(), escalation.to());
            }
        }
        for (var refusal : decision.outcome().refused()) {
            if (refusal.handedTo() != null) {
                open(decision.event().id(), refusal.handedTo());
            }
        }
    }

    private void open(String subject, String role) {
        if (due.stream()
                .noneMatch(action ->
                        action.subject().equals(subject) && action.role().equals(role))) {
            var event = decision.event();
            due = new ArrayList<>(due);
            due.add(new DueAction(event.customer(), subject, role, event.id(), event.at()));
        }
    }
}
