package dev.stempel.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, said so that its reader can mend it: where it is, what it is with its value, and a hint.
 *
 * @param place what the problem is in: a file, an event's id, a setting
 * @param line the line in that file, counted from 1; 0 where there is no line
 * @param message what is wrong, naming the thing and its value
 * @param hint what to do about it, beginning with "Maybe"; empty where nothing sensible can be said
 */
public record Problem(String place, int line, String message, String hint) {

    /** A problem in something that has no lines. */
    public static Problem in(@Nullable String place, String message, String hint) {
        return new Problem(place == null ? "" : place, 0, message, hint);
    }

    /** The same problem, found in a line of a file. */
    public Problem foundIn(String file, int atLine) {
        return new Problem(file, atLine, place + ": " + message, hint);
    }

    /** The problem as one line of text: {@code place:line: message Maybe …}. */
    @Override
    public String toString() {
        var text = new StringBuilder(place);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!text.isEmpty()) {
            text.append(": ");
        }
        text.append(message);
        if (!hint.isEmpty()) {
            text.append(' ').append(hint);
        }
        return text.toString();
    }
}
