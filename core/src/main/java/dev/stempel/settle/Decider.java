package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Decided;
import dev.stempel.account.Decision;
import dev.stempel.account.Ladder;
import dev.stempel.account.Standing;
import dev.stempel.account.Used;
import dev.stempel.engine.Meter;
import dev.stempel.engine.Network;
import dev.stempel.engine.Networks;
import dev.stempel.engine.Proposal;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.offer.Limit;
import dev.stempel.policy.Policies;
import dev.stempel.problem.Overrun;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Reason;
import dev.stempel.reward.Reward;
import dev.stempel.reward.TierChange;
import dev.stempel.rule.Phase;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides one event: the rules propose, phase by phase, and Java settles. Nothing is read but the arguments and nothing
 * is written, so the same arguments always give the same decision. Used once, by one thread.
 */
public final class Decider {

    private final Networks networks;
    private final Surroundings surroundings;
    private final Facts facts;
    private final Settled settled;
    private final Account stored;
    private final Event asked;
    private final Event event;
    private Event priced;
    private final Meter meter;
    private SortedMap<String, Used> usedBefore = Collections.emptySortedMap();
    private @Nullable Map<Phase, Seen> seen;

    /**
     * Nothing decided yet.
     *
     * @param networks the compiled rules
     * @param policies the programme's policies
     * @param surroundings what the ledger says beyond the account
     * @param customer what is known of the customer
     * @param account the account before the event
     * @param event what happened, and no return
     * @param more facts of the embedding application
     */
    public Decider(
            Networks networks,
            Policies policies,
            Surroundings surroundings,
            Customer customer,
            Account account,
            Event event,
            List<Object> more) {
        this.networks = networks;
        this.surroundings = surroundings;
        stored = account;
        asked = event;
        meter = new Meter(policies.bounds(), event);
        var present = account.at(event.at());
        this.event = seen(event, present, policies);
        priced = this.event;
        facts = new Facts(policies, customer, present, surroundings, more);
        settled = new Settled(policies, present, this.event, this::used);
    }

    private static Event seen(Event asked, Account account, Policies policies) {
        if (asked instanceof Purchase purchase) {
            return Exchange.convert(purchase, policies);
        }
        return asked instanceof Redemption redemption ? Redeeming.seen(redemption, account) : asked;
    }

    private Used used(Limit limit) {
        var key = limit.key(settled.day);
        var again = surroundings.again();
        if (again != null) {
            return seen(key, any -> again.apply(limit));
        }
        return limit.scope() == Limit.Scope.CUSTOMER
                ? settled.account.used(limit.firstKey(settled.day), key)
                : seen(key, surroundings.budgets());
    }

    private Used seen(String key, Function<String, Used> used) {
        if (usedBefore.isEmpty()) {
            usedBefore = new TreeMap<>();
        }
        return usedBefore.computeIfAbsent(key, used);
    }

    /** Decides the same, and tells what the rules of each phase saw. */
    public Look look() {
        var looked = new EnumMap<Phase, Seen>(Phase.class);
        seen = looked;
        var decision = decide().decision();
        for (var phase : Phase.values()) {
            var network = networks.of(phase);
            if (network != null && !looked.containsKey(phase)) {
                looked.put(phase, new Seen(facts.of(priced, network, List.of()), List.of()));
            }
        }
        return new Look(decision, stored, settled, looked);
    }

    /**
     * Decides the event.
     *
     * @throws Overrun when that takes more than the policies' bounds allow
     */
    public Decided decide() {
        if (event instanceof Redemption redemption && !Redeeming.settle(redemption, facts.account(), settled)) {
            return decided(null);
        }
        if (event instanceof Referral referral) {
            var refusal = Referring.refuse(referral, surroundings);
            if (refusal != null) {
                settled.add(refusal);
                return decided(null);
            }
        }
        var earning = new Earning(settled);
        priced = ship(price());
        run(Phase.EARN, List.of(), earning);
        if (event instanceof Redemption redemption) {
            Redeeming.settleDebt(redemption, facts.account(), settled);
        }
        var earned = decided(earning.ladder());
        boolean more = reach(tierChange(earned), earning.tierReason());
        return expire() || more ? decided(earning.ladder()) : earned;
    }

    /** What follows from a tier that was reached and from cards that were completed; false when nothing does. */
    private boolean reach(@Nullable TierChange tierChange, @Nullable Reason tierReason) {
        if (tierChange != null) {
            var reason = tierReason == null ? OwnReasons.tierFollowsPoints(event) : tierReason;
            settled.add(new Reward(reason.offer(), tierChange, BigDecimal.ZERO, reason));
        }
        var results = Results.of(settled.rewards(), tierChange);
        if (!results.isEmpty()) {
            run(Phase.REACH, results, new Earning(settled));
        }
        return tierChange != null || !results.isEmpty();
    }

    /**
     * A day puts into the books what expired before it; false when nothing did. What is known when a day is told late
     * may have expired after it, and is left to the next.
     */
    private boolean expire() {
        if (!(event instanceof Day) || settled.day.isBefore(stored.today())) {
            return false;
        }
        var reason = OwnReasons.expires(event);
        var due = facts.account().due();
        due.forEach((what, amount) ->
                settled.add(new Reward(reason.offer(), new Expired(what, amount), BigDecimal.ZERO, reason)));
        return !due.isEmpty();
    }

    private Event price() {
        var network = networks.of(Phase.PRICE);
        if (network == null || !(event instanceof Purchase purchase)) {
            return event;
        }
        var proposals = fire(Phase.PRICE, network, event, List.of());
        if (proposals.isEmpty()) {
            return event;
        }
        var basket = new Basket(purchase, settled.policies.digits());
        new Pricing(settled, basket).settle(proposals);
        return basket.priced();
    }

    private Event ship(Event discounted) {
        var network = networks.of(Phase.SHIPPING);
        if (network == null
                || !(discounted instanceof Purchase purchase)
                || purchase.shipping().signum() == 0) {
            return discounted;
        }
        return Shipping.settle(settled, purchase, fire(Phase.SHIPPING, network, discounted, List.of()));
    }

    private void run(Phase phase, List<?> results, Earning earning) {
        Network network = networks.of(phase);
        if (network != null) {
            earning.settle(fire(phase, network, priced, results));
        }
    }

    private List<Proposal> fire(Phase phase, Network network, Event now, List<?> results) {
        var derived = facts.of(now, network, results);
        var proposals = network.fire(derived, meter);
        if (seen != null) {
            seen.put(phase, new Seen(derived, proposals));
        }
        return proposals;
    }

    private @Nullable TierChange tierChange(Decided earned) {
        return stored.ladder() == null && earned.decision().ladder() == null
                ? null
                : Standing.change(stored.standing(), earned.after().standing());
    }

    private static boolean isAtDiscount(Purchase purchase, Outcome outcome) {
        return purchase.discounts().signum() > 0 || outcome.lowersThePrice();
    }

    private Decided decided(@Nullable Ladder ladder) {
        var outcome = settled.outcome();
        return Decided.on(
                stored,
                new Decision(
                        asked,
                        settled.day,
                        outcome,
                        settled.allowance.draws(),
                        usedBefore,
                        Objects.equals(ladder, stored.ladder()) ? stored.ladder() : ladder,
                        asked instanceof Purchase purchase && purchase.costsSomething() ? 1 : 0,
                        asked instanceof Purchase some && isAtDiscount(some, outcome) ? 1 : 0));
    }
}
