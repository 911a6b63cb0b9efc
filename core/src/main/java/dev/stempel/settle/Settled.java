package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.account.Used;
import dev.stempel.engine.Proposal;
import dev.stempel.event.Event;
import dev.stempel.offer.Limit;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Points;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Refusal.Cause;
import dev.stempel.reward.ReservationEnd;
import dev.stempel.reward.Reward;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is settled of one event so far. Used by one evaluation. */
final class Settled {

    final Policies policies;
    final Account account;
    final LocalDate day;
    final Gate gate;
    final Gifts gifts;
    final Allowance allowance;
    final Event event;
    private final Exclusives exclusives = new Exclusives(this);
    private final List<Reward> rewards = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private Map<String, Supplier<Card>> cards = Map.of();

    Settled(Policies policies, Account account, Event event, Function<Limit, Used> used) {
        this.policies = policies;
        this.account = account;
        this.event = event;
        day = LocalDate.ofInstant(event.at(), policies.zone());
        gate = new Gate(policies, event, day);
        gifts = new Gifts(policies, event, day);
        allowance = new Allowance(used, day);
    }

    /** The proposals that nothing but a limit can still stop: the best of each exclusive group. */
    List<Proposal> choose(List<Proposal> proposals, Function<Proposal, Worth> worth) {
        return exclusives.choose(admit(proposals), worth);
    }

    private List<Proposal> admit(List<Proposal> proposals) {
        var admitted = new ArrayList<Proposal>(proposals.size());
        for (var proposal : proposals) {
            var refusal = gate.refuse(proposal);
            if (refusal == null) {
                admitted.add(proposal);
            } else {
                refused.add(refusal);
            }
        }
        return admitted;
    }

    /** Gives it if limits, budgets and authority allow; says whether it was given. */
    boolean grant(Proposal proposal, Resolved resolved) {
        return !grantOrTrim(proposal, resolved).isNothing();
    }

    /** Gives as much of it as limits, budgets and authority allow under the policy; returns what was given. */
    Resolved grantOrTrim(Proposal proposal, Resolved resolved) {
        if (resolved.isNothing()) {
            return resolved;
        }
        var room = allowance.tooSmall(proposal.offer(), resolved.worth());
        if (room != null) {
            var trimmed = policies.limits() == Policies.Limits.TRIM
                    ? resolved.trimmedTo(room, policies.pointValue())
                    : Resolved.NOTHING;
            if (trimmed.isNothing()) {
                refused.add(noRoom(proposal, room));
                return trimmed;
            }
            return grantOrTrim(proposal, trimmed);
        }
        var lacking = gate.refuseAuthority(proposal, resolved.worth().money());
        if (lacking != null) {
            refused.add(lacking);
            return Resolved.NOTHING;
        }
        allowance.draw(proposal.offer(), resolved.worth());
        add(proposal, resolved);
        return resolved;
    }

    private void add(Proposal proposal, Resolved resolved) {
        var reason = proposal.reason();
        var each = resolved.costOfEach();
        for (var benefit : resolved.benefits()) {
            var cost = Resolved.costsNothing(benefit) ? BigDecimal.ZERO : each;
            rewards.add(new Reward(proposal.offer().id(), benefit, cost, reason));
        }
    }

    /** Why limits, budgets or authority allow no part of a reward of this worth; absent when they do. */
    @Nullable
    Refusal stops(Proposal proposal, Worth worth) {
        var room = allowance.tooSmall(proposal.offer(), worth);
        if (room == null) {
            return gate.refuseAuthority(proposal, worth.money());
        }
        boolean trims = policies.limits() == Policies.Limits.TRIM && room.room().signum() > 0;
        return trims ? null : noRoom(proposal, room);
    }

    private static Refusal noRoom(Proposal proposal, Allowance.Room room) {
        var cause = room.limit().scope() == Limit.Scope.EVERYBODY ? Cause.BUDGET : Cause.LIMIT;
        return Gate.handedOn(
                proposal,
                cause,
                "The limit is " + room.limit() + "; " + room.used().toPlainString() + " of it is used.");
    }

    void refuse(Proposal proposal, Cause cause, String explanation) {
        refused.add(Gate.refusal(proposal, cause, explanation));
    }

    void add(Reward reward) {
        rewards.add(reward);
    }

    void add(Refusal refusal) {
        refused.add(refusal);
    }

    Card card(String name, long size) {
        var stamped = cards.get(name);
        if (stamped != null) {
            return stamped.get();
        }
        return account.cards().containsKey(name) ? account.card(name) : Card.empty(name, size);
    }

    /** What becomes of a card, worked out when another offer asks for it. */
    void put(String card, Supplier<Card> after) {
        if (cards.isEmpty()) {
            cards = new TreeMap<>();
        }
        cards.put(card, after);
    }

    List<Reward> rewards() {
        return rewards;
    }

    /** Points that can be spent once what is settled so far is posted. */
    long balance() {
        long balance = account.points();
        for (var reward : rewards) {
            balance += spendable(reward.benefit());
        }
        return balance;
    }

    private long spendable(Benefit benefit) {
        if (benefit instanceof ReservationEnd end) {
            return account.balance().reserved(end.id(), event.at());
        }
        return benefit instanceof Points points
                        && (points.spendableFrom() == null
                                || !points.spendableFrom().isAfter(day))
                ? points.amount()
                : 0;
    }

    Outcome outcome() {
        return new Outcome(event.id(), rewards, refused);
    }
}
