package dev.stempel.measure;

import dev.stempel.account.Account;
import dev.stempel.account.Card;
import dev.stempel.account.DueAction;
import dev.stempel.account.Lot;
import dev.stempel.account.Loyalty;
import dev.stempel.account.OpenComplaint;
import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer at a glance, for whoever has them on the phone.
 *
 * @param customer the customer's id
 * @param day the day it is seen from
 * @param points points that can be spent; below zero for a debt
 * @param pendingPoints points earned that cannot be spent yet
 * @param nextExpiry which points expire next; absent when none do
 * @param tier the tier held; empty without tiers
 * @param nextTier the next higher tier; empty at the top or without tiers
 * @param missing qualifying points missing for it
 * @param statuses standings that are no tiers
 * @param cards stamp cards as they are on the day
 * @param vouchers vouchers that can be used
 * @param credit money the customer can spend with us
 * @param purchases purchases so far
 * @param lastPurchase the day of the last; absent when there was none
 * @param lastContact the day of the last event the customer took part in; absent when there was none
 * @param complaints complaints so far
 * @param openComplaints those nobody has answered yet
 * @param due what somebody still has to do for the customer
 * @param lastNps the last answer to whether they recommend us; absent when never asked
 * @param loyalty what behaviour suggests of their loyalty, and why
 */
public record Glance(
        String customer,
        LocalDate day,
        long points,
        long pendingPoints,
        @Nullable Expiring nextExpiry,
        String tier,
        String nextTier,
        long missing,
        SortedSet<String> statuses,
        List<Card> cards,
        List<Voucher> vouchers,
        BigDecimal credit,
        long purchases,
        @Nullable LocalDate lastPurchase,
        @Nullable LocalDate lastContact,
        long complaints,
        List<OpenComplaint> openComplaints,
        List<DueAction> due,
        @Nullable Integer lastNps,
        Loyalty loyalty) {

    public Glance {
        tier = tier == null ? "" : tier;
        nextTier = nextTier == null ? "" : nextTier;
        statuses = Collections.unmodifiableSortedSet(statuses == null ? new TreeSet<>() : statuses);
        cards = cards == null ? List.of() : List.copyOf(cards);
        vouchers = vouchers == null ? List.of() : List.copyOf(vouchers);
        due = due == null ? List.of() : List.copyOf(due);
        openComplaints = openComplaints == null ? List.of() : List.copyOf(openComplaints);
    }

    /**
     * Points that expire together.
     *
     * @param points how many
     * @param lastDay the last day they can be spent
     */
    public record Expiring(long points, LocalDate lastDay) {}

    /** The customer of an account, at the account's instant. */
    public static Glance of(Account account) {
        var history = account.history();
        return new Glance(
                account.customer(),
                account.today(),
                account.points(),
                account.pendingPoints(),
                nextExpiry(account),
                account.tier(),
                account.nextTier(),
                account.missingToNextTier(),
                account.statuses(),
                account.cards().keySet().stream().map(account::card).toList(),
                account.openVouchers().stream().toList(),
                account.credit(),
                account.purchases(),
                history.lastPurchase(),
                history.lastActivity(),
                account.times("complaint"),
                account.complaints(),
                account.dueActions(),
                account.lastNps(),
                Loyalty.of(account));
    }

    private static @Nullable Expiring nextExpiry(Account account) {
        var lastActivity = account.history().lastActivity();
        var next = account.lots().stream()
                .map(lot -> lot.lastDay(lastActivity))
                .filter(Objects::nonNull)
                .filter(day -> !day.isBefore(account.today()))
                .min(LocalDate::compareTo);
        return next.map(day -> new Expiring(
                        account.lots().stream()
                                .filter(lot -> day.equals(lot.lastDay(lastActivity)))
                                .mapToLong(Lot::points)
                                .sum(),
                        day))
                .orElse(null);
    }

    /** The same in lines of text. */
    public String text() {
        return GlanceText.of(this);
    }
}
