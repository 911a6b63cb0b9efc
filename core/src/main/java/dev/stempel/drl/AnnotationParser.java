package dev.stempel.drl;

import dev.stempel.drl.Rule.Annotation;
import dev.stempel.drl.Token.Kind;
import dev.stempel.drl.Tokens.Lost;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands between a rule's name and {@code when}: its annotations, and whatever was written there instead of
 * them, such as settings of the engine, which a rule file must not touch.
 */
final class AnnotationParser {

    private final Tokens tokens;
    private final Problems problems;
    private final Keywords keywords;
    private final List<Annotation> annotations = new ArrayList<>();
    private boolean whole = true;

    AnnotationParser(Tokens tokens, Keywords keywords) {
        this.tokens = tokens;
        this.problems = tokens.problems();
        this.keywords = keywords;
    }

    /** True when all of them could be read. */
    boolean whole() {
        return whole;
    }

    /** The annotations that could be read. */
    List<Annotation> annotations() {
        return annotations;
    }

    void read() {
        while (!tokens.atStructure()
                && !tokens.at("when")
                && !tokens.atPattern()
                && !keywords.isLike("when")
                && !isInsteadOfWhen()) {
            try {
                if (tokens.at("@")) {
                    annotations.add(annotation());
                } else {
                    setting();
                }
            } catch (Lost e) {
                whole = false;
                skipToNext();
            }
        }
    }

    /** A word alone in its line, unless it is a setting of the engine. */
    private boolean isInsteadOfWhen() {
        return tokens.aloneInLine()
                && Features.ofARule(tokens.peek().text()) == null
                && !tokens.peek(1).is("@");
    }

    private void skipToNext() {
        while (!tokens.atStructure() && !tokens.at("when") && !tokens.at("@") && !tokens.atPattern()) {
            tokens.next();
        }
    }

    private Annotation annotation() {
        var at = tokens.next();
        var name = tokens.peek();
        if (!name.is(Kind.NAME) || name.startsLine()) {
            throw tokens.lost(at.span(), "annotation.name");
        }
        tokens.next();
        var span = at.span().to(name.span());
        if (tokens.at("=")) {
            problems.tell(tokens.next().span(), "annotation.bracket", name.text());
        } else if (!tokens.take("(")) {
            if (!tokens.at(Kind.TEXT)) {
                return new Annotation(name.text(), "", span, span.after());
            }
            problems.tell(tokens.last().span().after(), "annotation.bracket", name.text());
        }
        var value = value(name);
        if (!tokens.take(")") && !problems.has(new Span(value.start() - 1, value.end()))) {
            problems.tell(tokens.last().span().after(), "bracket.closing");
        }
        return new Annotation(name.text(), problems.source().text(value), span, value);
    }

    /** Where the annotation's text stands, without its quotes. */
    private Span value(Token name) {
        var value = tokens.peek();
        boolean whole = tokens.peek(1).is(")")
                || tokens.peek(1).startsLine()
                || tokens.peek(1).is("@");
        if (value.is(Kind.TEXT)) {
            tokens.next();
            int end = value.span().start() + 1 + value.text().length();
            return new Span(value.span().start() + (value.isQuoted() ? 1 : 0), end - (value.isQuoted() ? 0 : 1));
        }
        if (value.is("-") && tokens.peek(1).is(Kind.NUMBER)) {
            tokens.next();
            return value.span().to(tokens.next().span());
        }
        if (value.is(Kind.NUMBER) && whole) {
            return tokens.next().span();
        }
        problems.tell(value.span(), "annotation.text", name.text());
        var last = value;
        while (!tokens.at(")") && !tokens.peek().startsLine() && !tokens.at("@") && !tokens.atEnd()) {
            last = tokens.next();
        }
        return value.span().to(last.span());
    }

    /** Something between the rule's name and {@code when} that is no annotation. */
    private void setting() {
        var first = tokens.next();
        var word = new StringBuilder(first.text());
        var span = first.span();
        while (tokens.at("-") && tokens.peek(1).is(Kind.NAME)) {
            tokens.next();
            var part = tokens.next();
            word.append('-').append(part.text());
            span = span.to(part.span());
        }
        var feature = Features.ofARule(word.toString());
        if (feature != null) {
            problems.tell(span, feature, word);
            while (!tokens.peek().startsLine() && !tokens.at("@") && !tokens.at("when") && !tokens.atEnd()) {
                tokens.next();
            }
            return;
        }
        whole = false;
        boolean annotation = first.is(Kind.NAME) && tokens.at("(");
        throw annotation
                ? tokens.lost(span, "annotation.at", word)
                : tokens.lost(span, "annotation.not", first.is(Kind.TEXT) ? "\"" + word + "\"" : word);
    }
}
