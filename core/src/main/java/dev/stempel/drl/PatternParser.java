package dev.stempel.drl;

import dev.stempel.drl.Rule.Constraint;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import dev.stempel.drl.Token.Kind;
import dev.stempel.drl.Tokens.Lost;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule: what stands between {@code when} and {@code then}. */
final class PatternParser {

    private static final int MOST_CONSTRAINTS = 50;

    private final Tokens tokens;
    private final Problems problems;
    private final List<Pattern> patterns = new ArrayList<>();
    private boolean whole = true;

    PatternParser(Tokens tokens) {
        this.tokens = tokens;
        this.problems = tokens.problems();
    }

    /** The conditions that could be read. */
    List<Pattern> patterns() {
        return patterns;
    }

    /** True when all of them could be read. */
    boolean whole() {
        return whole;
    }

    void read() {
        while (!tokens.atStructure() && !tokens.at("rewards") && !tokens.aloneInLine()) {
            try {
                read(Quantifier.THERE);
            } catch (Lost e) {
                whole = false;
                skip();
            }
        }
    }

    /** To where the next condition may begin. */
    private void skip() {
        while (!tokens.atStructure() && !(tokens.peek().startsLine() && tokens.atPattern()) && !tokens.at("rewards")) {
            tokens.next();
        }
    }

    private void read(Quantifier quantifier) {
        var token = tokens.peek();
        if (tokens.take("and") || tokens.take("&&")) {
            return;
        }
        if (tokens.at("not") || tokens.at("exists")) {
            quantified(tokens.next().is("not") ? Quantifier.NOT : Quantifier.EXISTS);
            return;
        }
        refuse(token);
        patterns.add(pattern(quantifier));
        afterPattern();
    }

    private void refuse(Token token) {
        var feature = Features.ofACondition(token.text());
        if (feature != null && !token.is(Kind.TEXT) && !tokens.atPattern()) {
            problems.tell(token.span(), feature, token.text());
            tokens.next();
            whole = false;
            if (tokens.at("(")) {
                tokens.skipBrackets();
            }
            throw new Lost();
        }
        if (token.is("@")) {
            problems.tell(token.span(), "annotation.place");
            tokens.skipLine();
            throw new Lost();
        }
        if (token.is("/")) {
            throw tokens.lost(token.span(), "feature.path");
        }
        if (token.is(")")) {
            problems.tell(token.span(), "bracket.extra", ")");
            tokens.next();
            throw new Lost();
        }
        if (token.is("(")) {
            throw tokens.lost(token.span(), "feature.nested");
        }
        if (token.is(",") || token.is(";")) {
            throw tokens.lost(token.span(), "condition.comma", token.text());
        }
    }

    private void quantified(Quantifier quantifier) {
        boolean bracket = tokens.at("(");
        if (bracket) {
            tokens.next();
        }
        var token = tokens.peek();
        if (token.is("not") || token.is("exists") || token.is("(")) {
            throw tokens.lost(token.span(), "feature.nested");
        }
        refuse(token);
        patterns.add(pattern(quantifier));
        if (bracket) {
            if (!tokens.at(")") && !tokens.atStructure()) {
                throw tokens.lost(tokens.peek().span(), "feature.nested");
            }
            tokens.expect(")", "bracket.closing");
        }
        afterPattern();
    }

    private Pattern pattern(Quantifier quantifier) {
        var variable = variable();
        var type = tokens.peek();
        if (!type.is(Kind.NAME) || tokens.atStructure()) {
            throw type.startsLine() || tokens.atEnd()
                    ? tokens.lost(tokens.last().span().after(), "fact.missing")
                    : tokens.lost(type.span(), "fact.expected", type.text());
        }
        tokens.next();
        while (tokens.at(".") && tokens.peek(1).is(Kind.NAME)) {
            problems.tell(type.span(), "fact.qualified");
            tokens.next();
            type = tokens.next();
        }
        if (tokens.at("[") || tokens.at("{")) {
            throw tokens.lost(
                    tokens.peek().span(), "bracket.other", tokens.peek().text());
        }
        if (!tokens.expect("(", "bracket.opening", type.text()) && tokens.peek().startsLine()) {
            whole = false;
            return new Pattern(quantifier, variable, type.text(), type.span(), List.of());
        }
        return new Pattern(quantifier, variable, type.text(), type.span(), constraints());
    }

    /** The name before the colon. */
    private @Nullable String variable() {
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
        boolean named = tokens.peek(1).is(":");
        if (named
                && name.is(Kind.NAME)
                && (tokens.peek(2).is(Kind.TEXT) || tokens.peek(2).is(Kind.NUMBER))) {
            problems.tell(tokens.peek(1).span(), "operator.other", ":", "==");
            tokens.replace(1, "==");
            return null;
        }
        if (!named) {
            if (name.is(Kind.VARIABLE)
                    && tokens.peek(1).is(Kind.NAME)
                    && !tokens.peek(1).startsLine()) {
                tokens.next();
                problems.tell(name.span().after(), "colon.missing", name.text());
                return name.text();
            }
            return null;
        }
        tokens.next();
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

    private List<Constraint> constraints() {
        var constraints = new ArrayList<Constraint>();
        if (tokens.take(")")) {
            return constraints;
        }
        while (true) {
            try {
                var first = tokens.peek().span();
                var variable = variable();
                var expression = ExpressionParser.ofCondition(tokens).condition();
                if (constraints.size() == MOST_CONSTRAINTS) {
                    throw tokens.lost(first, "expression.long");
                }
                constraints.add(new Constraint(
                        variable, expression, first.to(tokens.last().span())));
            } catch (Lost e) {
                whole = false;
                skipConstraint();
            }
            if (tokens.take(",")) {
                while (tokens.at(",")) {
                    problems.tell(tokens.next().span(), "comma.extra");
                }
                if (tokens.at(")")) {
                    problems.tell(tokens.last().span(), "comma.extra");
                    tokens.next();
                    return constraints;
                }
                continue;
            }
            if (tokens.take(")")) {
                return constraints;
            }
            boolean next = !tokens.peek().startsLine()
                    && (tokens.at(Kind.NAME) || tokens.at(Kind.VARIABLE))
                    && !tokens.atStructure()
                    && !tokens.at("rewards");
            if (!next) {
                endOfConstraints();
                return constraints;
            }
            problems.tell(tokens.last().span().after(), "comma.missing");
        }
    }

    private void endOfConstraints() {
        var token = tokens.peek();
        if (token.startsLine() || tokens.atEnd()) {
            problems.tell(tokens.last().span().after(), "bracket.closing");
            return;
        }
        whole = false;
        problems.tell(token.span(), "condition.not", token.text());
        tokens.skipBrackets();
    }

    /** To the comma or bracket after a condition that could not be read. */
    private void skipConstraint() {
        int depth = 0;
        while (!tokens.atStructure() && !(tokens.peek().startsLine() && tokens.atPattern())) {
            if (depth == 0 && (tokens.at(",") || tokens.at(")") || tokens.at(";"))) {
                return;
            }
            depth += tokens.at("(") ? 1 : tokens.at(")") ? -1 : 0;
            tokens.next();
        }
    }

    private void afterPattern() {
        var token = tokens.peek();
        if (token.startsLine() || !token.is(Kind.NAME)) {
            return;
        }
        var feature = Features.ofACondition(token.text());
        if (feature != null) {
            whole = false;
            problems.tell(token.span(), feature, token.text());
            tokens.skipLine();
        }
    }
}
