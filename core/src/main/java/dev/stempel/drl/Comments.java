package dev.stempel.drl;

/** Passes over comments. They may hold what they like, except what changes how the file around them looks. */
final class Comments {

    private final Source source;
    private final String text;
    private final Problems problems;

    Comments(Source source, Problems problems) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
    }

    /** True where one begins. */
    boolean isOne(int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    /** Passes over the one that begins here; the place after it. */
    int pass(int start) {
        int end = text.startsWith("//", start) ? source.endOfLine(start) : endOfBlock(start);
        for (int i = start; i < end; i++) {
            tellIfHarmful(i);
        }
        return end;
    }

    private int endOfBlock(int start) {
        int end = text.indexOf("*/", start + 2);
        if (end < 0) {
            problems.tell(new Span(start, start + 2), "comment.open");
        }
        return end < 0 ? text.length() : end + 2;
    }

    /** What changes how the file looks, or shows that it is damaged. */
    private void tellIfHarmful(int i) {
        if (LookAlikes.turnsAround(text.charAt(i)) || text.charAt(i) == 0) {
            problems.tell(new Span(i, i + 1), "character.hidden", LookAlikes.code(text.charAt(i)));
        } else if (text.charAt(i) == LookAlikes.LOST) {
            problems.tell(new Span(i, i + 1), "character.lost");
        }
    }
}
