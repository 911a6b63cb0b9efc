package dev.stempel.benchmarks.report;

import static dev.stempel.benchmarks.report.Reading.lines;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.report.Cell.Point;
import dev.stempel.benchmarks.report.Reading.Measured;
import dev.stempel.benchmarks.report.Results.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the library wants to reach, beside what was measured. A row holds when the worst of its points does. */
public final class Bar {

    private static final Point CROSSING = Point.CROSSING;

    private static final List<Columns> PEERS =
            List.of(Columns.EVRETE, Columns.EASY_RULES, Columns.RULE_BOOK, Columns.MVEL, Columns.JEXL);

    private static final List<Point> BASKETS = List.of(CROSSING.withLines(1), CROSSING, CROSSING.withLines(20));

    private final Reading reading;
    private final List<Row> rows = new ArrayList<>();

    private Bar(Results results) {
        reading = new Reading(results);
    }

    /** The rows of the bar for these results. */
    public static List<Row> rows(Results results) {
        var bar = new Bar(results);
        bar.evaluating();
        bar.growing();
        bar.keeping();
        bar.many();
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

    /** The bar as a table in Markdown. */
    public static String markdown(Results results) {
        var table = new StringBuilder("| What | To reach | Measured | Holds |\n|---|---|---|---|\n");
        for (var row : rows(results)) {
            table.append("| %s | %s | %s | %s |\n".formatted(row.what(), row.toReach(), row.measured(), row.verdict()));
        }
        return table.toString();
    }

    private void evaluating() {
        row("CPU, 200 rules, of Drools as usual", 0.05, "≤ 1/20", reading.against(Columns.DROOLS_USUAL, BASKETS));
        row("CPU, 200 rules, of the plain Java loop", 2.5, "≤ 2.5 ×", reading.against(Columns.JAVA_LOOP, BASKETS));
        var few = List.of(CROSSING.withRules(10).withLines(1), CROSSING.withRules(10));
        row("CPU, 10 rules", 3, "≤ 3 µs", reading.of(few, cell -> Measured.of(cell.cpu(), "µs", lines(cell.at()))));
        for (int rules : List.of(50, 200, 1_000, 5_000)) {
            var peers =
                    PEERS.stream().flatMap(peer -> reading.against(peer, List.of(CROSSING.withRules(rules))).stream());
            row("CPU, %d rules, of the cheapest peer".formatted(rules), 1, "< 1 ×", peers.toList());
        }
        row("garbage, 200 rules", 6, "≤ 6 KB", reading.of(BASKETS, Bar::garbage));
        row("p99 of p50, 200 rules", 3, "≤ 3 ×", reading.of(BASKETS, Bar::slowest));
        var explained = reading.both(Columns.STEMPEL_EXPLAINED, CROSSING, Columns.STEMPEL, CROSSING);
        row("CPU, every reason read, of none read", 1.1, "≤ 1.1 ×", explained);
    }

    private void growing() {
        var many = reading.both(Columns.STEMPEL, CROSSING.withRules(5_000), Columns.STEMPEL, CROSSING);
        row("CPU, 5,000 rules of 200, the same 10 concerned", 1.5, "≤ 1.5 ×", many);
        var line = reading.oneLineMore(10, 1_000).map(value -> Measured.of(value, "µs"));
        row("CPU of one line more, up to 1,000", 1, "≤ 1 µs", line.toList());
        var bend = reading.oneLineMore(100, 1_000)
                .flatMap(late -> reading.oneLineMore(10, 100).map(early -> Measured.of(late / early, "×")));
        row("the same from 100 on, of that before", 1.25, "linear, ≤ 1.25 ×", bend.toList());
        twoThreads();
    }

    /** Beside what the machine gives to threads that share nothing. */
    private void twoThreads() {
        var loop = reading.twoThreads(Columns.JAVA_LOOP)
                .map(times -> "where the plain Java loop makes " + Ratio.digits(times.median()) + " ×");
        atLeast("two threads, of one", 1.9, "≥ 1.9 ×", reading.twoThreads(Columns.STEMPEL), loop.orElse(""));
    }

    private void keeping() {
        row("JVM start to first reward, 200 rules in 50 files", 0.8, "≤ 0.8 s", reading.figure(Figure.START));
        row("the same with class-data sharing", 0.8, "≤ 0.8 s", reading.figure(Figure.START_CDS));
        row("the same with the AOT cache (needs a JDK 25)", 0.4, "≤ 0.4 s", reading.figure(Figure.START_AOT));
        row("an edited file of 200 live again", 100, "≤ 100 ms", reading.figure(Figure.RELOAD));
        row("memory of a rule book of 20 offers", 1_024, "≤ 1 MB", reading.figure(Figure.FOOTPRINT));
    }

    private void many() {
        var retail = timeAndCpu(
                Figure.RETAIL_STEMPEL, Figure.RETAIL_JAVA, Figure.RETAIL_CPU_STEMPEL, Figure.RETAIL_CPU_JAVA);
        row("Online Retail log, of Java by hand", 3, "≤ 3 ×", retail);
        var night = reading.ratio(Figure.NIGHT_TOGETHER, Figure.NIGHT_ONE).map(ratio -> Measured.of(ratio, "time"));
        row(
                "SQLite, a Day for every customer in one call, of a call for each",
                1,
                "< 1 ×",
                night.stream().toList());
    }

    private List<Measured> timeAndCpu(Figure time, Figure otherTime, Figure cpu, Figure otherCpu) {
        return Stream.concat(
                        reading.ratio(time, otherTime).map(ratio -> Measured.of(ratio, "time")).stream(),
                        reading.ratio(cpu, otherCpu).map(ratio -> Measured.of(ratio, "CPU")).stream())
                .toList();
    }

    private void remembering(String store, Figure bare, Figure one, Figure tills, Figure together) {
        atLeast(store + ", events one by one, of bare commits", 0.8, "≥ 0.8 ×", one, bare);
        atLeast(store + ", events of eight tills, of bare commits", 0.8, "≥ 0.8 ×", tills, bare);
        atLeast(store + ", many events in a call, of bare commits", 20, "≥ 20 ×", together, bare);
    }

    private void aging(String store, Figure young, Figure old) {
        var ratio = reading.ratio(old, young).map(times -> Measured.of(times, ""));
        row(
                store + ", a customer of 100,000 entries, of one of 10",
                1.5,
                "≤ 1.5 ×",
                ratio.stream().toList());
    }

    private void atLeast(String what, double least, String toReach, Figure one, Figure other) {
        atLeast(what, least, toReach, reading.ratio(one, other), "");
    }

    private void atLeast(String what, double least, String toReach, Optional<Ratio> ratio, String where) {
        var reached = ratio.filter(times -> times.median() >= least).isPresent();
        add(what, toReach, ratio.map(times -> Measured.of(times, where)), reached);
    }

    /** A row that holds when the greatest of these is at most so much. */
    private void row(String what, double most, String toReach, Collection<Measured> measured) {
        var worst = measured.stream().max(Comparator.comparingDouble(Measured::value));
        add(what, toReach, worst, worst.filter(one -> one.value() <= most).isPresent());
    }

    private void add(String what, String toReach, Optional<Measured> measured, boolean holds) {
        rows.add(measured.map(one -> new Row(what, toReach, one.text(), Optional.of(holds)))
                .orElseGet(() -> new Row(what, toReach, "not measured", Optional.empty())));
    }

    private static Measured garbage(Cell cell) {
        return Measured.of(cell.bytes() / 1_024, "KB " + lines(cell.at()));
    }

    private static Measured slowest(Cell cell) {
        return Measured.of(cell.p99().over(cell.p50()), lines(cell.at()));
    }
}
