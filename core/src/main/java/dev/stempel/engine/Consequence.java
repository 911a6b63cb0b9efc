package dev.stempel.engine;

import dev.stempel.rule.Words;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Java behind a sentence: the same text, saying of each word where it is found. Conditions know no words, so a fact
 * may have a field of the same name, as in {@code Account( points >= 100 )}.
 */
final class Consequence {

    private static final String OWNER = Words.class.getName() + ".";

    private Consequence() {}

    static String java(String text, int start, int end, Call sentence) {
        var java = new StringBuilder(text.substring(start, end));
        var words = new TreeSet<Integer>();
        collect(sentence, words);
        words.descendingIterator().forEachRemaining(offset -> java.insert(offset - start, OWNER));
        return java.toString();
    }

    private static void collect(Call call, Set<Integer> words) {
        if (call instanceof Call.Word word) {
            if (word.target() == null) {
                words.add(word.offset());
            } else {
                collect(word.target(), words);
            }
            word.arguments().forEach(argument -> collect(argument, words));
        }
    }
}
