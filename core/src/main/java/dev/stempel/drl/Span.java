package dev.stempel.drl;

/**
 * A part of a rule file.
 *
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record Span(int start, int end) {

    /** From the beginning of this part to the end of another. */
    public Span to(Span last) {
        return new Span(start, Math.max(end, last.end));
    }

    /** The place right after it. */
    public Span after() {
        return new Span(end, end);
    }
}
