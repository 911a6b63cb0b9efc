package dev.stempel.account;

import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Event;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.Reward;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event and everything that follows from it: what is told to the customer, and what the account must remember to
 * decide the next event.
 *
 * @param event what happened
 * @param day the day it counts for; for a return, the day of purchase
 * @param outcome rewards and refusals
 * @param draws what it used of limits and budgets
 * @param budgets what was used of the shared budgets it looked at, before it; for a return, also of the customer's limits
 * @param ladder the tiers that apply to this customer from now on; absent when the event said nothing of tiers
 * @param purchases how many purchases it adds: one for a purchase at which something was paid, less one for a return
 *     that leaves nothing paid of it
 * @param atDiscount how many purchases at a discount it adds, counted the same way
 */
public record Decision(
        Event event,
        LocalDate day,
        Outcome outcome,
        List<Draw> draws,
        SortedMap<String, Used> budgets,
        @Nullable Ladder ladder,
        int purchases,
        int atDiscount) {

    private static final SortedMap<String, Used> NO_BUDGETS = Collections.unmodifiableSortedMap(new TreeMap<>());

    public Decision {
        draws = draws == null ? List.of() : List.copyOf(draws);
        budgets = budgets == null || budgets.isEmpty()
                ? NO_BUDGETS
                : Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    }

    /** Nothing follows: as if the event had not been. */
    public static Decision nothing(Event event, LocalDate day) {
        var outcome = new Outcome(event.id(), List.of(), List.of());
        return new Decision(event, day, outcome, List.of(), new TreeMap<>(), null, 0, 0);
    }

    /** True when it undoes what an earlier event brought. */
    public boolean takesBack() {
        return event instanceof Return
                || (event instanceof Activity activity && activity.kind().equals(Complaint.UNFOUNDED));
    }

    /** True when it says which customers share an account: what follows from that takes the whole history of both. */
    public boolean regroups() {
        return Merges.regroups(event);
    }

    /** The earlier event of which it undoes something; empty when it undoes nothing. */
    public Optional<String> reverses() {
        return event instanceof Return returned ? Optional.of(returned.purchase()) : Complaint.foundUnfoundedBy(event);
    }

    /** This and what it undoes besides, which counts for the day of what is undone. */
    public Decision and(Decision other) {
        var rewards = new ArrayList<>(outcome.rewards());
        rewards.addAll(other.outcome.rewards());
        var refused = new ArrayList<>(outcome.refused());
        refused.addAll(other.outcome.refused());
        var all = new ArrayList<>(draws);
        all.addAll(other.draws);
        var both = new Outcome(outcome.event(), rewards, refused);
        return new Decision(event, other.day, both, all, budgets, ladder, purchases, atDiscount);
    }

    /** The same decision where it stands already: what it draws is counted, whether there is room or not. */
    public Decision counted() {
        var counted = draws.stream().map(Draw::counted).toList();
        return new Decision(event, day, outcome, counted, budgets, ladder, purchases, atDiscount);
    }

    /** The same decision of an event that is told otherwise, with an outcome that is. */
    public Decision saying(Event other, Outcome told) {
        return new Decision(other, day, told, draws, budgets, ladder, purchases, atDiscount);
    }

    /** The friend who was brought in by it; empty when it is no referral, or one that does not count. */
    public Optional<String> friend() {
        return event instanceof Referral referral
                        && outcome.refused().stream().noneMatch(refusal -> refusal.cause() == Cause.REFERRAL)
                ? Optional.of(referral.friend())
                : Optional.empty();
    }

    /** The same decision with one more refusal. */
    public Decision with(Refusal refusal) {
        var refused = new ArrayList<>(outcome.refused());
        refused.add(refusal);
        var more = new Outcome(outcome.event(), outcome.rewards(), refused);
        return new Decision(event, day, more, draws, budgets, ladder, purchases, atDiscount);
    }

    /** The same decision with one more reward. */
    public Decision with(Reward reward) {
        var rewards = new ArrayList<>(outcome.rewards());
        rewards.add(reward);
        var more = new Outcome(outcome.event(), rewards, outcome.refused());
        return new Decision(event, day, more, draws, budgets, ladder, purchases, atDiscount);
    }
}
