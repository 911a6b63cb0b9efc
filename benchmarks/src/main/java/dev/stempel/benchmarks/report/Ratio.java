package dev.stempel.benchmarks.report;

import java.util.Locale;

/**
 * How many times as large one thing is as another.
 *
 * @param median of the medians
 * @param least the smallest measured value over the largest
 * @param most the largest measured value over the smallest
 */
public record Ratio(double median, double least, double most) {

    /** The ratio with its spread, as in "0.12 × (0.10–0.15)". */
    @Override
    public String toString() {
        return "%s × (%s–%s)".formatted(digits(median), digits(least), digits(most));
    }

    /** A number with about three digits that say something. */
    public static String digits(double number) {
        double size = Math.abs(number);
        var format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, number);
    }
}
