package dev.stempel.drl;

import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import dev.stempel.drl.Token.Kind;
import dev.stempel.drl.Tokens.Lost;
import java.util.ArrayList;
import java.util.List;

/** Reads the conditions of a rule: what stands between {@code when} and {@code then}. */
final class PatternParser {

    private final Tokens tokens;
    private final Problems problems;
    private final NamingParser naming;
    private final ConstraintParser constraints;
    private final List<Pattern> patterns = new ArrayList<>();
    private boolean whole = true;

    PatternParser(Tokens tokens) {
        this.tokens = tokens;
        this.problems = tokens.problems();
        this.naming = new NamingParser(tokens);
        this.constraints = new ConstraintParser(tokens, naming);
    }

    /** The conditions that could be read. */
    List<Pattern> patterns() {
        return patterns;
    }

    /** True when all of them could be read. */
    boolean whole() {
        return whole && constraints.whole();
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
        var variable = naming.read();
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
        return new Pattern(quantifier, variable, type.text(), type.span(), constraints.read());
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
