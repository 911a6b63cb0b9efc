package dev.stempel.check;

import dev.stempel.drl.Rule.Annotation;
import dev.stempel.drl.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of an annotation's text, and where it stands.
 *
 * @param text the text, without blanks around it
 * @param span where it stands
 */
record Part(String text, Span span) {

    static Part of(Annotation annotation) {
        return stripped(annotation.value(), annotation.valueSpan().start());
    }

    private static Part stripped(String text, int start) {
        int blanks = text.length() - text.stripLeading().length();
        var stripped = text.strip();
        return new Part(stripped, new Span(start + blanks, start + blanks + stripped.length()));
    }

    /** The parts between these words or marks. */
    List<Part> split(String separator) {
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(between(from, at));
            from = at + separator.length();
        }
        parts.add(between(from, text.length()));
        return parts;
    }

    private Part between(int from, int to) {
        return stripped(text.substring(from, to), span.start() + from);
    }

    /** What follows the first words of it. */
    Part from(int offset) {
        return between(offset, text.length());
    }

    /** The first so many characters of it. */
    Part until(int offset) {
        return between(0, offset);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
