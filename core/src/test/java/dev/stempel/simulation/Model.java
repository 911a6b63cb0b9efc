package dev.stempel.simulation;

import dev.stempel.simulation.Step.Back;
import dev.stempel.simulation.Step.Buy;
import dev.stempel.simulation.Step.End;
import dev.stempel.simulation.Step.HandIn;
import dev.stempel.simulation.Step.Merge;
import dev.stempel.simulation.Step.Part;
import dev.stempel.simulation.Step.Reserve;
import dev.stempel.simulation.Step.Sent;
import dev.stempel.simulation.Step.Spend;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What should be the case, written without the library: points that expire after 60 days, a card of five cones, at most
 * two bonuses a customer a month from 50 euros on, and credit for shoes from a budget of 15 euros a year for everybody.
 * How many points, and how much bonus and credit, says one of two rule books. Two customers' accounts may be merged, and parted again.
 */
final class Model {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final int BUDGET = 1_500;

    private static final int[] POINTS_PER_EURO = {1, 2};
    private static final int[] BONUS = {10, 20};
    private static final int[] CREDIT = {500, 400};
    private static final int BONUSES_A_MONTH = 2;
    private static final int BIG = 5_000;
    private static final int CONE = 250;
    static final Duration RESERVATION = Duration.ofHours(40);

    /** What is left of a purchase, and which of the scarce rewards there was room for on its day. */
    private record Bought(
            String customer, Instant at, LocalDate day, int book, int cones, int shoes, boolean bonus, boolean credit) {

        int spent() {
            return cones * CONE + shoes;
        }

        long points() {
            return (long) POINTS_PER_EURO[book] * spent() / 100;
        }

        int bonuses() {
            return bonus && spent() >= BIG ? 1 : 0;
        }

        int credits() {
            return credit && shoes > 0 ? 1 : 0;
        }

        Bought left(int otherCones, int otherShoes) {
            return new Bought(customer, at, day, book, otherCones, otherShoes, bonus, credit);
        }
    }

    private final int year;
    private final Map<String, Bought> bought = new HashMap<>();
    private final Map<String, Wallet> wallets = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Diary diary = new Diary();
    private long budget;
    private int book;

    Model(int year) {
        this.year = year;
    }

    Instant at(int hour) {
        return LocalDateTime.of(year, 1, 5, 9, 0).atZone(ZONE).toInstant().plus(Duration.ofHours(hour));
    }

    void activate(int other) {
        book = other;
    }

    long budget() {
        return budget;
    }

    Wallet wallet(String customer) {
        return wallets.computeIfAbsent(customer, id -> new Wallet(wallets, diary, id));
    }

    /** Everybody who shares the account of a customer. */
    List<String> sharing(String customer) {
        return diary.sharing(customer);
    }

    Told apply(Sent step) {
        var told = told(step);
        if (told.posted()) {
            known.add(step.customer());
        }
        return told;
    }

    private Told told(Sent step) {
        var wallet = wallet(step.customer());
        var at = at(step.hour());
        if (step instanceof Buy buy) {
            return buy(buy, wallet, at);
        } else if (step instanceof Back back) {
            return takeBack(back, wallet, at);
        } else if (step instanceof Spend spend) {
            return spend(spend, wallet, at);
        } else if (step instanceof Reserve reserve) {
            return reserve(reserve, wallet, at);
        } else if (step instanceof End end) {
            return end(end, wallet, at);
        } else if (step instanceof Merge merge) {
            return merge(merge, at);
        } else if (step instanceof Part part) {
            return part(part);
        }
        return handIn((HandIn) step, wallet);
    }

    private Told merge(Merge merge, Instant at) {
        if (!known.contains(merge.other()) || diary.sharing(merge.customer()).contains(merge.other())) {
            return Told.NONSENSE;
        }
        diary.merge(at, merge.customer(), merge.other());
        return Told.points(0);
    }

