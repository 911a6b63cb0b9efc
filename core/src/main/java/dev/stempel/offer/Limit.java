package dev.stempel.offer;

import dev.stempel.account.Used;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How often or how much.
 *
 * @param name what is counted together: the offer's id, or a name that several offers share
 * @param most the number that may be reached but not exceeded
 * @param unit what is counted
 * @param scope who shares it
 * @param period for how long, beginning and ending with the calendar in the programme's zone
 * @param window for a rolling period, how long it is; absent for any other
 */
public record Limit(
        String name, BigDecimal most, Unit unit, Scope scope, Period period, java.time.@Nullable Period window) {

    /** What is counted. */
    public enum Unit {
        TIMES,
        POINTS,
        MONEY
    }

    /** Who shares a limit. */
    public enum Scope {
        PURCHASE,
        CUSTOMER,
        EVERYBODY
    }

    /** For how long a limit counts. */
    public enum Period {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        /** Any such time that ends today. */
        ROLLING,
        EVER
    }

    /** True when this is more than the limit allows. */
    public boolean exceededBy(Used used) {
        return counted(used).compareTo(most) > 0;
    }

    /** How much that is in the limit's unit. */
    public BigDecimal counted(Used used) {
        return unit == Unit.TIMES ? BigDecimal.valueOf(used.times()) : used.amount();
    }

    /** So much of it. */
    public Used used(BigDecimal counted) {
        return unit == Unit.TIMES ? new Used(counted.longValue(), BigDecimal.ZERO) : new Used(0, counted);
    }

    /** Under which name the use of this limit on this day is counted. */
    public String key(LocalDate day) {
        return name + "#" + scope + "#" + unit + "@" + periodOf(day);
    }

    /** Under which name its first use that still counts on this day would be counted. */
    public String firstKey(LocalDate day) {
        return key(window == null ? day : day.minus(window).plusDays(1));
    }

    private String periodOf(LocalDate day) {
        return switch (period) {
            case DAY -> day.toString();
            case WEEK ->
                String.format(
                        "%d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> day.toString().substring(0, 7);
            case QUARTER -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> String.valueOf(day.getYear());
            case ROLLING -> window + "/" + day;
            case EVER -> "ever";
        };
    }

    /** The limit in words, as in "2 times per customer per quarter". */
    @Override
    public String toString() {
        var what = most.toPlainString()
                + (unit == Unit.TIMES
                        ? (most.compareTo(BigDecimal.ONE) == 0 ? " time" : " times")
                        : unit == Unit.POINTS ? " points" : " of money");
        var who = scope == Scope.EVERYBODY ? "" : " per " + scope.name().toLowerCase(Locale.ROOT);
        var howLong = switch (period) {
            case EVER -> "";
            case ROLLING -> " in any " + window;
            default -> " per " + period.name().toLowerCase(Locale.ROOT);
        };
        return what + who + howLong;
    }
}
