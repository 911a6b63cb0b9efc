package dev.stempel.benchmarks.report;

import dev.stempel.benchmarks.column.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Lines over an axis as an SVG picture that needs nothing else. Values are logarithmic; what was measured along the axis
 * stands at equal distances.
 */
final class Plot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 380;
    private static final int LEFT = 60;
    private static final int BOTTOM = 40;
    private static final int RIGHT = 170;
    private static final int TOP = 10;

    private final String axis;
    private final List<Line> lines = new ArrayList<>();

    /** One value of a line. */
    record Dot(int x, double y) {}

    private record Line(Columns column, List<Dot> dots) {}

    /** A plot over this axis. */
    Plot(String axis) {
        this.axis = axis;
    }

    /** The same plot with the line of a column; lines of a single dot say nothing and are left out. */
    Plot line(Columns column, List<Dot> dots) {
        if (dots.size() > 1) {
            lines.add(new Line(column, dots));
        }
        return this;
    }

    /** The picture. */
    String svg() {
        if (lines.isEmpty()) {
            return "<p>Not measured.</p>";
        }
        var svg = new StringBuilder();
        add(svg, "<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>", WIDTH, HEIGHT, axis);
        grid(svg);
        var heights = labelHeights();
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, lines.get(i), heights[i]);
        }
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        xs().forEach(x -> {
            add(svg, "<path class='grid' d='M%.1f %dV%d'/>", x(x), TOP, HEIGHT - BOTTOM);
            add(svg, "<text x='%.1f' y='%d' text-anchor='middle'>%,d</text>", x(x), HEIGHT - BOTTOM + 16, x);
        });
        for (double power = floor(); power <= ceiling(); power++) {
            double y = Math.pow(10, power);
            add(svg, "<path class='grid' d='M%d %.1fH%d'/>", LEFT, y(y), WIDTH - RIGHT);
            add(svg, "<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 6, y(y) + 4, label(y));
        }
        add(svg, "<text x='%d' y='%d' text-anchor='middle'>%s</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, axis);
    }

    private void draw(StringBuilder svg, Line line, double labelHeight) {
        var colour = colour(line.column);
        var path = new StringBuilder();
        for (var dot : line.dots) {
            add(path, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", x(dot.x), y(dot.y));
        }
        add(svg, "<path class='line' stroke='%s' d='%s'/>", colour, path);
        for (var dot : line.dots) {
            var value = Ratio.digits(dot.y);
            add(svg, "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'>", x(dot.x), y(dot.y), colour);
            add(svg, "<title>%s: %s</title></circle>", line.column.title(), value);
        }
        add(svg, "<text x='%d' y='%.1f' fill='%s'>", WIDTH - RIGHT + 8, labelHeight + 4, colour);
        add(svg, "%s</text>", line.column.title());
    }

    /** Labels stand beside the ends of their lines, moved apart where these lie close together. */
    private double[] labelHeights() {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            order.add(i);
        }
        order.sort((one, other) -> Double.compare(end(one), end(other)));
        var heights = new double[lines.size()];
        double next = TOP;
        for (int rank = 0; rank < order.size(); rank++) {
            double lowest = HEIGHT - 8 - 14.0 * (order.size() - rank - 1);
            heights[order.get(rank)] = Math.min(lowest, Math.max(next, end(order.get(rank))));
            next = heights[order.get(rank)] + 14;
        }
        return heights;
    }

    private double end(int line) {
        var dots = lines.get(line).dots;
        return y(dots.get(dots.size() - 1).y);
    }

    /** Ours stands out, hand-written Java is dark, the others go around the colours. */
    private static String colour(Columns column) {
        return switch (column) {
            case STEMPEL -> "#d00000";
            case STEMPEL_EXPLAINED -> "#e07070";
            case STEMPEL_IN_MEMORY -> "#f09020";
            case STEMPEL_SQLITE -> "#c0a000";
            case STEMPEL_POSTGRES -> "#806000";
            case JAVA_LOOP -> "#222222";
            case JAVA_INDEXED -> "#777777";
            case DROOLS_USUAL -> "#0050c0";
            case DROOLS_TUNED -> "#30a0f0";
            case EVRETE -> "#008060";
            case EASY_RULES -> "#60b000";
            case RULE_BOOK -> "#8040c0";
            case MVEL -> "#b05090";
            case JEXL -> "#a07000";
        };
    }

    private double x(int value) {
        var all = xs();
        double share = all.indexOf(value) / Math.max(1.0, all.size() - 1.0);
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        double share = (Math.log10(value) - floor()) / (ceiling() - floor());
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    private List<Integer> xs() {
        return lines.stream()
                .flatMap(line -> line.dots.stream())
                .map(Dot::x)
                .sorted()
                .distinct()
                .toList();
    }

    private double floor() {
        return Math.floor(ys().min().orElse(0));
    }

    private double ceiling() {
        return Math.floor(ys().max().orElse(0)) + 1;
    }

    private DoubleStream ys() {
        return lines.stream().flatMap(line -> line.dots.stream()).mapToDouble(dot -> Math.log10(dot.y));
    }

    private static String label(double power) {
        return power >= 1 ? String.format(Locale.ROOT, "%,.0f", power) : Double.toString(power);
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
