package dev.stempel.settle;

import dev.stempel.reward.Benefit;
import dev.stempel.reward.Credit;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Points;
import dev.stempel.reward.ReferralPaid;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.WinBack;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A gift with its numbers worked out, not given yet.
 *
 * @param benefits what it consists of; empty when it comes to nothing
 * @param worth what it counts for
 */
record Resolved(List<Benefit> benefits, Worth worth) {

    static final Resolved NOTHING = new Resolved(List.of(), new Worth(0, BigDecimal.ZERO));

    Resolved {
        benefits = List.copyOf(benefits);
    }

    boolean isNothing() {
        return benefits.isEmpty();
    }

    /** This and that, as one. */
    Resolved plus(Resolved other) {
        var both = new ArrayList<>(benefits);
        both.addAll(other.benefits);
        return new Resolved(
                both,
                new Worth(worth.points() + other.worth.points(), worth.money().add(other.worth.money())));
    }

    /** The same, with something that costs nothing before it. */
    Resolved with(Benefit first) {
        if (benefits.isEmpty()) {
            return new Resolved(List.of(first), worth);
        }
        var all = new ArrayList<Benefit>();
        all.add(first);
        all.addAll(benefits);
        return new Resolved(all, worth);
    }

    /** What the customer gives for it or is only written down costs nothing; the rest shares the cost evenly. */
    BigDecimal costOfEach() {
        int sharing = 0;
        for (var benefit : benefits) {
            sharing += costsNothing(benefit) ? 0 : 1;
        }
        return sharing <= 1 ? worth.money() : worth.money().divide(BigDecimal.valueOf(sharing), MathContext.DECIMAL64);
    }

    static boolean costsNothing(Benefit benefit) {
        return benefit instanceof Stamps
                || benefit instanceof ReferralPaid
                || benefit instanceof WinBack
                || (benefit instanceof Points points && points.amount() < 0);
    }

    /** As much of it as a limit has room for; nothing when it cannot be divided. */
    Resolved trimmedTo(Allowance.Room room, BigDecimal pointValue) {
        if (benefits.size() != 1 || room.room().signum() <= 0) {
            return NOTHING;
        }
        var only = benefits.get(0);
        return switch (room.limit().unit()) {
            case TIMES -> NOTHING;
            case POINTS ->
                only instanceof Points points
                        ? points(
                                points,
                                room.room().setScale(0, RoundingMode.FLOOR).longValueExact(),
                                pointValue)
                        : NOTHING;
            case MONEY -> money(only, room.room());
        };
    }

    private static Resolved points(Points points, long amount, BigDecimal pointValue) {
        return amount == 0 ? NOTHING : new Resolved(List.of(points.of(amount)), Worth.ofPoints(amount, pointValue));
    }

    private static Resolved money(Benefit only, BigDecimal room) {
        if (only instanceof Credit) {
            return new Resolved(List.of(new Credit(room)), new Worth(0, room));
        }
        return only instanceof MoneyBack ? new Resolved(List.of(new MoneyBack(room)), new Worth(0, room)) : NOTHING;
    }
}
