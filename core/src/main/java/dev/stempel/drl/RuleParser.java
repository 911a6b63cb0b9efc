package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import dev.stempel.drl.Tokens.Lost;
import org.jspecify.annotations.Nullable;

/** Reads one rule: its name, its annotations, its conditions and its sentence. */
final class RuleParser {

    private final Tokens tokens;
    private final Problems problems;
    private final Keywords keywords;

    RuleParser(Tokens tokens) {
        this.tokens = tokens;
        this.problems = tokens.problems();
        this.keywords = new Keywords(tokens);
    }

    /** The rule that begins here; absent when it has no name. */
    @Nullable
    Rule read() {
        var keyword = tokens.next();
        var name = name(keyword);
        var head = new AnnotationParser(tokens, keywords);
        head.read();
        keywords.take("when", "when.missing");
        var when = new PatternParser(tokens);
        when.read();
        if (when.whole() && when.patterns().isEmpty()) {
            problems.tell(tokens.last().span().after(), "fact.missing");
        }
        keywords.take("then", "then.missing");
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
                        name.text(),
                        name.span(),
                        head.annotations(),
                        when.patterns(),
                        when.whole() && head.whole(),
                        sentence,
                        then);
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

    private @Nullable Expr sentence() {
        try {
            return new SentenceParser(tokens).read();
        } catch (Lost e) {
            while (!tokens.atStructure() && !keywords.isLike("end")) {
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
        keywords.take("end", "end.missing");
        tokens.take(";");
    }
}
