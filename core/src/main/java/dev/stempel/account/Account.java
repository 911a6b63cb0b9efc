package dev.stempel.account;

import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says about one customer, seen at an instant. It is derived: folding the customer's decisions in their
 * order gives it again.
 *
 * <p>Expiry, pending points and tiers are functions of what was earned and of {@link #at()}, so nothing has to run for
 * them to be right. Immutable and thread-safe.
 *
 * @param customer the customer's id
 * @param zone the programme's zone
 * @param at the instant from which it is seen
 * @param version how many decisions it was derived from
 * @param lots points earned and not yet spent, whether pending, spendable or expired
 * @param debt points taken back that the customer had already spent
 * @param cards stamp cards by name
 * @param vouchers vouchers given and neither used nor taken back, by code
 * @param credit money the customer can spend with us, in the programme's currency
 * @param ladder the tiers that apply to the customer; absent when no offer named any
 * @param earned qualifying points by the day of earning
 * @param used what is used of the customer's limits
 * @param purchases how many purchases there were
 * @param firstPurchase the day of the first; absent when there was none
 * @param lastPurchase the day of the last; absent when there was none
 * @param lastActivity the day of the last purchase, activity or redemption; absent when there was none
 * @param complaints complaints nobody has answered yet
 * @param standing the tier and what is missing to the next; absent without a ladder
 */
public record Account(
        String customer,
        ZoneId zone,
        Instant at,
        long version,
        List<Lot> lots,
        long debt,
        SortedMap<String, Card> cards,
        SortedMap<String, Voucher> vouchers,
        BigDecimal credit,
        @Nullable Ladder ladder,
        NavigableMap<LocalDate, Long> earned,
        SortedMap<String, Used> used,
        long purchases,
        @Nullable LocalDate firstPurchase,
        @Nullable LocalDate lastPurchase,
        @Nullable LocalDate lastActivity,
        List<OpenComplaint> complaints,
        @Nullable Standing standing) {

    public Account {
        lots = lots == null ? List.of() : List.copyOf(lots);
        cards = Collections.unmodifiableSortedMap(cards == null ? new TreeMap<>() : cards);
        vouchers = Collections.unmodifiableSortedMap(vouchers == null ? new TreeMap<>() : vouchers);
        earned = Collections.unmodifiableNavigableMap(earned == null ? new TreeMap<>() : earned);
        used = Collections.unmodifiableSortedMap(used == null ? new TreeMap<>() : used);
        complaints = complaints == null ? List.of() : List.copyOf(complaints);
        credit = credit == null ? BigDecimal.ZERO : credit;
    }

    /** The account of a customer who has done nothing yet. */
    public static Account empty(String customer, ZoneId zone) {
        return new Account(
                customer,
                zone,
                Instant.EPOCH,
                0,
                List.of(),
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                BigDecimal.ZERO,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** The same account, seen at another instant. */
    public Account at(Instant instant) {
        return AccountFold.of(this).seenAt(instant);
    }

    /** The account after one more decision, seen at the instant of its event. */
    public Account after(Decision decision) {
        return AccountFold.of(this).apply(decision).seenAt(decision.event().at());
    }

    /** The account's date, in the programme's zone. */
    public LocalDate today() {
        return at.atZone(zone).toLocalDate();
    }

    /** Points that can be spent now; below zero for a debt. */
    public long points() {
        var today = today();
        long sum = -debt;
        for (var lot : lots) {
            if (!lot.pending(today) && !lot.expired(today, lastActivity)) {
                sum += lot.points();
            }
        }
        return sum;
    }

    /** Points earned that cannot be spent yet. */
    public long pendingPoints() {
        var today = today();
        return lots.stream()
                .filter(lot -> lot.pending(today) && !lot.expired(today, lastActivity))
                .mapToLong(Lot::points)
                .sum();
    }

    /** A stamp card; empty when the customer has none of that name. */
    public Card card(String name) {
        var card = cards.get(name);
        return card == null ? Card.empty(name, 1) : card.on(today());
    }

    /** The vouchers that can be used now. */
    public Collection<Voucher> openVouchers() {
        var today = today();
        return vouchers.values().stream()
                .filter(voucher -> voucher.validOn(today))
                .toList();
    }

    /** The tier held; empty without a ladder. */
    public String tier() {
        return standing == null ? "" : standing.tier();
    }

    /** The next higher tier; empty at the top or without a ladder. */
    public String nextTier() {
        return standing == null || standing.nextTier() == null ? "" : standing.nextTier();
    }

    /** Qualifying points that are missing for the next tier. */
    public long missingToNextTier() {
        return standing == null ? 0 : standing.missing();
    }

    /** Points that count toward a tier in the present qualification period. */
    public long qualifyingPoints() {
        return standing == null ? 0 : standing.qualifying();
    }

    /** Days since the last purchase; -1 when there was none. */
    public long daysSinceLastPurchase() {
        return lastPurchase == null ? -1 : ChronoUnit.DAYS.between(lastPurchase, today());
    }

    /** What is used of one of the customer's limits. */
    public Used used(String key) {
        return used.getOrDefault(key, Used.NOTHING);
    }

    @Override
    public String toString() {
        return "Account[customer=" + customer + ", points=" + points() + ", purchases=" + purchases
                + (standing == null ? "" : ", tier=" + standing.tier()) + "]";
    }
}
