package dev.stempel.drl;

import dev.stempel.drl.Rule.Annotation;
import dev.stempel.drl.Token.Kind;
import dev.stempel.drl.Tokens.Lost;
import dev.stempel.problem.Similar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one rule: its name, its annotations, its conditions and its sentence. */
final class RuleParser {

    private final Tokens tokens;
    private final Problems problems;
    private boolean whole = true;

    RuleParser(Tokens tokens) {
        this.tokens = tokens;
        this.problems = tokens.problems();
    }

    /** The rule that begins here; absent when it has no name. */
    @Nullable
    Rule read() {
        var keyword = tokens.next();
        var name = name(keyword);
        var annotations = annotations();
        keyword("when", "when.missing");
        var when = new PatternParser(tokens);
        when.read();
        if (when.whole() && when.patterns().isEmpty()) {
            problems.tell(tokens.last().span().after(), "fact.missing");
        }
        keyword("then", "then.missing");
        var then = tokens.peek().span();
        var sentence = sentence();
        then = then.to(tokens.last().span());
        if (tokens.atEnd() && !tokens.last().is(";") && !tokens.last().is("end")) {
            problems.halfSaved(tokens.last().span());
            return null;
        }
        end();
        return name == null
                ? null
                : new Rule(
                        name.text(), name.span(), annotations, when.patterns(), when.whole() && whole, sentence, then);
    }

    private @Nullable Token name(Token keyword) {
        var name = tokens.peek();
        if (name.is(Kind.TEXT)) {
            if (name.text().isBlank()) {
                problems.tell(name.span(), "rule.name");
            }
            return tokens.next();
        }
        if (name.is(Kind.NAME) && !name.startsLine() && !tokens.atStructure()) {
            int start = name.span().start();
            var last = name;
            while (!tokens.peek().startsLine() && !tokens.atEnd() && !tokens.at("@")) {
                last = tokens.next();
            }
            problems.tell(new Span(start, last.span().end()), "rule.name.quotes");
        } else {
            problems.tell(keyword.span().after(), "rule.name");
        }
        return null;
    }

    private List<Annotation> annotations() {
        var annotations = new ArrayList<Annotation>();
        while (!tokens.atStructure()
                && !tokens.at("when")
                && !tokens.atPattern()
                && !isLike("when")
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
        return annotations;
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

    /** True when this word is probably a misspelled one of those that rules are built of. */
    private boolean isLike(String keyword) {
        var token = tokens.peek();
        if (!token.is(Kind.NAME)
                || !token.startsLine()
                || tokens.peek(1).is("(")
                || tokens.peek(1).is(".")) {
            return false;
        }
        return !token.text().equals(keyword)
                && Math.abs(token.text().length() - keyword.length()) <= 1
                && Similar.to(token.text(), List.of(keyword)).isPresent();
    }

    private void keyword(String keyword, String missing) {
        if (tokens.take(keyword)) {
            while (tokens.at(keyword)) {
                problems.tell(tokens.next().span(), "keyword.twice", keyword);
            }
            if (tokens.at(":") || (tokens.at(".") && !tokens.peek().startsLine())) {
                problems.tell(
                        tokens.next().span(),
                        "keyword.sign",
                        keyword,
                        tokens.last().text());
            }
            return;
        }
        if (tokens.aloneInLine() && tokens.at("else")) {
            problems.tell(tokens.next().span(), "feature.if", "else");
        } else if (isLike(keyword) || (tokens.aloneInLine() && !tokens.atStructure())) {
            problems.tell(tokens.peek().span(), "keyword", tokens.peek().text(), keyword);
            tokens.next();
        } else {
            problems.tell(tokens.last().span().after(), missing);
        }
    }

    private @Nullable Expr sentence() {
        try {
            return new SentenceParser(tokens).read();
        } catch (Lost e) {
            while (!tokens.atStructure() && !isLike("end")) {
                tokens.next();
            }
            return null;
        }
    }

    private void end() {
        if (tokens.at("then")) {
            problems.tell(tokens.peek().span(), "feature.then");
            do {
                tokens.next();
            } while (!tokens.atStructure());
        }
        keyword("end", "end.missing");
        tokens.take(";");
    }
}
