package dev.stempel.benchmarks.report;

import static dev.stempel.benchmarks.report.Ratio.digits;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.report.Cell.Point;
import dev.stempel.benchmarks.report.Results.Figure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the rows of the bar read in the results; empty where nothing was measured. */
final class Reading {

    private final Results results;

    /** Something measured, in numbers and in words. */
    record Measured(double value, String text) {

        static Measured of(Ratio ratio, String where) {
            return new Measured(ratio.median(), (ratio + " " + where).strip());
        }

        static Measured of(Samples samples, String unit, String where) {
            var text = "%s %s (%s) %s".formatted(digits(samples.median()), unit, samples.spread(), where);
            return new Measured(samples.median(), text.strip());
        }

        static Measured of(double value, String unit) {
            return new Measured(value, digits(value) + " " + unit);
        }
    }

    Reading(Results results) {
        this.results = results;
    }

    /** Stempel's CPU of another column's, at several points. */
    List<Measured> against(Columns other, List<Point> points) {
        return points.stream()
                .flatMap(at -> ratio(Columns.STEMPEL, at, other, at)
                        .map(ratio -> Measured.of(ratio, other.title() + ", " + lines(at)))
                        .stream())
                .toList();
    }

    /** The CPU of one column of another's. */
    List<Measured> both(Columns one, Point at, Columns other, Point otherAt) {
        return ratio(one, at, other, otherAt).map(ratio -> Measured.of(ratio, "")).stream()
                .toList();
    }

    private Optional<Ratio> ratio(Columns one, Point at, Columns other, Point otherAt) {
        return results.cell(one, at)
                .flatMap(ours ->
                        results.cell(other, otherAt).map(theirs -> ours.cpu().over(theirs.cpu())));
    }

    /** Something of Stempel's own cells, at several points. */
    List<Measured> of(List<Point> points, Function<Cell, Measured> value) {
        return points.stream()
                .flatMap(at -> results.cell(Columns.STEMPEL, at).stream())
                .map(cell -> value.apply(cell))
                .toList();
    }

    /** What one line more costs between two sizes of basket, in microseconds. */
    Stream<Double> oneLineMore(int from, int to) {
        return results.cell(Columns.STEMPEL, Point.CROSSING.withLines(from)).stream()
                .flatMap(small -> results.cell(Columns.STEMPEL, Point.CROSSING.withLines(to)).stream()
                        .map(large -> (large.cpu().median() - small.cpu().median()) / (to - from)));
    }

    /** How many times the calls of one thread two threads make in the same time. */
    Optional<Ratio> twoThreads(Columns column) {
        return results.cell(column, Point.CROSSING)
                .flatMap(one -> results.cell(column, Point.CROSSING.withThreads(2))
                        .map(two -> one.time().times(2).over(two.time())));
    }

    Optional<Ratio> ratio(Figure one, Figure other) {
        return results.figure(one).flatMap(ours -> results.figure(other).map(ours::over));
    }

    List<Measured> figure(Figure figure) {
        return results.figure(figure).map(samples -> Measured.of(samples, figure.unit(), "")).stream()
                .toList();
    }

    /** Where a cell was measured, in words. */
    static String lines(Point at) {
        return "at " + at.lines() + (at.lines() == 1 ? " line" : " lines");
    }
}
