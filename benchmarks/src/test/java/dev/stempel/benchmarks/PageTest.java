package dev.stempel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.report.Bar;
import dev.stempel.benchmarks.report.Cell;
import dev.stempel.benchmarks.report.Cell.Point;
import dev.stempel.benchmarks.report.Page;
import dev.stempel.benchmarks.report.Results;
import dev.stempel.benchmarks.report.Results.Figure;
import dev.stempel.benchmarks.report.Row;
import dev.stempel.benchmarks.report.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page and the bar say of figures that are known. */
class PageTest {

    @Test
    void aRatioIsToldWithItsSpread() {
        var ours = new Samples(List.of(3.0, 1.0, 2.0));
        var theirs = new Samples(List.of(10.0, 20.0, 40.0));
        assertThat(ours.over(theirs)).hasToString("0.10 × (0.025–0.30)");
    }

    @Test
    void aRowHoldsWhenTheWorstOfItsBasketsDoes() {
        var cells = new ArrayList<Cell>();
        for (int lines : List.of(1, 10, 20)) {
            cells.add(cell(Columns.JAVA_LOOP, lines, 1));
            cells.add(cell(Columns.STEMPEL, lines, 2));
        }
        var what = "CPU, 200 rules, of the plain Java loop";
        assertThat(row(results(cells), what)).matches(row -> row.verdict().equals("yes"));
        cells.set(3, cell(Columns.STEMPEL, 10, 3));
        assertThat(row(results(cells), what))
                .matches(row -> row.verdict().equals("no"))
                .matches(row -> row.measured().endsWith("Java loop, at 10 lines"));
    }

    @Test
    void twoThreadsAreToldBesideWhatTheMachineGivesThem() {
        var two = Point.CROSSING.withThreads(2);
        var cells = List.of(
                cell(Columns.STEMPEL, Point.CROSSING, 3),
                cell(Columns.STEMPEL, two, 4),
                cell(Columns.JAVA_LOOP, Point.CROSSING, 1),
                cell(Columns.JAVA_LOOP, two, 1.25));
        assertThat(row(results(cells), "two threads, of one"))
                .matches(row -> row.measured().startsWith("1.50 ×"))
                .matches(row -> row.measured().endsWith("where the plain Java loop makes 1.60 ×"));
    }

    @Test
    void whatWasNotMeasuredNeitherHoldsNorFails() {
        assertThat(Bar.rows(results(List.of())))
                .filteredOn(row -> row.holds().isPresent())
                .isEmpty();
    }

    @Test
    void thePageNamesEveryColumnAndNeedsNothingFromElsewhere() {
        var cells = Stream.of(1, 10, 100)
                .flatMap(lines -> Stream.of(Columns.values()).map(column -> cell(column, lines, lines)))
                .toList();
        var page = Page.of(new Results("a < b", "here", cells, Map.of(Figure.START, new Samples(List.of(1.0)))));
        assertThat(page).contains("<svg", "a &lt; b").doesNotContain("http", "src=", "url(", "NaN", "Infinity");
        for (var column : Columns.values()) {
            assertThat(page).contains(">" + column.title() + "<");
        }
    }

    private static Row row(Results results, String what) {
        return Bar.rows(results).stream()
                .filter(row -> row.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static Results results(List<Cell> cells) {
        return new Results("test", "here", cells, Map.of());
    }

    private static Cell cell(Columns column, int lines, double cpu) {
        return cell(column, Point.CROSSING.withLines(lines), cpu);
    }

    private static Cell cell(Columns column, Point at, double microseconds) {
        var samples = new Samples(List.of(microseconds));
        return new Cell(column, at, samples, samples, samples, samples, 1_024);
    }
}
