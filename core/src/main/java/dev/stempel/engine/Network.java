package dev.stempel.engine;

import dev.stempel.account.Card;
import dev.stempel.account.DueAction;
import dev.stempel.account.Loyalty;
import dev.stempel.account.OpenComplaint;
import dev.stempel.check.CheckedRule;
import dev.stempel.event.Line;
import dev.stempel.offer.Offer;
import dev.stempel.problem.Overrun;
import dev.stempel.rule.Anniversary;
import dev.stempel.rule.Birthday;
import dev.stempel.rule.BroughtIn;
import dev.stempel.rule.Friend;
import dev.stempel.rule.Lapse;
import dev.stempel.rule.Membership;
import dev.stempel.rule.Today;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The compiled rules of one phase. Thread-safe. */
public final class Network {

    private static final Set<Class<?>> DAYS = Set.of(Today.class, Birthday.class, Membership.class, Anniversary.class);

    private static final Set<Class<?>> OF_ACCOUNTS = Set.of(
            Card.class,
            OpenComplaint.class,
            Loyalty.class,
            Friend.class,
            BroughtIn.class,
            DueAction.class,
            Lapse.class);

    private final PlainRules plain;
    private final @Nullable Sessions sessions;
    private final List<Offer> offers;
    private final Set<Class<?>> factTypes;
    private final AskedGoods goods;
    private final boolean asksForDays;
    private final boolean asksOfAccounts;
    private final @Nullable Predicate<Offer> heard;

    private Network(Network all, Set<String> ids) {
        plain = all.plain;
        sessions = all.sessions;
        offers = all.offers;
        factTypes = all.factTypes;
        goods = all.goods;
        asksForDays = all.asksForDays;
        asksOfAccounts = all.asksOfAccounts;
        heard = offer -> ids.contains(offer.id());
    }

    Network(PlainRules plain, @Nullable Sessions sessions, List<CheckedRule> checked) {
        this.plain = plain;
        this.sessions = sessions;
        offers = checked.stream().map(CheckedRule::offer).toList();
        factTypes = new LinkedHashSet<>();
        goods = new AskedGoods(checked);
        heard = null;
        for (var rule : checked) {
            factTypes.addAll(rule.about().factTypes());
        }
        asksForDays = DAYS.stream().anyMatch(factTypes::contains);
        asksOfAccounts = OF_ACCOUNTS.stream().anyMatch(factTypes::contains);
    }

    /** The same rules, with only some offers heard. */
    Network only(Set<String> ids) {
        return new Network(this, ids);
    }

    int rulesOf(Offer offer) {
        return (int)
                offers.stream().filter(other -> other.id().equals(offer.id())).count();
    }

    /** True when a condition of these rules is about facts of this kind. */
    public boolean asksFor(Class<?> factType) {
        return factTypes.contains(factType);
    }

    /** True when a condition is about what day it is, for anybody or for the customer. */
    public boolean asksForDays() {
        return asksForDays;
    }

    /** True when a condition is about something that accounts hold: a card, a complaint, a friend … */
    public boolean asksOfAccounts() {
        return asksOfAccounts;
    }

    /** What these lines hold of the goods that conditions ask for, one fact each. */
    public void addBought(List<Line> lines, List<Object> facts) {
        goods.addTo(facts, lines);
    }

    /**
     * What these rules propose for these facts, in the order in which it is to be settled.
     *
     * @throws Overrun when that takes more than the meter allows
     */
    public List<Proposal> fire(List<Object> facts, Meter meter) {
        meter.holds(facts.size());
        var proposals = new ArrayList<Proposal>();
        plain.fire(facts, meter, proposals::add);
        if (sessions != null) {
            sessions.fire(facts, meter, proposals::add);
        }
        if (heard != null) {
            proposals.removeIf(proposal -> !heard.test(proposal.offer()));
        }
        if (proposals.size() > 1) {
            proposals.sort(Proposal.IN_ORDER);
        }
        return proposals;
    }
}
