package dev.stempel.benchmarks.report;

import static dev.stempel.benchmarks.report.Ratio.digits;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.report.Cell.Point;
import dev.stempel.benchmarks.report.Results.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the library wants to reach, beside what was measured. A row holds when the worst of its points does. */
public final class Bar {

    private static final Point CROSSING = Point.CROSSING;

    private static final List<Columns> PEERS =
            List.of(Columns.EVRETE, Columns.EASY_RULES, Columns.RULE_BOOK, Columns.MVEL, Columns.JEXL);

    private static final List<Point> BASKETS = List.of(CROSSING.withLines(1), CROSSING, CROSSING.withLines(20));

    private final Results results;
    private final List<Row> rows = new ArrayList<>();

    /** Something measured, and at which of several points. */
    private record Measured(double value, String text) {

        static Measured of(Ratio ratio, String where) {
            return new Measured(ratio.median(), ratio + " " + where);
        }
    }

    private Bar(Results results) {
        this.results = results;
    }

    /** The rows of the bar for these results. */
    public static List<Row> rows(Results results) {
        var bar = new Bar(results);
        bar.evaluating();
        bar.growing();
        bar.keeping();
        bar.remembering("SQLite", Figure.SQLITE_BARE, Figure.SQLITE_ONE, Figure.SQLITE_TILLS, Figure.SQLITE_TOGETHER);
        bar.aging("SQLite", Figure.SQLITE_YOUNG, Figure.SQLITE_OLD);
        bar.remembering(
                "PostgreSQL",
                Figure.POSTGRES_BARE,
                Figure.POSTGRES_ONE,
                Figure.POSTGRES_TILLS,
                Figure.POSTGRES_TOGETHER);
        bar.aging("PostgreSQL", Figure.POSTGRES_YOUNG, Figure.POSTGRES_OLD);
        return bar.rows;
    }

    private void evaluating() {
        row("CPU, 200 rules, of Drools as usual", 0.05, "≤ 1/20", against(Columns.DROOLS_USUAL, BASKETS));
        row("CPU, 200 rules, of the plain Java loop", 2.5, "≤ 2.5 ×", against(Columns.JAVA_LOOP, BASKETS));
        var few = List.of(CROSSING.withRules(10).withLines(1), CROSSING.withRules(10));
        row("CPU, 10 rules", 3, "≤ 3 µs", of(few, "µs", cell -> cell.cpu().median()));
        for (int rules : List.of(50, 200, 1_000, 5_000)) {
            var peers = PEERS.stream().flatMap(peer -> against(peer, List.of(CROSSING.withRules(rules))).stream());
            row("CPU, %d rules, of the cheapest peer".formatted(rules), 1, "< 1 ×", peers.toList());
        }
        row("garbage, 200 rules", 6, "≤ 6 KB", of(BASKETS, "KB", cell -> cell.bytes() / 1_024));
        row("p99 of p50, 200 rules", 3, "≤ 3 ×", of(BASKETS, "×", cell -> cell.p99() / cell.p50()));
        var explained = both(Columns.STEMPEL_EXPLAINED, CROSSING, Columns.STEMPEL, CROSSING);
        row("CPU, every reason read, of none read", 1.1, "≤ 1.1 ×", explained);
    }

    private void growing() {
        var many = both(Columns.STEMPEL, CROSSING.withRules(5_000), Columns.STEMPEL, CROSSING);
        row("CPU, 5,000 rules of 200, the same 10 concerned", 1.5, "≤ 1.5 ×", many);
        row(
                "CPU of one line more, up to 1,000",
                1,
                "≤ 1 µs",
                lines(10, 1_000).map(Bar::microseconds).toList());
        var bend = lines(100, 1_000).flatMap(late -> lines(10, 100).map(early -> late / early));
        row(
                "the same from 100 on, of that before",
                1.25,
                "linear, ≤ 1.25 ×",
                bend.map(Bar::times).toList());
        var speedUp = cell(Columns.STEMPEL, CROSSING)
                .flatMap(one -> cell(Columns.STEMPEL, CROSSING.withThreads(2))
                        .map(two -> one.time().times(2).over(two.time())));
        var reached = speedUp.filter(ratio -> ratio.median() >= 1.9).isPresent();
        add("two threads, of one", "≥ 1.9 ×", speedUp.map(ratio -> Measured.of(ratio, "")), reached);
    }

