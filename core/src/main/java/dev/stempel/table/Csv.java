package dev.stempel.table;

import dev.stempel.drl.Problems;
import dev.stempel.drl.Source;
import dev.stempel.drl.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a table into cells (RFC 4180), and keeps where each stands. Semicolon, tab or comma separates them, whichever the
 * first line has; rows of which every cell is empty are left out.
 */
final class Csv {

    private static final String SEPARATORS = ";\t,";

    private final String text;
    private final Problems problems;
    private final char separator;
    private int at;

    private Csv(Source source, Problems problems) {
        this.text = source.text();
        this.problems = problems;
        var header = text.substring(0, source.endOfLine(0));
        this.separator = (char) SEPARATORS
                .chars()
                .filter(sign -> header.indexOf(sign) >= 0)
                .findFirst()
                .orElse(SEPARATORS.charAt(0));
    }

    /** Where the cells of each row stand, without quotes and without blanks around them. */
    static List<List<Span>> rows(Source source, Problems problems) {
        var csv = new Csv(source, problems);
        var rows = new ArrayList<List<Span>>();
        while (csv.at < csv.text.length()) {
            var row = csv.row();
            if (row.stream().anyMatch(cell -> cell.end() > cell.start())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Span> row() {
        var row = new ArrayList<Span>();
        row.add(cell());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            row.add(cell());
        }
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        at++;
        return row;
    }

    private Span cell() {
        return text.startsWith("\"", at) ? quoted() : plain();
    }

    private Span plain() {
        int start = at;
        while (!atEndOfCell()) {
            at++;
        }
        return stripped(start, at);
    }

    private boolean atEndOfCell() {
        return at >= text.length() || text.charAt(at) == separator || "\r\n".indexOf(text.charAt(at)) >= 0;
    }

    /** Quotes within the quotes are doubled. */
    private Span quoted() {
        int start = ++at;
        int end = text.indexOf('"', at);
        while (end >= 0 && text.startsWith("\"", end + 1)) {
            end = text.indexOf('"', end + 2);
        }
        if (end < 0) {
            problems.tell(new Span(start - 1, start), "table.quote.open");
            at = text.length();
            return new Span(start, start);
        }
        at = end + 1;
        var rest = plain();
        if (rest.end() > rest.start()) {
            problems.tell(rest, "table.quote.after", text.substring(rest.start(), rest.end()));
        }
        return stripped(start, end);
    }

    private Span stripped(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return new Span(from, to);
    }
}