    /** Whoever spent what was the other's owes it. */
    private Told part(Part part) {
        if (!diary.isMerged(part.customer(), part.other())) {
            return Told.NONSENSE;
        }
        diary.part(part.customer(), part.other());
        long debts = List.of(wallet(part.customer()), wallet(part.other())).stream()
                .mapToLong(wallet -> (wallet.debt() > 0 ? 1 : 0) + (wallet.filled() < 0 ? 1 : 0))
                .sum();
        return new Told(true, 0, 0, 0, 0, debts);
    }

    private Told buy(Buy buy, Wallet wallet, Instant at) {
        var day = at.atZone(ZONE).toLocalDate();
        boolean bonus = wallet.bonuses(YearMonth.from(day)) < BONUSES_A_MONTH;
        boolean credit = budget + CREDIT[book] <= BUDGET;
        var all = new Bought(buy.customer(), at, day, book, buy.cones(), buy.shoeCents(), bonus, credit);
        bought.put(buy.id(), all);
        int refusals = (all.spent() >= BIG && !bonus ? 1 : 0) + (all.shoes() > 0 && !credit ? 1 : 0);
        return change(wallet, all.left(0, 0), all, at, refusals);
    }

    private Told takeBack(Back back, Wallet wallet, Instant at) {
        var before = bought.get(back.purchase());
        if (before == null || !sharing(back.customer()).contains(before.customer()) || before.spent() == 0) {
            return Told.NONSENSE;
        }
        int cones = back.all() ? before.cones() : back.cones();
        boolean shoes = back.all() || back.shoes();
        if (cones > before.cones() || (back.shoes() && before.shoes() == 0)) {
            return Told.NONSENSE;
        }
        var after = before.left(before.cones() - cones, shoes ? 0 : before.shoes());
        bought.put(back.purchase(), after);
        return change(wallet, before, after, at.isBefore(before.at()) ? before.at() : at, 0);
    }

    private Told change(Wallet wallet, Bought before, Bought after, Instant at, int refusals) {
        long points = after.points() - before.points();
        long bonuses = after.bonuses() - before.bonuses();
        long credit = (long) CREDIT[after.book()] * (after.credits() - before.credits());
        wallet.points(points, after.day().plusDays(60), at);
        wallet.points(bonuses * BONUS[after.book()], Wallet.NEVER, at);
        wallet.bonus(YearMonth.from(after.day()), (int) bonuses, bonuses * BONUS[after.book()], at);
        long vouchers = wallet.stamps(after.cones() - before.cones());
        wallet.credit(credit);
        budget += credit;
        return new Told(
                true,
                points + bonuses * BONUS[after.book()],
                after.cones() - before.cones(),
                vouchers,
                credit,
                refusals);
    }

    private static Told spend(Spend spend, Wallet wallet, Instant at) {
        if (spend.points() > wallet.points(at)) {
            return Told.REFUSED;
        }
        wallet.spend(spend.points(), at);
        return Told.points(-spend.points());
    }

    private static Told reserve(Reserve reserve, Wallet wallet, Instant at) {
        if (reserve.points() > wallet.points(at)) {
            return Told.REFUSED;
        }
        wallet.reserve(reserve.id(), reserve.points(), at, at.plus(RESERVATION));
        return Told.points(0);
    }

    private static Told end(End end, Wallet wallet, Instant at) {
        long points = wallet.reserved(end.reservation(), at);
        if (points == 0) {
            return Told.REFUSED;
        }
        if (end.commit()) {
            wallet.commit(end.reservation(), points, at);
            return Told.points(-points);
        }
        wallet.release(end.reservation(), at);
        return Told.points(0);
    }

    private static Told handIn(HandIn handIn, Wallet wallet) {
        if (!handIn.open() || wallet.openVouchers() == 0) {
            return Told.REFUSED;
        }
        return Told.vouchers(-1);
    }
}
