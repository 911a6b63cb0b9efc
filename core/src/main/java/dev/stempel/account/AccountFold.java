package dev.stempel.account;

import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Forfeited;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.Points;
import dev.stempel.reward.ReferralPaid;
import dev.stempel.reward.Reservation;
import dev.stempel.reward.ReservationEnd;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.Status;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import dev.stempel.reward.WinBack;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An account in the making: takes up decisions and becomes an {@link Account} again. Used by one thread, once. */
final class AccountFold {

    /** Under this name the account counts friends who were brought in for good. */
    private static final String REFERRED = "friend-brought-in";

    private final Account before;
    private PointBalance balance;
    private BigDecimal credit;
    private Breakage breakage;
    private Qualifying qualifying;
    private SortedMap<String, Used> used;
    private History history;
    private List<OpenComplaint> complaints;
    private List<DueAction> dueActions;
    private SortedSet<String> statuses;
    private SortedMap<String, LocalDate> referrals;
    private long version;
    private Instant latest;
    private final OpenVouchers vouchers;
    private final StampCards cards;

    private AccountFold(Account account) {
        before = account;
        version = account.version();
        latest = account.at();
        balance = account.balance();
        cards = new StampCards(account.cards());
        vouchers = new OpenVouchers(account.vouchers(), account.breakage().vouchers());
        credit = account.credit();
        breakage = account.breakage();
        qualifying = new Qualifying(account.ladder(), Days.of(account.earned()), account.tierMemory());
        used = account.used();
        history = account.history();
        complaints = account.complaints();
        dueActions = account.dueActions();
        statuses = account.statuses();
        referrals = account.referrals();
    }

    static AccountFold of(Account account) {
        return new AccountFold(account);
    }

    AccountFold apply(Decision decision) {
        return apply(decision, decision.event().at());
    }

    /** Takes up a decision that counts at an instant. */
    AccountFold apply(Decision decision, Instant at) {
        version++;
        latest = later(latest, at);
        var today = LocalDate.ofInstant(at, before.zone());
        settle(at);
        refer(decision, today);
        qualifying = qualifying.on(today).under(decision.ladder());
        for (var reward : decision.outcome().rewards()) {
            take(reward.benefit(), decision, today);
        }
        history = history.after(decision, today);
        complaints = OpenComplaints.after(complaints, decision);
        dueActions = DueActions.after(dueActions, decision);
        if (!decision.draws().isEmpty()) {
            used = LimitUse.after(used, decision.draws());
        }
        return this;
    }

