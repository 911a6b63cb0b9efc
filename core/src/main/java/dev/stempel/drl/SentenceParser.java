package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import dev.stempel.drl.Tokens.Lost;
import dev.stempel.problem.Similar;
import java.util.List;

/**
 * Reads a rule's {@code then} part: exactly one sentence, made of words, texts, numbers and the names of the {@code when}
 * part. Anything else is refused, so that a rule file can say what to give and nothing more.
 */
final class SentenceParser {

    private final Tokens tokens;

    SentenceParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Expr read() {
        var first = tokens.peek();
        if (tokens.atStructure() || first.is(";")) {
            throw tokens.lost(
                    first.is(";") ? first.span() : tokens.last().span().after(), "sentence.missing");
        }
        refuse(first);
        if (first.is(Kind.SYMBOL)) {
            throw tokens.lost(first.span(), "sentence.rewards");
        }
        if (first.is("rewards")
                && tokens.peek(1).is(Kind.NAME)
                && !tokens.peek(1).startsLine()) {
            throw tokens.lost(first.span().after(), "point.missing");
        }
        var sentence = ExpressionParser.ofSentence(tokens).path();
        sentence = joinedByPoints(sentence);
        end();
        return sentence;
    }

    private void refuse(Token first) {
        if (first.is("[")) {
            throw tokens.lost(first.span(), "feature.then");
        }
        var feature = Features.ofASentence(first.text());
        if (feature != null) {
            throw tokens.lost(first.span(), feature, first.text());
        }
        boolean misspelled = first.is(Kind.NAME)
                && !first.is("rewards")
                && tokens.peek(1).is(".")
                && Similar.to(first.text(), List.of("rewards")).isPresent();
        if (misspelled) {
            tokens.problems().tell(first.span(), "keyword", first.text(), "rewards");
            tokens.replace("rewards");
            return;
        }
        if (first.is("rewards")) {
            return;
        }
        boolean statement =
                first.is(Kind.NAME) && (tokens.peek(1).is(".") || tokens.peek(1).is(";"));
        statement |= first.is(Kind.NAME)
                && (tokens.peek(1).is(Kind.NAME)
                        || tokens.peek(1).is("=")
                        || Character.isUpperCase(first.text().charAt(0)));
        if (statement
                || first.is("{")
                || (first.is(Kind.VARIABLE) && tokens.peek(1).is("."))) {
            throw tokens.lost(first.span(), "feature.statement");
        }
    }

    /** A point that is missing between two words is told, and the sentence read on. */
    private Expr joinedByPoints(Expr sentence) {
        if (tokens.at(Kind.NAME)
                && !tokens.atStructure()
                && !tokens.peek().startsLine()
                && tokens.peek(1).is("(")) {
            throw sentence instanceof Expr.Field field
                    ? tokens.lost(tokens.last().span().after(), "bracket.opening", field.name())
                    : tokens.lost(tokens.last().span().after(), "point.missing");
        }
        return sentence;
    }

    private void end() {
        if (tokens.at(")")) {
            throw tokens.lost(tokens.peek().span(), "bracket.extra", ")");
        }
        if (!tokens.at(";") && !tokens.peek().startsLine() && !tokens.atEnd()) {
            throw notAllowed();
        }
        tokens.expect(";", "semicolon.missing");
        if (tokens.aloneInLine()) {
            return;
        }
        while (tokens.at(";")) {
            tokens.problems().tell(tokens.next().span(), "semicolon.twice");
        }
        if (tokens.at("end") || tokens.atStructure()) {
            return;
        }
        if (tokens.at("rewards")) {
            throw tokens.lost(tokens.peek().span(), "sentence.second");
        }
        if (!tokens.at(Kind.NAME)
                || tokens.peek(1).is("(")
                || tokens.peek(1).is(".")
                || tokens.peek(1).is("=")) {
            throw tokens.lost(
                    tokens.peek().span(), "sentence.more", tokens.peek().text());
        }
    }

    private Lost notAllowed() {
        var token = tokens.peek();
        boolean arithmetic = token.is("*") || token.is("/") || token.is("+") || token.is("-");
        return tokens.lost(token.span(), arithmetic ? "sentence.arithmetic" : "sentence.sign", token.text());
    }
}
