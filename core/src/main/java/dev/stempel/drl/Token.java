package dev.stempel.drl;

/**
 * A word of a rule file.
 *
 * @param kind what kind of word
 * @param text the word as it is meant: of a text what stands between its quotes
 * @param span where it stands, quotes included
 * @param startsLine true when it is the first in its line
 */
record Token(Kind kind, String text, Span span, boolean startsLine) {

    enum Kind {
        NAME,
        VARIABLE,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(word);
    }

    /** True for a text that begins with a quote. */
    boolean isQuoted() {
        return kind == Kind.TEXT && span.end() - span.start() > text.length();
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** True when nothing, not even a blank, stands between this word and the next. */
    boolean touches(Token next) {
        return span.end() == next.span.start();
    }
}
