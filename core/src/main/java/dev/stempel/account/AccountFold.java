package dev.stempel.account;

import dev.stempel.event.Activity;
import dev.stempel.event.Complaint;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.reward.Apology;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Escalation;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Points;
import dev.stempel.reward.ReferralPaid;
import dev.stempel.reward.Replacement;
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
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An account in the making: takes up decisions and becomes an {@link Account} again. Used by one thread, once. */
final class AccountFold {

    /** How many periods of one limit are remembered, enough for every day of a rolling year. */
    private static final int PERIODS_KEPT = 366;

    /** Under this name the account counts friends who were brought in for good. */
    private static final String REFERRED = "friend-brought-in";

    private final Account before;
    private PointBalance balance;
    private SortedMap<String, Card> cards;
    private SortedMap<String, Voucher> vouchers;
    private BigDecimal credit;
    private @Nullable Ladder ladder;
    private NavigableMap<LocalDate, Long> earned;
    private SortedMap<String, Used> used;
    private History history;
    private List<OpenComplaint> complaints;
    private List<DueAction> dueActions;
    private SortedSet<String> statuses;
    private SortedMap<String, LocalDate> referrals;
    private long version;

    private AccountFold(Account account) {
        before = account;
        version = account.version();
        balance = account.balance();
        cards = account.cards();
        vouchers = account.vouchers();
        credit = account.credit();
        ladder = account.ladder();
        earned = account.earned();
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
        version++;
        var event = decision.event();
        var today = event.at().atZone(before.zone()).toLocalDate();
        balance = balance.settled(today, history.lastActivity());
        remember(event, decision, today);
        if (decision.ladder() != null) {
            ladder = decision.ladder();
        }
        for (var reward : decision.outcome().rewards()) {
            take(reward.benefit(), event, decision.day(), today);
        }
        decision.reopened().forEach((card, since) -> put(card(card, 1, today).since(since)));
        history = history.after(decision, today);
        dueActions = DueActions.after(dueActions, decision);
        if (!decision.draws().isEmpty()) {
            used = draw(decision.draws());
        }
        return this;
    }

    /** Points that nobody can spend for as long as anybody thinks ahead. */
    AccountFold setAside(String id, long points) {
        balance = balance.reserve(id, new PointBalance.Reserved(points, Instant.parse("9999-12-31T00:00:00Z")));
        return this;
    }

    private void remember(Event event, Decision decision, LocalDate today) {
        if (event instanceof Complaint complaint && !answered(decision)) {
            complaints = new ArrayList<>(complaints);
            complaints.add(
                    new OpenComplaint(complaint.id(), complaint.kind(), complaint.severity(), complaint.at(), 0, ""));
        }
        decision.friend().ifPresent(friend -> {
            referrals = new TreeMap<>(referrals);
            referrals.put(friend, today);
        });
        if (event instanceof Activity activity && Complaint.settledBy(activity) != null) {
            var which = Complaint.settledBy(activity);
            complaints =
                    complaints.stream().filter(open -> !open.id().equals(which)).toList();
        }
    }

    private static boolean answered(Decision decision) {
        return decision.outcome().rewards().stream()
                .map(reward -> reward.benefit())
                .anyMatch(benefit -> benefit instanceof Replacement
                        || benefit instanceof MoneyBack
                        || benefit instanceof Credit
                        || benefit instanceof Voucher
                        || benefit instanceof Apology);
    }

