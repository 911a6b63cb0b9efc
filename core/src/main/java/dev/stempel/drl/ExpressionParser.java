package dev.stempel.drl;

import dev.stempel.drl.Expr.Binary;
import dev.stempel.drl.Token.Kind;

/** Reads comparisons and the words of sentences: what is joined, compared, negated and put in brackets. */
final class ExpressionParser {

    private final Tokens tokens;
    private final boolean isSentence;
    private final Operators operators;
    private final WordOperators wordOperators;
    private final Extent extent;
    private final ValueParser values;

    private ExpressionParser(Tokens tokens, boolean isSentence) {
        this.tokens = tokens;
        this.isSentence = isSentence;
        this.operators = new Operators(tokens);
        this.wordOperators = new WordOperators(tokens);
        this.extent = new Extent(tokens);
        this.values = new ValueParser(tokens, isSentence, extent, isSentence ? this::condition : this::operand);
    }

    static ExpressionParser ofCondition(Tokens tokens) {
        return new ExpressionParser(tokens, false);
    }

    /** One that knows words and values, and no comparisons. */
    static ExpressionParser ofSentence(Tokens tokens) {
        return new ExpressionParser(tokens, true);
    }

    /** A condition of any kind. */
    Expr condition() {
        return level(0);
    }

    /** A value, and what is asked of it: {@code $purchase.goods()}, {@code points(1).per(10)}. */
    Expr path() {
        return values.path();
    }

    /** What stands on one side of a comparison. */
    private Expr operand() {
        return level(Operators.COMPARISON + 1);
    }

    private Expr level(int level) {
        if (level == Operators.DEPTH) {
            return unary();
        }
        var left = level(level + 1);
        while (true) {
            if (!isSentence) {
                operators.correct(level);
            }
            var operator = tokens.peek();
            if (operators.at(level)) {
                if (isSentence) {
                    throw tokens.lost(operator.span(), "sentence.arithmetic", operator.text());
                }
                tokens.next();
                operators.refuse(level, left, operator);
                left = new Binary(operator.text(), left, level(level + 1), operator.span());
            } else if (level == Operators.COMPARISON && !isSentence && wordOperators.at(left)) {
                left = wordOperator(left);
            } else {
                return left;
            }
        }
    }

    private Expr wordOperator(Expr left) {
        boolean negated = tokens.take("not");
        var operator = tokens.peek();
        if (tokens.take("contains")) {
            var contains = new Binary("contains", left, operand(), operator.span());
            return negated ? new Expr.Not(contains, operator.span()) : contains;
        }
        if (!tokens.take("in")) {
            var word = operator.text();
            var feature = Features.ofAComparison(word);
            throw feature == null
                    ? tokens.lost(tokens.last().span(), "operator.not")
                    : tokens.lost(operator.span(), feature, word);
        }
        if (!tokens.at("(")) {
            throw tokens.lost(tokens.last().span().after(), "in.bracket");
        }
        var listed = values.list();
        if (listed.isEmpty()) {
            tokens.problems().tell(tokens.last().span(), "in.empty");
        }
        if (listed.size() == 2 && listed.get(0) instanceof Expr.Numeral one && one.isGluedTo(listed.get(1))) {
            var both = one.span().to(listed.get(1).span());
            tokens.problems().tell(both, "number.comma", one, listed.get(1));
        }
        return new Expr.In(left, negated, listed, operator.span());
    }

    private Expr unary() {
        var token = tokens.peek();
        if (tokens.take("!")) {
            return extent.deeper(token, () -> new Expr.Not(unary(), token.span()));
        }
        if (token.is("(")) {
            return extent.deeper(token, this::inBrackets);
        }
        return values.path();
    }

    private Expr inBrackets() {
        var opening = tokens.next();
        boolean cast = tokens.at(Kind.NAME)
                && tokens.peek(1).is(")")
                && !tokens.peek(2).is(Kind.SYMBOL);
        if (cast) {
            throw tokens.lost(
                    opening.span(), "feature.cast", "(" + tokens.peek().text() + ")");
        }
        var inner = condition();
        if (tokens.at(",")) {
            throw tokens.lost(opening.span(), "bracket.extra", "(");
        }
        tokens.expect(")", "bracket.closing");
        return inner;
    }
}
