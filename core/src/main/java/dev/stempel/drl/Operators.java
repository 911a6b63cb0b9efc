package dev.stempel.drl;

import dev.stempel.drl.Expr.Binary;
import dev.stempel.drl.Token.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signs that compare and calculate, from the one that binds least to the one that binds most. Who writes rules knows
 * other signs from elsewhere: what is clearly meant is told and read on, what compares nothing is refused.
 */
final class Operators {

    /** The level of the comparisons. */
    static final int COMPARISON = 2;

    private static final List<Set<String>> LEVELS = List.of(
            Set.of("||"), Set.of("&&"), Set.of("==", "!=", "<", "<=", ">", ">="), Set.of("+", "-"), Set.of("*", "/"));

    /** How many levels there are. */
    static final int DEPTH = LEVELS.size();

    private static final Map<String, String> MEANT =
            Map.of("=", "==", "=>", ">=", "=<", "<=", "<>", "!=", "&", "&&", "|", "||", "and", "&&", "or", "||");

    /** Comparisons of which the signs are doubled, turned around or apart. */
    private static final Map<String, String> PAIRS =
            Map.of("===", "==", ">=", ">=", "<=", "<=", "=!", "!=", "!==", "!=");

    private final Tokens tokens;

    Operators(Tokens tokens) {
        this.tokens = tokens;
    }

    /** True when a sign of this level stands here. */
    boolean at(int level) {
        return tokens.at(Kind.SYMBOL)
                && LEVELS.get(level).contains(tokens.peek().text());
    }

    /** What others write for a comparison is told once, and read as it is meant. */
    void correct(int level) {
        var token = tokens.peek();
        var both = token.text() + tokens.peek(1).text();
        if (level == COMPARISON && tokens.peek(1).is(Kind.SYMBOL) && PAIRS.containsKey(both)) {
            var meant = PAIRS.get(both);
            tokens.problems().tell(token.span().to(tokens.peek(1).span()), "operator.other", both, meant);
            tokens.next();
            tokens.replace(meant);
            return;
        }
        var meant = MEANT.get(token.text());
        if (meant != null
                && (token.is(Kind.SYMBOL) || token.is(Kind.NAME))
                && LEVELS.get(level).contains(meant)) {
            tokens.problems().tell(token.span(), "operator.other", token.text(), meant);
            tokens.replace(meant);
        }
    }

    /** Refuses what reads well and compares nothing: {@code store == "a" || "b"}, {@code paid-units}. */
    void refuse(int level, Expr left, Token operator) {
        boolean valueOnly = level < COMPARISON
                && (tokens.at(Kind.TEXT) || tokens.at(Kind.NUMBER))
                && (tokens.peek(1).is(",")
                        || tokens.peek(1).is(")")
                        || tokens.peek(1).is(operator.text()));
        if (valueOnly) {
            throw tokens.lost(operator.span(), "or.values", operator.text());
        }
        boolean chain = level == COMPARISON
                && left instanceof Binary before
                && LEVELS.get(COMPARISON).contains(before.operator());
        if (chain) {
            throw tokens.lost(operator.span(), "operator.chain", operator.text());
        }
        boolean hyphen = operator.is("-")
                && left instanceof Expr.Field field
                && field.span().end() == operator.span().start()
                && tokens.at(Kind.NAME)
                && operator.touches(tokens.peek());
        if (hyphen) {
            var first = ((Expr.Field) left).name();
            var second = tokens.peek().text();
            throw tokens.lost(
                    left.span().to(tokens.peek().span()),
                    "name.hyphen",
                    first + "-" + second,
                    first + Character.toUpperCase(second.charAt(0)) + second.substring(1));
        }
    }
}
