package dev.stempel.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that somebody probably meant. */
public final class Similar {

    /** Nobody misspells a longer word, and comparing it takes long. */
    private static final int LONGEST = 60;

    private Similar() {}

    /** A hint with the most similar word, or with all of them when none is similar. */
    public static String hint(String written, Collection<String> known) {
        return hint(written, known, oneOf(known));
    }

    /** Advice to choose among these words. */
    public static String oneOf(Collection<String> known) {
        return "it is one of " + known.stream().sorted().collect(Collectors.joining(", "));
    }

    /** A hint with the most similar word, or with the advice when none is similar. */
    public static String hint(String written, Collection<String> known, String advice) {
        return to(written, known)
                .map(word -> "Maybe you mean \"" + word + "\"?")
                .orElse("Maybe " + advice + "?");
    }

    /** The most similar word; empty when none is. */
    public static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(word -> distance(written, word) <= Math.max(1, written.length() / 3))
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters have to be added, dropped or changed (Levenshtein 1966). */
    private static int distance(String a, String b) {
        var costs = new int[b.length() + 1];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = costs[j];
                int change = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1)) ? 0 : 1;
                costs[j] = Math.min(Math.min(costs[j], costs[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return costs[b.length()];
    }
}
