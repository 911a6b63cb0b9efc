package dev.stempel.benchmarks.report;

import static dev.stempel.benchmarks.report.Ratio.digits;

import dev.stempel.benchmarks.column.Columns;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One HTML page with everything that was measured. It needs nothing but itself: no script, no network. */
public final class Page {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Stempel beside its alternatives</title>
            <style>
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; color: #222 }
            table { border-collapse: collapse; margin: 1em 0 }
            th, td { border-bottom: 1px solid #ddd; padding: .25em .7em; text-align: left; vertical-align: top }
            td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
            td.yes { color: #080; font-weight: bold }
            td.no { color: #c00; font-weight: bold }
            svg { max-width: 48em; font: 12px system-ui, sans-serif }
            svg .grid { stroke: #ddd; fill: none }
            svg .line { fill: none; stroke-width: 2 }
            </style>
            </head>
            <body>
            <h1>Stempel beside its alternatives</h1>
            """;

    private final Results results;
    private final StringBuilder html = new StringBuilder(HEAD);

    private Page(Results results) {
        this.results = results;
    }

    /** The page of these results. */
    public static String of(Results results) {
        var page = new Page(results);
        page.bar();
        page.plots();
        page.columns();
        page.cells();
        page.figures();
        return page.html.append("</body>\n</html>\n").toString();
    }

    private void bar() {
        paragraph(results.command() + " on " + results.machine());
        paragraph(
                "Every column does the same work, and gave the same rewards before it was timed. CPU is the processor's"
                        + " time, garbage collection included. Ratios are those of the medians, and in brackets the least and the"
                        + " most that single measurements allow; a row holds when the worst of its baskets does.");
        head("The bar", "what", "to reach", "measured", "holds");
        for (var row : Bar.rows(results)) {
            html.append("<tr>");
            text(row.what());
            text(row.toReach());
            text(row.measured());
            html.append("<td class='%s'>%s</td></tr>%n".formatted(row.verdict(), row.verdict()));
        }
        html.append("</table>\n");
    }

    private void plots() {
        plots("CPU in µs", cell -> cell.cpu().median());
        plots("What 99 of 100 calls stayed under, in µs", cell -> cell.p99().median());
        plots("Bytes allocated", Cell::bytes);
    }

    private void plots(String what, ToDoubleFunction<Cell> value) {
        for (var axis : Axis.values()) {
            plot(what + ", by " + axis.title(), axis, value);
        }
    }

    private void plot(String title, Axis axis, ToDoubleFunction<Cell> value) {
        var plot = new Plot(axis.title());
        for (var column : Columns.values()) {
            plot.line(
                    column,
                    results.cells().stream()
                            .filter(cell -> cell.column() == column && axis.has(cell.at()))
                            .map(cell -> new Plot.Dot(axis.value(cell.at()), value.applyAsDouble(cell)))
                            .sorted(Comparator.comparingInt(Plot.Dot::x))
                            .toList());
        }
        html.append("<h2>").append(escaped(title)).append("</h2>\n").append(plot.svg());
    }

    private void columns() {
        head("The columns", "column", "how");
        for (var column : Columns.values()) {
            html.append("<tr>");
            text(column.title());
            text(column.how());
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private void cells() {
        head(
                "All measurements",
                "column",
                "rules",
                "lines",
                "concerned",
                "threads",
                "CPU µs",
                "least–most",
                "time µs",
                "p50 µs",
                "p99 µs",
                "bytes");
        for (var cell : results.cells()) {
            html.append("<tr>");
            text(cell.column().title());
            var at = cell.at();
            List.of(at.rules(), at.lines(), at.concerned(), at.threads()).forEach(number -> number("" + number));
            number(digits(cell.cpu().median()));
            number(cell.cpu().spread());
            number(digits(cell.time().median()));
            number(digits(cell.p50().median()));
            number(digits(cell.p99().median()));
            number(digits(cell.bytes()));
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private void figures() {
        head("Beside the evaluation of one basket", "what", "median", "least–most");
        results.figures().forEach((figure, samples) -> {
            html.append("<tr>");
            text(figure.title());
            number(digits(samples.median()) + " " + figure.unit());
            number(samples.spread());
            html.append("</tr>\n");
        });
        html.append("</table>\n");
    }

    private void head(String title, String... columns) {
        html.append("<h2>").append(escaped(title)).append("</h2>\n<table>\n<tr>");
        for (var column : columns) {
            html.append("<th>").append(escaped(column)).append("</th>");
        }
        html.append("</tr>\n");
    }

    private void paragraph(String text) {
        html.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private void text(String text) {
        html.append("<td>").append(escaped(text)).append("</td>");
    }

    private void number(String number) {
        html.append("<td class='number'>").append(escaped(number)).append("</td>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
