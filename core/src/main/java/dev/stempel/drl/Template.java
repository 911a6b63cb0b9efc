package dev.stempel.drl;

import dev.stempel.drl.Source.Piece;
import dev.stempel.drl.Token.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule file with blanks, as in {@code bonus({points})}, that a table fills in: one offer for each row. What is filled in
 * is one text or one number and never more: a blank in quotes or in a comment line takes a text, any other a number.
 * Immutable.
 */
public final class Template {

    private static final Pattern BLANK = Pattern.compile("\\{(\\p{L}[\\p{L}\\d _-]{0,40})}");

    private final Source source;
    private final List<Blank> blanks;

    /**
     * A place to be filled in.
     *
     * @param column what it is filled in from
     * @param span where it stands, curly brackets included
     * @param isText true when it takes a text
     */
    private record Blank(String column, Span span, boolean isText) {}

    private Template(Source source, List<Blank> blanks) {
        this.source = source;
        this.blanks = blanks;
    }

    /** The blanks of a rule file. */
    public static Template of(Source source) {
        var quoted = quoted(source);
        var blanks = BLANK.matcher(source.text())
                .results()
                .map(found -> {
                    var span = new Span(found.start(), found.end());
                    boolean isQuoted = quoted.get(span.start()) && quoted.nextClearBit(span.start()) >= span.end();
                    return new Blank(found.group(1), span, isQuoted || isCommentLine(source, span));
                })
                .toList();
        return new Template(source, blanks);
    }

    /** The offsets that stand between two double quotes. */
    private static BitSet quoted(Source source) {
        var quoted = new BitSet();
        for (var token : Lexer.words(source, new Problems(source))) {
            var text = source.text(token.span());
            if (token.is(Kind.TEXT) && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
                quoted.set(token.span().start() + 1, token.span().end() - 1);
            }
        }
        return quoted;
    }

    private static boolean isCommentLine(Source source, Span span) {
        return source.startOfLine(span.start()).startsWith("//");
    }

    /** What it has to be filled in from. */
    public Set<String> columns() {
        return blanks.stream().map(Blank::column).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those from which a number is filled in. */
    public Set<String> numbers() {
        return blanks.stream()
                .filter(blank -> !blank.isText())
                .map(Blank::column)
                .collect(Collectors.toSet());
    }

    /**
     * The rule file of one row.
     *
     * @param table the table
     * @param offer the id of the row's offer
     * @param cells where in the table each column's value stands
     */
    public Source fill(Source table, String offer, Map<String, Span> cells) {
        var text = new StringBuilder();
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (var blank : blanks) {
            add(new Span(from, blank.span().start()), source, text, pieces);
            add(cells.getOrDefault(blank.column(), new Span(0, 0)), table, text, pieces);
            from = blank.span().end();
        }
        add(new Span(from, source.text().length()), source, text, pieces);
        return new Source(table.name(), offer, text.toString(), pieces);
    }

    private void add(Span part, Source origin, StringBuilder text, List<Piece> pieces) {
        int start = text.length();
        text.append(origin.text(part));
        pieces.add(new Piece(new Span(start, text.length()), origin, part.start(), origin != source));
    }
}
