package dev.stempel.account;

import dev.stempel.reward.Voucher;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
 * @param balance points
 * @param cards stamp cards by name
 * @param vouchers vouchers given and neither used, taken back nor expired by the last event, by code
 * @param credit money the customer can spend with us, in the programme's currency
 * @param breakage what expired of late
 * @param ladder the tiers that apply to the customer; absent when no offer named any
 * @param earned qualifying points by the day of earning, in the order of the days, as long as a tier can depend on them
 * @param tierMemory the tier at the end of an earlier day; absent when no points before are forgotten
 * @param used what is used of the customer's limits, of late
 * @param history what the customer did so far
 * @param complaints complaints nobody has answered yet
 * @param dueActions what somebody still has to do for the customer
 * @param statuses standings that are no tiers, as in {@code ambassador}
 * @param referrals friends brought in and not yet rewarded, with the day of the referral
 * @param standing the tier and what is missing to the next; absent without a ladder
 */
public record Account(
        String customer,
        ZoneId zone,
        Instant at,
        long version,
        PointBalance balance,
        SortedMap<String, Card> cards,
        SortedMap<String, Voucher> vouchers,
        BigDecimal credit,
        Breakage breakage,
        @Nullable Ladder ladder,
        Map<LocalDate, Long> earned,
        @Nullable TierMemory tierMemory,
        SortedMap<String, Used> used,
        History history,
        List<OpenComplaint> complaints,
        List<DueAction> dueActions,
        SortedSet<String> statuses,
        SortedMap<String, LocalDate> referrals,
        @Nullable Standing standing) {

    /** Under this id a till finds the points it may not spend: no event has it, so none can end or replace what is set aside. */
    private static final String LENT = "";

    /** Accounts of new customers share what they hold: nothing. */
    private static final SortedMap<String, Card> NO_CARDS = Collections.unmodifiableSortedMap(new TreeMap<>());

    private static final SortedMap<String, Voucher> NO_VOUCHERS = Collections.unmodifiableSortedMap(new TreeMap<>());
    private static final SortedMap<String, Used> NOTHING_USED = Collections.unmodifiableSortedMap(new TreeMap<>());
    private static final SortedSet<String> NO_STATUSES = Collections.unmodifiableSortedSet(new TreeSet<>());
    private static final SortedMap<String, LocalDate> NO_REFERRALS = Collections.unmodifiableSortedMap(new TreeMap<>());

    public Account {
        balance = balance == null ? PointBalance.NONE : balance;
        cards = Collections.unmodifiableSortedMap(cards == null ? new TreeMap<>() : cards);
        vouchers = Collections.unmodifiableSortedMap(vouchers == null ? new TreeMap<>() : vouchers);
        credit = credit == null ? BigDecimal.ZERO : credit;
        breakage = breakage == null ? Breakage.NONE : breakage;
        earned = earned == null ? Days.NONE : Days.of(earned);
        used = Collections.unmodifiableSortedMap(used == null ? new TreeMap<>() : used);
        history = history == null ? History.NONE : history;
        complaints = complaints == null ? List.of() : List.copyOf(complaints);
        dueActions = dueActions == null ? List.of() : List.copyOf(dueActions);
        statuses = Collections.unmodifiableSortedSet(statuses == null ? new TreeSet<>() : statuses);
        referrals = Collections.unmodifiableSortedMap(referrals == null ? new TreeMap<>() : referrals);
    }

    /** The account of a customer who has done nothing yet. */
    public static Account empty(String customer, ZoneId zone) {
        return new Account(
                customer,
                zone,
                Instant.EPOCH,
                0,
                PointBalance.NONE,
                NO_CARDS,
                NO_VOUCHERS,
                BigDecimal.ZERO,
                Breakage.NONE,
                null,
                Days.NONE,
                null,
                NOTHING_USED,
                History.NONE,
                List.of(),
                List.of(),
                NO_STATUSES,
                NO_REFERRALS,
                null);
    }

    /**
     * The account as these decisions make it, in the order in which their events happened, seen at an instant. Events of
     * the same instant keep the order given. Decisions of other customers count as long as their accounts are merged into
     * this one.
     */
    public static Account replay(String customer, ZoneId zone, List<Decision> decisions, Instant at) {
        return empty(customer, zone).after(decisions, at);
    }

    /** The accounts as these decisions of several customers make them, each once, seen at an instant: see {@link #replay}. */
    public static List<Account> replayAll(ZoneId zone, List<Decision> decisions, Instant at) {
        return Replay.all(zone, decisions).stream().map(fold -> fold.seenAt(at)).toList();
    }

    /** The same account, seen at another instant. */
    public Account at(Instant instant) {
        return instant.equals(at) ? this : AccountFold.of(this).seenAt(instant);
    }

    /**
     * The account after one more decision, seen at the instant of its event. Where that is {@linkplain #isLate late}, the
     * account is the same but for what depends on the order, as which points were spent: {@link #replay} knows.
     */
    public Account after(Decision decision) {
        return AccountFold.of(this).apply(decision).seen();
    }

    /** True when the account after it takes the history: it was told late, or other customers' accounts come or go. */
    public boolean needsHistory(Decision decision) {
        return decision.regroups() || isLate(decision);
    }

    /** True when something later is part of the account already: it was told late. */
    public boolean isLate(Decision decision) {
        return decision.event().at().isBefore(at);
    }

    /** What expired and is not in the books yet, by what it is: the next {@code Day} event puts it there. */
    public SortedMap<String, BigDecimal> due() {
        return AccountFold.of(this).settle(at).breakage().due();
    }

    /** A voucher that was neither used nor taken back, expired or not; empty for none. */
    public Optional<Voucher> unusedVoucher(String code) {
        return unusedVouchers().filter(voucher -> voucher.code().equals(code)).findFirst();
    }

    /** The vouchers that were neither used nor taken back, those that expired of late included. */
    public Stream<Voucher> unusedVouchers() {
        return Stream.concat(vouchers.values().stream(), breakage.keptOn(today()));
    }

    /** The account after more decisions, none of them late, in the order in which their events happened: see {@link #replay}. */
    public Account after(List<Decision> decisions, Instant instant) {
        return Replay.of(this, decisions).seenAt(instant);
    }

    /** The account after more decisions, seen at the instant of the last of their events. */
    public Account after(List<Decision> decisions) {
        return Replay.of(this, decisions).seen();
    }

    /** The same account, with so many operations behind it. */
    public Account numbered(long operations) {
        return AccountFold.of(this).numbered(operations).seen();
    }

    /** The same account for a till that is cut off: no more than so many points can be spent there, besides those earned. */
    public Account lending(long most) {
        long kept = points() - Math.max(0, most);
        return kept <= 0 ? this : AccountFold.of(this).setAside(LENT, kept).seenAt(at);
    }

    /** The account's date, in the programme's zone. */
    public LocalDate today() {
        return at.atZone(zone).toLocalDate();
    }

    /** Points that can be spent now; below zero for a debt. */
    public long points() {
        return balance.spendable(today(), history.lastActivity(), at);
    }

    /** Points earned that cannot be spent yet. */
    public long pendingPoints() {
        return balance.pending(today(), history.lastActivity(), at);
    }

    /** Points earned and neither spent nor expired, pending and reserved ones included; below zero for a debt. */
    public long outstandingPoints() {
        return balance.outstanding(today(), history.lastActivity(), at);
    }

    /** Points earned and not yet spent, by their expiry. */
    public List<Lot> lots() {
        return balance.lots();
    }

    /** The lots that so many points would be spent from, soonest to expire first; what is not there is left out. */
    public List<Lot> lotsFor(long points) {
        return balance.lotsFor(points, today(), history.lastActivity());
    }

    /** Points taken back that the customer had already spent. */
    public long debt() {
        return balance.debt();
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

    /** How many purchases there were, without those of which everything came back. */
    public long purchases() {
        return history.purchases();
    }

    /** The day of the first purchase; absent when there was none. */
    public @Nullable LocalDate firstPurchase() {
        return history.firstPurchase();
    }

    /** The day of the last purchase; absent when there was none. */
    public @Nullable LocalDate lastPurchase() {
        return history.lastPurchase();
    }

    /** How many purchases there were in the present month. */
    public long purchasesThisMonth() {
        return history.purchasesIn(YearMonth.from(today()));
    }

    /** Days since the first purchase; -1 when there was none. */
    public long daysSinceFirstPurchase() {
        return daysSince(history.firstPurchase());
    }

    /** Days since the last purchase; -1 when there was none. */
    public long daysSinceLastPurchase() {
        return daysSince(history.lastPurchase());
    }

    /** How likely the customer last said to recommend us, from 0 to 10; absent when never asked. */
    public @Nullable Integer lastNps() {
        return history.answer("nps");
    }

    /** How satisfied the customer last said to be, from 1 to 10; absent when never asked. */
    public @Nullable Integer lastCsat() {
        return history.answer("csat");
    }

    /** How often the customer did something: an activity's kind, {@code complaint}, {@code incident} or {@code cancellation}. */
    public long times(String kind) {
        var done = history.done().get(kind);
        return done == null ? 0 : done.times();
    }

    /** How often the customer did it in the present calendar year. */
    public long timesThisYear(String kind) {
        var done = history.done().get(kind);
        return done == null || done.year() != today().getYear() ? 0 : done.timesInYear();
    }

    /** True when an offer gave the customer this status. */
    public boolean has(String status) {
        return statuses.contains(status);
    }

    /** For how many days the customer had stayed away when last asked to come back; 0 when nobody asked since. */
    public long daysAwayWhenAsked() {
        var asked = history.lastWinBack();
        return asked == null ? 0 : ChronoUnit.DAYS.between(history.lastPurchase(), asked);
    }

    /** How often the customer stayed away, was asked to come back, and did. */
    public long timesWonBack() {
        return history.timesWonBack();
    }

    /** Friends the customer brought in for good. */
    public long friendsBroughtIn() {
        return times("friend-brought-in");
    }

    /** Days since the customer last did it; -1 for never. */
    public long daysSince(String kind) {
        var done = history.done().get(kind);
        return daysSince(done == null ? null : done.last());
    }

    private long daysSince(@Nullable LocalDate day) {
        return day == null ? -1 : ChronoUnit.DAYS.between(day, today());
    }

    /**
     * What is used of one of the customer's limits.
     *
     * @param first the key of the first period that counts
     * @param last the key of the present period
     */
    public Used used(String first, String last) {
        return used.subMap(first, last + '\0').values().stream().reduce(Used.NOTHING, Used::plus);
    }

    @Override
    public String toString() {
        return "Account[customer=" + customer + ", points=" + points() + ", purchases=" + purchases()
                + (standing == null ? "" : ", tier=" + standing.tier()) + "]";
    }
}
