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
        keyword("then", "then.missing");
        var sentence = sentence();
        if (tokens.atEnd() && !tokens.last().is(";") && !tokens.last().is("end")) {
            problems.halfSaved(tokens.last().span());
            return null;
        }
        end();
        return name == null
                ? null
                : new Rule(name.text(), name.span(), annotations, when.patterns(), when.whole(), sentence);
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
        while (!tokens.atStructure() && !tokens.at("when") && !tokens.atPattern() && !isLike("when")) {
            try {
                if (tokens.at("@")) {
                    annotations.add(annotation());
                } else {
                    setting();
                }
            } catch (Lost e) {
                skipToNext();
            }
        }
        return annotations;
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
        if (!tokens.expect("(", "annotation.bracket", name.text()) && !tokens.at(Kind.TEXT)) {
            throw new Lost();
        }
        var value = tokens.peek();
        if (!value.is(Kind.TEXT) && !value.is(Kind.NUMBER) && !value.is("-")) {
            throw tokens.lost(value.span(), "annotation.text", name.text());
        }
        tokens.next();
        var text = value.is("-") ? "-" + tokens.next().text() : value.text();
        boolean quoted = value.is(Kind.TEXT);
        int start = value.span().start() + (quoted ? 1 : 0);
        var where = new Span(start, start + text.length());
        if (!tokens.expect(")", "bracket.closing") && !tokens.peek().startsLine() && !tokens.at("@")) {
            throw new Lost();
        }
        return new Annotation(name.text(), text, span, where);
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
            return;
        }
        if (isLike(keyword)) {
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
