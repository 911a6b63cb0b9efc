package dev.stempel.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of a rule file: a mistake people make, or something they may well do.
 *
 * @param name what it is
 * @param hint what the advice should hold; several ways to say it are parted by {@code " or "}; {@code $1} is a part of
 *     what was found
 * @param find what is replaced
 * @param write what is written instead; every {@code ^} stands where it may be said to be wrong
 */
record Edit(String name, String hint, Pattern find, String write) {

    private static final Pattern PART = Pattern.compile("\\$(\\d)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    /** The file with this change in one of the places where it can be made; empty where it cannot. */
    Optional<Mutant> in(RuleText file, int place) {
        var found = find.matcher(file.text()).results().toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(in(file, found.get(place % found.size())));
    }

    private Mutant in(RuleText file, MatchResult found) {
        var marked = unescaped(filled(write, found)).split("\\^", -1);
        var places = new TreeSet<Integer>();
        var text = new StringBuilder(file.text().substring(0, found.start()));
        for (int i = 0; i < marked.length; i++) {
            text.append(marked[i]);
            if (i < marked.length - 1) {
                places.add(text.length());
            }
        }
        text.append(file.text().substring(found.end()));
        var hints = hint.isEmpty()
                ? List.<String>of()
                : Arrays.asList(filled(hint, found).split(" or "));
        return new Mutant(name, file.with(text.toString()), places, hints);
    }

    private static String filled(String template, MatchResult found) {
        return PART.matcher(template)
                .replaceAll(
                        part -> Matcher.quoteReplacement(String.valueOf(found.group(Integer.parseInt(part.group(1))))));
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text.replace("\\n", "\n").replace("\\t", "\t"))
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }
}
