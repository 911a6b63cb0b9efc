package dev.stempel.drl;

import dev.stempel.problem.Spot;
import java.util.Arrays;

/** The text of a rule file, and which line an offset is in. Immutable. */
public final class Source {

    private static final int LONGEST_EXCERPT = 200;

    private final String name;
    private final String text;
    private final int[] lineStarts;

    /** The text of a file of this name. */
    public Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
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

    /** Where the line ends that an offset is in, its line break not included. */
    public int endOfLine(int offset) {
        int line = line(offset);
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > offset && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** Where a part is, for people. */
    public Spot spot(Span span) {
        int line = line(Math.min(span.start(), text.length()));
        int from = lineStarts[line - 1];
        int to = Math.min(endOfLine(from), from + LONGEST_EXCERPT);
        int length = Math.max(1, Math.min(span.end(), to) - span.start());
        return new Spot(line, span.start() - from + 1, length, text.substring(from, to));
    }
}