    /** Takes up another account, which ends: at the instant from which on it is the same person's. */
    void join(AccountFold other, Instant at) {
        var today = at.atZone(before.zone()).toLocalDate();
        settle(at);
        other.settle(at);
        latest = later(latest, other.latest);
        history = history.with(other.history);
        balance = balance.with(other.balance, today, history.lastActivity());
        cards.join(other.cards);
        credit = credit.add(other.credit);
        breakage = breakage.with(other.breakage);
        for (var ended : vouchers.join(other.vouchers)) {
            breakage = breakage.without(ended);
        }
        qualifying = qualifying.on(today).with(other.qualifying.on(today));
        used = LimitUse.with(used, other.used);
        complaints = Together.of(complaints, other.complaints);
        dueActions = Together.of(dueActions, other.dueActions);
        statuses = new TreeSet<>(Together.of(statuses, other.statuses));
        referrals = Together.of(referrals, other.referrals, (one, same) -> one);
        referrals.keySet().removeAll(List.of(before.customer(), other.before.customer()));
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    /** Counts on from so many operations. */
    AccountFold numbered(long operations) {
        version = operations;
        return this;
    }

    /** Points that nobody can spend for as long as anybody thinks ahead. */
    AccountFold setAside(String id, long points) {
        balance = balance.reserve(
                id, points, Instant.parse("9999-12-31T00:00:00Z"), before.today(), history.lastActivity());
        return this;
    }

    /** Nothing is left that could be spent or used. */
    private void forfeit() {
        balance = PointBalance.NONE;
        cards.forfeit();
        vouchers.forfeit();
        credit = BigDecimal.ZERO;
        breakage = Breakage.NONE;
    }

    /** What time has done by this instant: what expired cannot be used any more, and is due in the books. */
    AccountFold settle(Instant at) {
        var today = LocalDate.ofInstant(at, before.zone());
        var settled = balance.settled(today, history.lastActivity(), at);
        if (!settled.equals(balance)) {
            breakage = breakage.plus(Expired.POINTS, balance.inLots() - settled.inLots());
            balance = settled;
        }
        breakage = cards.lapse(today, breakage).plus(vouchers.expire(today), today);
        return this;
    }

    Breakage breakage() {
        return breakage;
    }

    private void refer(Decision decision, LocalDate today) {
        decision.friend().ifPresent(friend -> {
            referrals = new TreeMap<>(referrals);
            referrals.put(friend, today);
        });
    }

    private void take(Benefit benefit, Decision decision, LocalDate today) {
        if (benefit instanceof Forfeited) {
            forfeit();
        } else if (benefit instanceof Points points) {
            take(points, decision, today);
        } else if (benefit instanceof Stamps stamps) {
            breakage = cards.stamp(stamps, decision, breakage);
        } else if (benefit instanceof FreeUnits free && !free.card().isEmpty()) {
            breakage = cards.use(free, decision, breakage);
        } else if (benefit instanceof Voucher voucher) {
            vouchers.give(voucher);
        } else if (benefit instanceof VoucherEnd end) {
            var expired = vouchers.end(end.code());
            breakage = expired == null ? breakage : breakage.without(expired);
        } else if (benefit instanceof Expired expired) {
            breakage = breakage.plus(expired.what(), expired.amount().negate());
        } else if (benefit instanceof Reservation set) {
            balance = balance.reserve(set.id(), set.points(), set.until(), today, history.lastActivity());
        } else if (benefit instanceof ReservationEnd end) {
            balance = end.committed()
                    ? balance.commit(end.id(), today, history.lastActivity())
                    : balance.release(end.id(), today, history.lastActivity());
        } else {
            takeOther(benefit, today);
        }
    }

    private void takeOther(Benefit benefit, LocalDate today) {
        if (benefit instanceof Credit given) {
            credit = credit.add(given.amount());
        } else if (benefit instanceof Status status) {
            statuses = new TreeSet<>(statuses);
            statuses.add(status.name());
        } else if (benefit instanceof ReferralPaid paid) {
            referrals = new TreeMap<>(referrals);
            referrals.remove(paid.friend());
            history = history.alsoDone(REFERRED, today);
        } else if (benefit instanceof WinBack) {
            history = history.alsoAskedBack(today);
        }
    }

    private void take(Points points, Decision decision, LocalDate today) {
        if (points.qualifying() > 0) {
            qualifying = qualifying.earn(points.qualifying(), decision.day());
        } else if (points.qualifying() < 0) {
            qualifying = qualifying.takeBack(-points.qualifying(), decision.day(), today);
        }
        if (points.amount() > 0) {
            balance = balance.earn(earned(points, decision, today), today, history.lastActivity());
        } else if (decision.takesBack()) {
            long expired = balance.inExpired();
            balance = balance.takeBack(points, decision.day(), today, history.lastActivity());
            breakage = breakage.plus(Expired.POINTS, balance.inExpired() - expired);
        } else {
            balance = balance.spend(-points.amount(), today, history.lastActivity());
        }
    }

    /** Points that lapse without activity live that long from now on, also where the customer did nothing for them. */
    private Lot earned(Points points, Decision decision, LocalDate today) {
        var lot = Lot.of(points);
        if (points.idle() == null || decision.takesBack()) {
            return lot;
        }
        var active = history.after(decision, today).lastActivity();
        return active == null || active.isBefore(today) ? lot.since(today) : lot;
    }

    /** The account at the instant of its last event. */
    Account seen() {
        return seenAt(latest);
    }

    Account seenAt(Instant at) {
        return account(at, OpenComplaints.seenAt(complaints, at), standing(at));
    }

    private @Nullable Standing standing(Instant at) {
        var today = LocalDate.ofInstant(at, before.zone());
        return qualifying.standing(() -> balance.spendable(today, history.lastActivity(), at), today);
    }

    private Account account(Instant at, List<OpenComplaint> waiting, @Nullable Standing standing) {
        return new Account(
                before.customer(),
                before.zone(),
                at,
                version,
                balance,
                cards.all(),
                vouchers.open(),
                credit,
                breakage,
                qualifying.ladder(),
                qualifying.earned(),
                qualifying.memory(),
                used,
                history,
                waiting,
                dueActions,
                statuses,
                referrals,
                standing);
    }
}