    private void keeping() {
        row("JVM start to first reward, 200 rules in 50 files", 0.8, "≤ 0.8 s", figure(Figure.START, "s"));
        row("the same with the AOT cache (JDK 25)", 0.4, "≤ 0.4 s", figure(Figure.START_AOT, "s"));
        row("an edited file of 200 live again", 100, "≤ 100 ms", figure(Figure.RELOAD, "ms"));
        row("memory of a rule book of 20 offers", 1_024, "≤ 1 MB", figure(Figure.FOOTPRINT, "KB"));
        var retail = ratio(Figure.RETAIL_STEMPEL, Figure.RETAIL_JAVA).map(ratio -> Measured.of(ratio, ""));
        row("Online Retail log, of Java by hand", 3, "≤ 3 ×", retail.stream().toList());
    }

    private void remembering(String store, Figure bare, Figure one, Figure tills, Figure together) {
        atLeast(store + ", events one by one, of bare commits", 0.8, "≥ 0.8 ×", one, bare);
        atLeast(store + ", events of eight tills, of bare commits", 0.8, "≥ 0.8 ×", tills, bare);
        atLeast(store + ", many events in a call, of bare commits", 20, "≥ 20 ×", together, bare);
    }

    private void aging(String store, Figure young, Figure old) {
        var ratio = ratio(old, young).map(times -> Measured.of(times, ""));
        row(
                store + ", a customer of 100,000 entries, of one of 10",
                1.5,
                "≤ 1.5 ×",
                ratio.stream().toList());
    }

    private void atLeast(String what, double least, String toReach, Figure one, Figure other) {
        var ratio = ratio(one, other);
        add(
                what,
                toReach,
                ratio.map(times -> Measured.of(times, "")),
                ratio.filter(times -> times.median() >= least).isPresent());
    }

    private Optional<Ratio> ratio(Figure one, Figure other) {
        return results.figure(one).flatMap(ours -> results.figure(other).map(ours::over));
    }

    /** A row that holds when the greatest of these is at most so much. */
    private void row(String what, double most, String toReach, Collection<Measured> measured) {
        var worst = measured.stream().max(Comparator.comparingDouble(Measured::value));
        add(what, toReach, worst, worst.filter(one -> one.value <= most).isPresent());
    }

    private void add(String what, String toReach, Optional<Measured> measured, boolean holds) {
        rows.add(measured.map(one -> new Row(what, toReach, one.text.strip(), Optional.of(holds)))
                .orElseGet(() -> new Row(what, toReach, "not measured", Optional.empty())));
    }

    private Optional<Cell> cell(Columns column, Point at) {
        return results.cell(column, at);
    }

    private List<Measured> against(Columns other, List<Point> points) {
        return points.stream()
                .flatMap(at -> ratio(Columns.STEMPEL, at, other, at)
                        .map(ratio -> Measured.of(ratio, other.title() + ", " + lines(at)))
                        .stream())
                .toList();
    }

    private List<Measured> both(Columns one, Point at, Columns other, Point otherAt) {
        return ratio(one, at, other, otherAt).map(ratio -> Measured.of(ratio, "")).stream()
                .toList();
    }

    private Optional<Ratio> ratio(Columns one, Point at, Columns other, Point otherAt) {
        return cell(one, at)
                .flatMap(ours -> cell(other, otherAt).map(theirs -> ours.cpu().over(theirs.cpu())));
    }

    private List<Measured> of(List<Point> points, String unit, ToDoubleFunction<Cell> value) {
        return points.stream()
                .flatMap(at -> cell(Columns.STEMPEL, at).stream())
                .map(cell -> measured(value.applyAsDouble(cell), unit + " " + lines(cell.at())))
                .toList();
    }

    /** What one line more costs between two sizes of basket. */
    private Stream<Double> lines(int from, int to) {
        return cell(Columns.STEMPEL, CROSSING.withLines(from)).stream()
                .flatMap(small -> cell(Columns.STEMPEL, CROSSING.withLines(to)).stream()
                        .map(large -> (large.cpu().median() - small.cpu().median()) / (to - from)));
    }

    private List<Measured> figure(Figure figure, String unit) {
        return results.figure(figure).map(samples -> measured(samples.median(), unit)).stream()
                .toList();
    }

    private static String lines(Point at) {
        return "at " + at.lines() + (at.lines() == 1 ? " line" : " lines");
    }

    private static Measured microseconds(double value) {
        return measured(value, "µs");
    }

    private static Measured times(double value) {
        return measured(value, "×");
    }

    private static Measured measured(double value, String rest) {
        return new Measured(value, digits(value) + " " + rest);
    }
}
