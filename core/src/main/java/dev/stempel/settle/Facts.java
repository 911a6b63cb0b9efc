package dev.stempel.settle;

import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.account.DueAction;
import dev.stempel.account.Loyalty;
import dev.stempel.account.OpenComplaint;
import dev.stempel.engine.Network;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.rule.Anniversary;
import dev.stempel.rule.Birthday;
import dev.stempel.rule.BroughtIn;
import dev.stempel.rule.Friend;
import dev.stempel.rule.Lapse;
import dev.stempel.rule.Membership;
import dev.stempel.rule.Today;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one event: only those that some rule asks for. Used by one evaluation. */
final class Facts {

    private final Policies policies;
    private final Customer customer;
    private final Account account;
    private final Surroundings surroundings;
    private final List<Object> more;

    Facts(Policies policies, Customer customer, Account account, Surroundings surroundings, List<Object> more) {
        this.policies = policies;
        this.customer = customer;
        this.account = account;
        this.surroundings = surroundings;
        this.more = more;
    }

    Account account() {
        return account;
    }

    /** The facts for the rules of one phase: the event as it is by then, and what earlier phases brought about. */
    List<Object> of(Event event, Network network, List<?> results) {
        var facts = new ArrayList<>();
        facts.add(event);
        addIfAsked(facts, network, customer);
        addIfAsked(facts, network, account);
        if (event instanceof Purchase purchase) {
            network.addBought(purchase.lines(), facts);
            if (network.asksFor(Line.class)) {
                facts.addAll(purchase.lines());
            }
        }
        if (network.asksOfAccounts()) {
            addOfAccounts(facts, network, event);
        }
        if (network.asksForDays()) {
            addDays(facts, network, event);
        }
        facts.addAll(more);
        facts.addAll(results);
        return facts;
    }

    private void addOfAccounts(List<Object> facts, Network network, Event event) {
        if (network.asksFor(Card.class)) {
            account.cards().keySet().forEach(name -> facts.add(account.card(name)));
        }
        if (network.asksFor(OpenComplaint.class)) {
            facts.addAll(account.complaints());
        }
        if (network.asksFor(Loyalty.class)) {
            facts.add(Loyalty.of(account));
        }
        if (network.asksFor(Friend.class)) {
            account.referrals().forEach((friend, since) -> addNew(facts, friend, since, event));
        }
        if (network.asksFor(BroughtIn.class)) {
            surroundings.referrers().apply(customer.id()).ifPresent(by -> facts.add(new BroughtIn(by)));
        }
        if (network.asksFor(DueAction.class)) {
            facts.addAll(account.dueActions());
        }
        if (network.asksFor(Lapse.class) && account.purchases() > 0) {
            facts.add(new Lapse(account.daysSinceLastPurchase(), account.daysAwayWhenAsked()));
        }
    }

    private static void addIfAsked(List<Object> facts, Network network, Object fact) {
        if (network.asksFor(fact.getClass())) {
            facts.add(fact);
        }
    }

    /** Whose accounts were merged since may turn out to have been a customer before. */
    private void addNew(List<Object> facts, String id, LocalDate since, Event event) {
        var friend = surroundings.accounts().apply(id).at(event.at());
        var first = friend.firstPurchase();
        if (first == null || !first.isBefore(since)) {
            facts.add(new Friend(id, friend.purchases(), friend.daysSinceFirstPurchase()));
        }
    }

    private void addDays(List<Object> facts, Network network, Event event) {
        var local = event.at().atZone(policies.zone());
        var today = local.toLocalDate();
        addIfAsked(facts, network, new Today(today, local.getHour()));
        if (network.asksFor(Birthday.class) && isKept(customer.birthday(), today)) {
            facts.add(new Birthday());
        }
        var joined = customer.joined();
        if (network.asksFor(Membership.class) && joined != null) {
            facts.add(membership(joined, today));
        }
        if (network.asksFor(Anniversary.class) && joined != null && isKept(joined, today)) {
            int years = today.getYear() - joined.getYear();
            if (years > 0) {
                facts.add(new Anniversary(years));
            }
        }
    }

    private static Membership membership(LocalDate joined, LocalDate today) {
        long months = Math.max(0, ChronoUnit.MONTHS.between(joined, today));
        return new Membership(months / 12, months);
    }

    /** A day of every year; 29 February is kept in other years as the policy says. */
    private boolean isKept(@Nullable LocalDate yearly, LocalDate today) {
        if (yearly == null) {
            return false;
        }
        if (yearly.getMonthValue() == 2 && yearly.getDayOfMonth() == 29 && !today.isLeapYear()) {
            return policies.leapDay() == Policies.LeapDay.FEBRUARY_28
                    ? today.getMonthValue() == 2 && today.getDayOfMonth() == 28
                    : today.getMonthValue() == 3 && today.getDayOfMonth() == 1;
        }
        return yearly.getMonth() == today.getMonth() && yearly.getDayOfMonth() == today.getDayOfMonth();
    }
}
