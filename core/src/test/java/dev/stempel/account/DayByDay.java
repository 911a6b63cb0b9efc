package dev.stempel.account;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tiers as a patient clerk would keep them: every single day from the first points on, adding up all points anew. Slow,
 * and written without a look at the library.
 *
 * @param thresholds the points each tier needs, from the lowest
 * @param window the rolling qualification period; absent for calendar years
 * @param grace how long a lost tier is kept
 * @param oneStep whether a lost tier falls one step
 * @param points what was earned on which day
 */
record DayByDay(
        List<Long> thresholds,
        @Nullable Period window,
        @Nullable Period grace,
        boolean oneStep,
        Map<LocalDate, Long> points) {

    /** The level held at the end of a day. */
    int levelOn(LocalDate asked) {
        var day = points.keySet().stream().min(LocalDate::compareTo).orElse(asked);
        int held = 0;
        LocalDate lost = null;
        LocalDate safeThrough = null;
        for (; !day.isAfter(asked); day = day.plusDays(1)) {
            int supported = supportedOn(day);
            if (supported >= held) {
                held = supported;
                lost = null;
                safeThrough = null;
                continue;
            }
            if (lost == null && (safeThrough == null || day.isAfter(safeThrough))) {
                lost = day;
            }
            if (lost != null && (grace == null || day.isAfter(lost.plus(grace)))) {
                held = oneStep ? Math.max(held - 1, supported) : supported;
                safeThrough = held > supported ? day.plus(period()).minusDays(1) : null;
                lost = null;
            }
        }
        return held;
    }

    /** Points that count on a day. */
    long countingOn(LocalDate day) {
        return window == null ? ofYear(day.getYear(), day) : rolling(day, window);
    }

    private int supportedOn(LocalDate day) {
        int supported = level(countingOn(day));
        return window == null ? Math.max(supported, level(ofYear(day.getYear() - 1, day))) : supported;
    }

    private int level(long sum) {
        return (int) thresholds.stream().filter(from -> sum >= from).count() - 1;
    }

    private long rolling(LocalDate day, Period length) {
        return points.entrySet().stream()
                .filter(earned -> !earned.getKey().isAfter(day))
                .filter(earned -> day.isBefore(earned.getKey().plus(length)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long ofYear(int year, LocalDate day) {
        return points.entrySet().stream()
                .filter(earned -> earned.getKey().getYear() == year)
                .filter(earned -> !earned.getKey().isAfter(day))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Period period() {
        return window == null ? Period.ofYears(1) : window;
    }
}
