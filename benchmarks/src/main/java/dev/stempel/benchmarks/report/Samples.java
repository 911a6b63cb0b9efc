package dev.stempel.benchmarks.report;

import java.util.List;

/**
 * The same thing measured several times.
 *
 * @param values what was measured, at least once, the smallest first
 */
public record Samples(List<Double> values) {

    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        values = values.stream().sorted().toList();
    }

    /** The value in the middle, the lower one of two. */
    public double median() {
        return values.get((values.size() - 1) / 2);
    }

    /** The least and the most of them, as in "1.2–1.4". */
    public String spread() {
        return Ratio.digits(values.get(0)) + "–" + Ratio.digits(values.get(values.size() - 1));
    }

    /** How many times as large these are as others. */
    public Ratio over(Samples others) {
        var least = values.get(0) / others.values.get(others.values.size() - 1);
        var most = values.get(values.size() - 1) / others.values.get(0);
        return new Ratio(median() / others.median(), least, most);
    }

    /** The same in another unit. */
    public Samples times(double factor) {
        return new Samples(values.stream().map(value -> value * factor).toList());
    }
}
