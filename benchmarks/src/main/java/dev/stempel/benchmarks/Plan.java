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
 * @param rounds how often the cells of the bar and figures of their own processes are taken, each time in a new JVM
 * @param warmups iterations before measuring
 * @param warmup how long each of them takes
 * @param iterations iterations that are measured
 * @param iteration how long each of them takes
 */
record Plan(
        Map<Point, Set<Columns>> points, int rounds, int warmups, Duration warmup, int iterations, Duration iteration) {

    private static final int MOST_LINES_OF_A_BASKET = 20;
    private static final int FEW_RULES = 10;

    private static final Set<Columns> ALL = EnumSet.allOf(Columns.class);

    /** All but those that wait for a disk or differ from the stateless call in the reading of reasons alone. */
    private static final Set<Columns> RULES =
            without(ALL, Columns.STEMPEL_EXPLAINED, Columns.STEMPEL_SQLITE, Columns.STEMPEL_POSTGRES);

    /** Drools needs minutes to compile 5,000 rules, more than everything else in a quick run. */
    private static final Set<Columns> RULES_BUT_DROOLS = without(RULES, Columns.DROOLS_USUAL, Columns.DROOLS_TUNED);

    /** Us, and what the bar measures us by. */
    private static final Set<Columns> BAR = EnumSet.of(Columns.STEMPEL, Columns.JAVA_LOOP, Columns.DROOLS_USUAL);

    /** Who is measured where the others would only take long. */
    private static final Set<Columns> FEW =
            EnumSet.of(Columns.STEMPEL, Columns.JAVA_LOOP, Columns.JAVA_INDEXED, Columns.DROOLS_TUNED);

    /** Everything, for figures to be published: an hour on two cores. */
    static Plan full() {
        return new Plan(points(ALL, ALL, ALL, ALL), 3, 4, Duration.ofSeconds(1), 5, Duration.ofSeconds(1));
    }

    /** The same bar in minutes, with fewer points, a shorter look at each, and a wider spread. */
    static Plan quick() {
        var points = points(RULES, RULES_BUT_DROOLS, BAR, FEW);
        return new Plan(points, 3, 8, Duration.ofMillis(500), 3, Duration.ofMillis(250));
    }

    private static Map<Point, Set<Columns>> points(
            Set<Columns> someRules, Set<Columns> manyRules, Set<Columns> baskets, Set<Columns> aside) {
        var crossing = Point.CROSSING;
        var points = new LinkedHashMap<Point, Set<Columns>>();
        points.put(crossing, ALL);
        points.put(crossing.withLines(1), baskets);
        points.put(crossing.withLines(20), baskets);
        points.put(crossing.withThreads(2), baskets);
        points.put(crossing.withRules(FEW_RULES), someRules);
        points.put(crossing.withRules(50), someRules);
        points.put(crossing.withRules(1_000), someRules);
        points.put(crossing.withRules(5_000), manyRules);
        points.put(crossing.withLines(100), aside);
        points.put(crossing.withLines(1_000), aside);
        points.put(crossing.withConcerned(0), aside);
        points.put(crossing.withConcerned(crossing.rules()), aside);
        points.put(crossing.withRules(FEW_RULES).withLines(1), FEW);
        return points;
    }

    private static Set<Columns> without(Set<Columns> columns, Columns... some) {
        var left = EnumSet.copyOf(columns);
        left.removeAll(List.of(some));
        return left;
    }

    /** How often each column is measured at a point, in turns with the others: what the bar looks at, more often. */
    int rounds(Point at) {
        return (at.rules() == Point.CROSSING.rules() || at.rules() == FEW_RULES)
                        && at.concerned() == Point.CROSSING.concerned()
                        && at.lines() <= MOST_LINES_OF_A_BASKET
                ? rounds
                : 1;
    }

    /** How often a point is warmed up: with a thread on each processor, compiling has to share them with what it compiles. */
    int warmups(Point at) {
        return warmups * at.threads();
    }

    /** How many JVMs measure a cell. */
    int cells() {
        return points.entrySet().stream()
                .mapToInt(point -> rounds(point.getKey()) * point.getValue().size())
                .sum();
    }

    /** This plan for some columns alone; the plain loop is always among them. */
    Plan only(Set<Columns> columns) {
        var fewer = new LinkedHashMap<Point, Set<Columns>>();
        points.forEach((point, some) -> {
            var kept = new ArrayList<>(some);
            kept.removeIf(column -> !columns.contains(column) && column != Columns.JAVA_LOOP);
            fewer.put(point, kept.isEmpty() ? Set.of() : EnumSet.copyOf(kept));
        });
        return new Plan(fewer, rounds, warmups, warmup, iterations, iteration);
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
