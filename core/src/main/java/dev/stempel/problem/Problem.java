package dev.stempel.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, said so that its reader can mend it: where it is, what it is with its value, and a hint.
 *
 * @param place what the problem is in: a file, an event's id, a setting
 * @param spot where in that file
 * @param severity whether it is refused
 * @param what what is wrong, naming the thing and its value
 * @param advice what to do about it, beginning with "Maybe"; empty where nothing sensible can be said
 */
public record Problem(String place, Spot spot, Severity severity, Phrase what, Phrase advice) {

    /** By file, then from top to bottom. */
    public static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::place).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    /** A problem in a line of a file; 0 where there is no line. */
    public Problem(String place, int line, String message, String hint) {
        this(place, Spot.line(line), Severity.ERROR, Phrase.plain(message), Phrase.plain(hint));
    }

    /** A problem in something that has no lines. */
    public static Problem in(@Nullable String place, String message, String hint) {
        return new Problem(place == null ? "" : place, 0, message, hint);
    }

    /** How many files were looked at, and how much is wrong with them. */
    public static Phrase summary(int files, Collection<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        return Phrase.of("summary", files, errors, problems.size() - errors);
    }

    /** The same problem, found in a line of a file. */
    public Problem foundIn(String file, int atLine) {
        return new Problem(file, Spot.line(atLine), severity, Phrase.of("in", place, what), advice);
    }

    /** The line in the file, counted from 1; 0 where there is no line. */
    public int line() {
        return spot.line();
    }

    /** The column in that line, counted from 1; 0 where only the line is known. */
    public int column() {
        return spot.column();
    }

    /** What is wrong, in English. */
    public String message() {
        return what.toString();
    }

    /** What to do about it, in English. */
    public String hint() {
        return advice.toString();
    }

    /** True when what has it cannot be used. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The problem as one line of text in a language: {@code place:line:column: message Maybe …}. */
    public String in(Locale locale) {
        var where = place + spot;
        var warning = isError() ? "" : Phrase.of("warning").in(locale) + " ";
        var hint = advice.in(locale);
        return (where.isEmpty() ? "" : where + ": ") + warning + what.in(locale) + (hint.isEmpty() ? "" : " " + hint);
    }

    /** The problem as one line of text in English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
