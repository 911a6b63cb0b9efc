package dev.stempel.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A rule file with one thing wrong.
 *
 * @param mistake what is wrong
 * @param file the file
 * @param places the offsets at which it may be said to be wrong; a thing that is missing is missing anywhere in the gap
 * @param hints the advice should hold one of these; empty where any will do
 */
record Mutant(String mistake, RuleText file, Set<Integer> places, List<String> hints) {

    /** Whether this is a place of the mistake; the blanks before a word are as good as the word. */
    boolean isAt(int line, int column) {
        int told = gap(offset(line, column));
        return places.stream().anyMatch(place -> gap(place) == told);
    }

    boolean isAdvised(String hint) {
        return hint.startsWith("Maybe ")
                && (hints.isEmpty()
                        || hints.stream()
                                .anyMatch(
                                        word -> hint.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))));
    }

    /** The line of this place, with a mark in it. */
    String shown(int place) {
        var text = file.text();
        int start = text.lastIndexOf('\n', place - 1) + 1;
        int end = text.indexOf('\n', place);
        return line(place) + ":" + (place - start + 1) + " " + text.substring(start, place) + "▲"
                + text.substring(place, end < 0 ? text.length() : end);
    }

    private int offset(int line, int column) {
        var lines = file.text().split("\n", -1);
        if (line < 1 || line > lines.length || column < 1 || column > lines[line - 1].length() + 1) {
            return -1;
        }
        return Arrays.stream(lines).limit(line - 1L).mapToInt(String::length).sum() + line - 1 + column - 1;
    }

    private int line(int offset) {
        return 1
                + (int) file.text()
                        .substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private int gap(int offset) {
        int at = offset;
        while (at > 0 && Character.isWhitespace(file.text().charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
