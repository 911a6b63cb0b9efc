package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import dev.stempel.problem.Similar;
import java.util.List;
import java.util.Set;

/** The words of a rule file, read one after the other. */
final class Tokens {

    /** Thrown when what stands here cannot be understood; it has been told by then. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("told", null, false, false);
        }
    }

    private static final Set<String> STRUCTURE = Set.of("rule", "when", "then", "end");

    private final List<Token> tokens;
    private final Problems problems;
    private int at;

    Tokens(List<Token> tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        var token = peek();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    /** The word before this one; the first word where there is none. */
    Token last() {
        return tokens.get(Math.max(0, at - 1));
    }

    boolean at(String word) {
        return peek().is(word);
    }

    boolean at(Kind kind) {
        return peek().is(kind);
    }

    boolean atEnd() {
        return at(Kind.END);
    }

    /** Takes the word when it stands here. */
    boolean take(String word) {
        if (!at(word)) {
            return false;
        }
        next();
        return true;
    }

    /** True when one of the words that rules are built of stands here, at the beginning of a line or after what it ends. */
    boolean atStructure() {
        return atEnd()
                || (at(Kind.NAME)
                        && STRUCTURE.contains(peek().text())
                        && (peek().startsLine() || (isFinished(last()) && !peek(1).is("("))));
    }

    private static boolean isFinished(Token last) {
        return last.is(")") || last.is(";") || last.is("end") || last.is("when");
    }

    /** True when a word stands alone in its line: it can only be one of those that rules are built of, misspelled. */
    boolean aloneInLine() {
        var token = peek();
        boolean word = token.is(Kind.NAME)
                && (!isFact(token) || Similar.to(token.text(), STRUCTURE).isPresent());
        return (word || token.is("}")) && token.startsLine() && (peek(1).startsLine() || peek(1).is(Kind.END));
    }

    private static boolean isFact(Token token) {
        return Character.isUpperCase(token.text().charAt(0));
    }

    /** True when a condition begins here: {@code Type(} or {@code $name : Type(}. */
    boolean atPattern() {
        return isPattern(0);
    }

    private boolean isPattern(int ahead) {
        if (peek(ahead).is(Kind.VARIABLE) && peek(ahead + 1).is(":")) {
            return isPattern(ahead + 2);
        }
        return peek(ahead).is(Kind.NAME)
                && Character.isUpperCase(peek(ahead).text().charAt(0))
                && peek(ahead + 1).is("(");
    }

    /** Reads the word that stands here as another one of its kind. */
    void replace(String meant) {
        replace(0, meant);
    }

    /** Reads a word that stands here or so many words further on as another one of its kind. */
    void replace(int ahead, String meant) {
        var token = peek(ahead);
        var kind = Character.isLetter(meant.charAt(0)) ? Kind.NAME : Kind.SYMBOL;
        tokens.set(at + ahead, new Token(kind, meant, token.span(), token.startsLine()));
    }

    /** Tells that a sign is missing right after the word before, unless it is there. */
    boolean expect(String sign, String key, Object... values) {
        if (take(sign)) {
            return true;
        }
        problems.tell(last().span().after(), key, values);
        return false;
    }

    Lost lost(Span span, String key, Object... values) {
        problems.tell(span, key, values);
        return new Lost();
    }

    Problems problems() {
        return problems;
    }

    /** Passes over brackets and what is between them; stops where a line begins with a word rules are built of. */
    void skipBrackets() {
        int depth = 0;
        while (!atStructure()) {
            if (at("(")) {
                depth++;
            } else if (at(")") && --depth <= 0) {
                next();
                return;
            }
            next();
        }
    }

    /** Passes over the rest of this line. */
    void skipLine() {
        do {
            next();
        } while (!peek().startsLine() && !atEnd());
    }
}
