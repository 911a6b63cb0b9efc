package dev.stempel.problem;

/**
 * Where in a file something is.
 *
 * @param line counted from 1; 0 where there is no line
 * @param column counted from 1 in UTF-16 units, as most editors do; 0 where only the line is known
 * @param length how many characters of the line it is about
 * @param excerpt the line itself; empty where it is not at hand
 */
public record Spot(int line, int column, int length, String excerpt) {

    /** Nowhere in particular. */
    public static final Spot NONE = new Spot(0, 0, 0, "");

    /** A line of which no more is known. */
    public static Spot line(int line) {
        return new Spot(line, 0, 0, "");
    }

    /** The line with carets below the place; empty where the line is not at hand. */
    public String marked() {
        if (excerpt.isEmpty() || column == 0) {
            return "";
        }
        int before = Math.min(column - 1, excerpt.length());
        // A tab before the place has to stand before the caret too, or they do not meet.
        var indent = excerpt.substring(0, before).replaceAll("[^\t]", " ");
        int carets = Math.max(1, Math.min(length, excerpt.length() - before));
        return excerpt.stripTrailing() + "\n" + indent + "^".repeat(carets);
    }

    @Override
    public String toString() {
        return line == 0 ? "" : column == 0 ? ":" + line : ":" + line + ":" + column;
    }
}
