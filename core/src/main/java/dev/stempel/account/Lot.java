package dev.stempel.account;

import dev.stempel.reward.Points;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Earned points with one expiry. The expiry is fixed on the day of earning: a changed offer leaves it as it was.
 *
 * @param points how many are left
 * @param spendableFrom the first day they can be spent; absent when at once
 * @param expires the last day they can be spent; absent for never
 * @param idle points that expire when the customer has done nothing for this long; absent otherwise
 * @param since the day of earning, from which on that time counts at the earliest, for points that the customer did nothing
 *     for; absent otherwise
 */
public record Lot(
        long points,
        @Nullable LocalDate spendableFrom,
        @Nullable LocalDate expires,
        @Nullable Period idle,
        @Nullable LocalDate since) {

    static Lot of(Points points) {
        return new Lot(points.amount(), points.spendableFrom(), points.expires(), points.idle(), null);
    }

    /** The same points, whose idle time counts from this day on at the earliest. */
    Lot since(LocalDate day) {
        return new Lot(points, spendableFrom, expires, idle, day);
    }

    /** The last day they can be spent, seen from the customer's last activity; absent for never. */
    public @Nullable LocalDate lastDay(@Nullable LocalDate lastActivity) {
        var idleFrom = since == null || (lastActivity != null && lastActivity.isAfter(since)) ? lastActivity : since;
        if (idle == null || idleFrom == null) {
            return expires;
        }
        var idleEnd = idleFrom.plus(idle);
        return expires == null || idleEnd.isBefore(expires) ? idleEnd : expires;
    }

    boolean expired(LocalDate today, @Nullable LocalDate lastActivity) {
        var last = lastDay(lastActivity);
        return last != null && today.isAfter(last);
    }

    boolean pending(LocalDate today) {
        return spendableFrom != null && today.isBefore(spendableFrom);
    }

    private boolean sameTerms(Lot other) {
        return Objects.equals(spendableFrom, other.spendableFrom)
                && Objects.equals(expires, other.expires)
                && Objects.equals(idle, other.idle)
                && Objects.equals(since, other.since);
    }

    /** True where points on these terms, earned on this day, lie or lay until they expired. */
    boolean holds(Lot terms, LocalDate earnedOn, @Nullable LocalDate lastActivity) {
        return Objects.equals(spendableFrom, terms.spendableFrom)
                && Objects.equals(idle, terms.idle)
                && (idle == null ? Objects.equals(expires, terms.expires) : !expired(earnedOn, lastActivity));
    }

    /** The same points, expired on this day for good. */
    Lot expiredOn(@Nullable LocalDate lastDay) {
        return new Lot(points, spendableFrom, lastDay, idle, since);
    }

    Lot with(long otherPoints) {
        return new Lot(otherPoints, spendableFrom, expires, idle, since);
    }

    /** Lots with one more: where one has the same terms, most likely the last, they become one. */
    static SharedList<Lot> plus(List<Lot> lots, Lot more) {
        var all = SharedList.of(lots);
        if (more.points == 0) {
            return all;
        }
        int place = all.last(more::sameTerms);
        return place < 0
                ? all.adding(all.size(), more)
                : all.with(place, more.with(all.get(place).points + more.points));
    }

    /** Lots with more of them. */
    static SharedList<Lot> plus(List<Lot> lots, List<Lot> more) {
        var all = SharedList.of(lots);
        for (var lot : more) {
            all = plus(all, lot);
        }
        return all;
    }

    static long sum(Stream<Lot> lots) {
        return lots.mapToLong(Lot::points).sum();
    }

    /**
     * Soonest to expire first, never last: the order in which points are spent. Of two that expire on one day that goes first
     * which nothing can keep alive; the order in which they came makes no difference.
     */
    static Comparator<Lot> soonestFirst(@Nullable LocalDate lastActivity) {
        return Comparator.comparing(
                        (Lot lot) -> lot.lastDay(lastActivity), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Lot::spendableFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(lot -> lot.idle != null)
                .thenComparing(Lot::expires, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(lot -> String.valueOf(lot.idle));
    }
}
