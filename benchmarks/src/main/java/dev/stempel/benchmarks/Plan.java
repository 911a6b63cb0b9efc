package dev.stempel.benchmarks;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.report.Cell.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is measured and for how long. The axes cross at {@link Point#CROSSING}; along each, everything else stays as it is
 * there.
 *
 * @param points the columns to measure at each point
 * @param forks JVMs for each cell
 * @param warmups iterations before measuring
 * @param warmup how long each of them takes
 * @param iterations iterations that are measured
 * @param iteration how long each of them takes
 * @param rounds how often figures of their own processes are taken
 */
record Plan(
        Map<Point, Set<Columns>> points,
        int forks,
        int warmups,
        Duration warmup,
        int iterations,
        Duration iteration,
        int rounds) {

    private static final Set<Columns> ALL = EnumSet.allOf(Columns.class);

    /** Who is measured where the others would only take long: us, what we measure ourselves by, and tuned Drools. */
    private static final Set<Columns> FEW =
            EnumSet.of(Columns.STEMPEL, Columns.JAVA_LOOP, Columns.JAVA_INDEXED, Columns.DROOLS_TUNED);

    /** Drools needs minutes to compile 5,000 rules, more than everything else in a quick run. */
    private static final Set<Columns> ALL_BUT_DROOLS =
            EnumSet.complementOf(EnumSet.of(Columns.DROOLS_USUAL, Columns.DROOLS_TUNED));

    /** Everything, for figures to be published: more than an hour on two cores. */
    static Plan full() {
        return new Plan(points(ALL, ALL), 2, 4, Duration.ofSeconds(1), 5, Duration.ofSeconds(1), 5);
    }

    /** The same bar in minutes, with fewer points, a shorter look at each, and a wider spread. */
    static Plan quick() {
        return new Plan(points(ALL_BUT_DROOLS, FEW), 1, 3, Duration.ofMillis(500), 3, Duration.ofMillis(250), 3);
    }

    private static Map<Point, Set<Columns>> points(Set<Columns> manyRules, Set<Columns> aside) {
        var crossing = Point.CROSSING;
        var points = new LinkedHashMap<Point, Set<Columns>>();
        points.put(crossing.withRules(10), ALL);
        points.put(crossing.withRules(50), ALL);
        points.put(crossing, ALL);
        points.put(crossing.withRules(1_000), ALL);
        points.put(crossing.withRules(5_000), manyRules);
        points.put(crossing.withLines(1), ALL);
        points.put(crossing.withLines(20), aside);
        points.put(crossing.withLines(100), aside);
        points.put(crossing.withLines(1_000), aside);
        points.put(crossing.withConcerned(0), aside);
        points.put(crossing.withConcerned(crossing.rules()), aside);
        points.put(crossing.withThreads(2), aside);
        points.put(crossing.withRules(10).withLines(1), FEW);
        return points;
    }

    /** How many cells are measured. */
    int cells() {
        return points.values().stream().mapToInt(Set::size).sum();
    }

    /** This plan for some columns alone; the plain loop is always among them. */
    Plan only(Set<Columns> columns) {
        var fewer = new LinkedHashMap<Point, Set<Columns>>();
        points.forEach((point, some) -> {
            var kept = new ArrayList<>(some);
            kept.removeIf(column -> !columns.contains(column) && column != Columns.JAVA_LOOP);
            fewer.put(point, kept.isEmpty() ? Set.of() : EnumSet.copyOf(kept));
        });
        return new Plan(fewer, forks, warmups, warmup, iterations, iteration, rounds);
    }

    /** For how long each way of remembering is measured, in each round. */
    Duration remembering() {
        return iteration.multipliedBy(4);
    }

    /** The arguments a JVM of the measurement is started with: RuleBook's chain of rules is a chain of calls. */
    List<String> jvmArguments() {
        return List.of("-Xss16m", "-Xmx4g");
    }
}
