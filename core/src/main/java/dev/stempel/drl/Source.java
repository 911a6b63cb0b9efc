package dev.stempel.drl;

import dev.stempel.problem.Phrase;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Severity;
import dev.stempel.problem.Spot;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a rule file, and which line an offset is in. A text that was put together from a table knows where each
 * part of it was written. Immutable.
 */
public final class Source {

    private static final int LONGEST_EXCERPT = 200;

    private final String name;
    private final String offer;
    private final String text;
    private final List<Piece> pieces;
    private final int[] lineStarts;

    /** The text of a file of this name. */
    public Source(String name, String text) {
        this(name, name.replaceAll("^.*/|\\.drl$", ""), text, List.of());
    }

    /** A text that was put together. */
    Source(String name, String offer, String text, List<Piece> pieces) {
        this.name = name;
        this.offer = offer;
        this.text = text;
        this.pieces = List.copyOf(pieces);
        this.lineStarts = lineStarts(text);
    }

    /**
     * A part of a text that was put together.
     *
     * @param span where it stands in it
     * @param origin where it was written
     * @param from the offset there
     * @param isCell true when a cell of a table says it
     */
    record Piece(Span span, Source origin, int from, boolean isCell) {

        /** What of a part of the whole stands in this piece. */
        Span written(Span part) {
            int start = Math.max(part.start(), span.start());
            int end = Math.min(part.end(), span.end());
            return new Span(start - span.start() + from, Math.max(start, end) - span.start() + from);
        }
    }

    private static int[] lineStarts(String text) {
        var starts = new int[text.length() + 1];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean carriageReturn = text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (text.charAt(i) == '\n' || carriageReturn) {
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    /** The file's name, its folder within the programme included. */
    public String name() {
        return name;
    }

    /** The id of the offer it should describe. */
    public String offer() {
        return offer;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The text of a part. */
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The line an offset is in, counted from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The line an offset is in, up to that offset and without the blanks it begins with. */
    String startOfLine(int offset) {
        return text.substring(lineStarts[line(offset) - 1], offset).stripLeading();
    }

    /** Where the line ends that an offset is in, its line break not included. */
    public int endOfLine(int offset) {
        int line = line(offset);
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > offset && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** Something about a part, told where that part was written. */
    public Problem problem(Span span, Severity severity, Phrase what, Phrase hint) {
        var piece = piece(span);
        return piece == null
                ? new Problem(name, spot(span), severity, what, hint)
                : piece.origin().problem(piece.written(span), severity, what, hint);
    }

    /** The piece a part was written in: a cell where it holds one, for only that differs from offer to offer. */
    private @Nullable Piece piece(Span span) {
        Piece last = null;
        for (var piece : pieces) {
            boolean touched = piece.span().start() < span.end() && piece.span().end() > span.start();
            if (piece.isCell() && touched) {
                return piece;
            }
            if (!piece.isCell() && piece.span().start() <= span.start()) {
                last = piece;
            }
        }
        return last;
    }

    /** The file and line a part was written in. */
    public String place(Span span) {
        var problem = problem(span, Severity.ERROR, Phrase.NONE, Phrase.NONE);
        return problem.place() + ":" + problem.line();
    }

    /** Where a part is, for people. */
    Spot spot(Span span) {
        int line = line(Math.min(span.start(), text.length()));
        int from = lineStarts[line - 1];
        int to = Math.min(endOfLine(from), from + LONGEST_EXCERPT);
        int length = Math.max(1, Math.min(span.end(), to) - span.start());
        return new Spot(line, span.start() - from + 1, length, text.substring(from, to));
    }
}
