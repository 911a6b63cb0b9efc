package dev.stempel.drl;

import java.util.function.Supplier;

/** How deep and how long an expression is. Nobody writes or reads a bigger one, and it would only wear out the checker. */
final class Extent {

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;

    private final Tokens tokens;
    private int depth;
    private int parts;

    Extent(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads what is one level deeper than the word that opens it. */
    Expr deeper(Token token, Supplier<Expr> inner) {
        if (++depth > DEEPEST) {
            throw tokens.lost(token.span(), "bracket.deep");
        }
        var result = inner.get();
        depth--;
        return result;
    }

    /** Counts one more value or word. */
    void part(Token token) {
        if (++parts > MOST_PARTS) {
            throw tokens.lost(token.span(), "expression.long");
        }
    }
}
