package dev.stempel.drl;

import dev.stempel.drl.Expr.Binary;
import dev.stempel.drl.Token.Kind;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Similar;
import java.util.List;

/**
 * Recognises the words that compare: {@code in}, {@code not in} and {@code contains}. Any other word may begin the next
 * condition, be misspelled, or come from the engine's own language; only what stands around it tells which.
 */
final class WordOperators {

    private final Tokens tokens;

    WordOperators(Tokens tokens) {
        this.tokens = tokens;
    }

    /** True when a word that compares stands here, after what was read. */
    boolean at(Expr left) {
        var token = tokens.peek();
        if (token.startsLine()) {
            return false;
        }
        boolean compared = left instanceof Binary || left instanceof Expr.In;
        if (token.is(Kind.TEXT) || token.is(Kind.NUMBER)) {
            if (compared) {
                return false;
            }
            throw tokens.lost(token.span(), "operator.missing", token.text());
        }
        if (!token.is(Kind.NAME)) {
            return false;
        }
        var word = token.text();
        if (Features.ofAComparison(word) != null) {
            throw tokens.lost(token.span(), String.valueOf(Features.ofAComparison(word)), word);
        }
        if (word.equals("not") || word.equals("in") || word.equals("contains")) {
            return true;
        }
        return isMisspelled(token, compared);
    }

    /** True for what probably means a word that compares; other words that stand where one should are told. */
    private boolean isMisspelled(Token token, boolean compared) {
        var next = tokens.peek(1);
        var word = token.text();
        if (word.length() > 3
                && next.is(Kind.TEXT)
                && Similar.to(word, List.of("contains")).isPresent()) {
            tokens.problems()
                    .tell(token.span(), Phrase.of("operator.unknown", word), Phrase.of("did-you-mean", "contains"));
            tokens.replace("contains");
            return true;
        }
        boolean value = next.is(Kind.TEXT) || next.is(Kind.NUMBER);
        if (value || (next.is(Kind.NAME) && !next.startsLine())) {
            throw tokens.lost(
                    token.span(), !compared ? "operator.unknown" : value ? "or.values" : "operator.and", word);
        }
        return false;
    }
}
