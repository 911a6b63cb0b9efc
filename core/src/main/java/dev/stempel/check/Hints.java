package dev.stempel.check;

import dev.stempel.problem.Phrase;
import dev.stempel.problem.Similar;
import java.util.Collection;

/** Advice made of what there is. */
final class Hints {

    private Hints() {}

    /** The word that was probably meant, or else this advice. */
    static Phrase similar(String written, Collection<String> known, String otherwise, Object... values) {
        return Similar.to(written, known)
                .map(word -> Phrase.of("did-you-mean", word))
                .orElse(Phrase.of(otherwise, values));
    }
}