    private void take(Benefit benefit, Event event, LocalDate day, LocalDate today) {
        if (benefit instanceof Points points) {
            take(points, event instanceof Return, day, today);
        } else if (benefit instanceof Stamps stamps) {
            take(stamps, event instanceof Return, day, today);
        } else if (benefit instanceof FreeUnits free) {
            take(free, event instanceof Return, day, today);
        } else if (benefit instanceof Voucher voucher) {
            vouchers = new TreeMap<>(vouchers);
            vouchers.put(voucher.code(), voucher);
        } else if (benefit instanceof VoucherEnd end) {
            vouchers = new TreeMap<>(vouchers);
            vouchers.remove(end.code());
        } else if (benefit instanceof Credit given) {
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
        } else if (benefit instanceof Reservation set) {
            balance = balance.reserve(set.id(), new PointBalance.Reserved(set.points(), set.until()));
        } else if (benefit instanceof ReservationEnd end) {
            balance = balance.release(end.id());
        } else if (benefit instanceof Escalation escalation) {
            complaints = complaints.stream()
                    .map(open -> open.id().equals(escalation.about()) ? open.passedOnTo(escalation.to()) : open)
                    .toList();
        }
    }

    private void take(Points points, boolean returned, LocalDate day, LocalDate today) {
        if (points.qualifying() != 0) {
            earned = new TreeMap<>(earned);
            earned.merge(day, points.qualifying(), Long::sum);
            earned.remove(day, 0L);
        }
        if (points.amount() > 0) {
            balance = balance.earn(points);
        } else if (returned) {
            balance = balance.takeBack(points, day, today, history.lastActivity());
        } else {
            balance = balance.spend(-points.amount(), today, history.lastActivity());
        }
    }

    private void take(Stamps stamps, boolean returned, LocalDate day, LocalDate today) {
        var card = card(stamps.card(), stamps.size(), today);
        if (returned && card.lapsedSince(day)) {
            return;
        }
        long usedUp = stamps.nextFree() ? 0 : stamps.completed() * stamps.size();
        long filled = card.filled() + stamps.count() - usedUp;
        put(card.under(stamps.size(), stamps.nextFree(), stamps.lifetime()).filled(filled, usedUp > 0, day));
    }

    /** A free unit uses up a full card. */
    private void take(FreeUnits free, boolean returned, LocalDate day, LocalDate today) {
        if (free.card().isEmpty()) {
            return;
        }
        var card = card(free.card(), 1, today);
        if (returned && card.lapsedSince(day)) {
            return;
        }
        long usedUp = free.units() * card.size();
        put(card.filled(card.filled() - usedUp, usedUp > 0, day));
    }

    private Card card(String name, long size, LocalDate today) {
        var known = cards.get(name);
        return known == null ? Card.empty(name, size) : known.on(today);
    }

    private void put(Card card) {
        cards = new TreeMap<>(cards);
        cards.put(card.name(), card);
    }

    private SortedMap<String, Used> draw(List<Draw> draws) {
        var sum = new TreeMap<>(used);
        for (var draw : draws) {
            if (!draw.shared()) {
                var now = sum.getOrDefault(draw.key(), Used.NOTHING).plus(draw.used());
                sum.put(draw.key(), now);
                forgetOldPeriods(sum, draw.key());
            }
        }
        sum.values().removeIf(Used::isNothing);
        return sum;
    }

    /** The periods of one limit sort by time, so the first is the oldest. */
    private static void forgetOldPeriods(NavigableMap<String, Used> used, String key) {
        var limit = key.substring(0, key.lastIndexOf('@') + 1);
        var periods = used.subMap(limit, true, limit + Character.MAX_VALUE, false);
        while (periods.size() > PERIODS_KEPT) {
            periods.pollFirstEntry();
        }
    }

    Account seenAt(Instant at) {
        var waiting = complaints.stream().map(open -> open.seenAt(at)).toList();
        var seen = account(at, waiting, null);
        return ladder == null
                ? seen
                : account(at, waiting, TierHistory.standing(ladder, earned, seen.points(), seen.today()));
    }

    private Account account(Instant at, List<OpenComplaint> waiting, @Nullable Standing standing) {
        return new Account(
                before.customer(),
                before.zone(),
                at,
                version,
                balance,
                cards,
                vouchers,
                credit,
                ladder,
                earned,
                used,
                history,
                waiting,
                dueActions,
                statuses,
                referrals,
                standing);
    }
}
