package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name that a fact or one of its values is given, as in {@code $purchase : Purchase()}. The dollar, the colon
 * or both are often forgotten or written otherwise; the name is read as it is meant, so that nothing after it is unknown.
 */
final class NamingParser {

    private final Tokens tokens;
    private final Problems problems;

    NamingParser(Tokens tokens) {
        this.tokens = tokens;
        this.problems = tokens.problems();
    }

    /** The name that stands here with its colon; absent when none does. */
    @Nullable
    String read() {
        if (tokens.at("#") && tokens.peek(1).is(Kind.NAME) && tokens.peek(2).is(":")) {
            problems.tell(tokens.next().span(), "variable.dollar", tokens.peek().text());
        }
        var name = tokens.peek();
        if (name.is(Kind.VARIABLE) && tokens.peek(1).is("=")) {
            tokens.next();
            tokens.next();
            problems.tell(tokens.last().span(), "colon.other", name.text(), "=");
            return name.text();
        }
        if (!tokens.peek(1).is(":")) {
            return withoutColon(name);
        }
        if (name.is(Kind.NAME)
                && (tokens.peek(2).is(Kind.TEXT) || tokens.peek(2).is(Kind.NUMBER))) {
            problems.tell(tokens.peek(1).span(), "operator.other", ":", "==");
            tokens.replace(1, "==");
            return null;
        }
        return withColon();
    }

    private @Nullable String withoutColon(Token name) {
        if (name.is(Kind.VARIABLE)
                && tokens.peek(1).is(Kind.NAME)
                && !tokens.peek(1).startsLine()) {
            tokens.next();
            problems.tell(name.span().after(), "colon.missing", name.text());
            return name.text();
        }
        return null;
    }

    private String withColon() {
        var name = tokens.next();
        var colon = tokens.next();
        if (tokens.at(":") || tokens.at("=")) {
            var second = tokens.next();
            problems.tell(
                    second.is(":") ? second.span() : colon.span(), "colon.other", name.text(), ":" + second.text());
        }
        if (name.is(Kind.NAME)) {
            problems.tell(name.span(), "variable.dollar", name.text());
            return "$" + name.text();
        }
        if (!name.is(Kind.VARIABLE)) {
            throw tokens.lost(name.span(), "variable.expected");
        }
        return name.text();
    }
}
