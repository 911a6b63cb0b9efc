package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import java.math.BigDecimal;

/**
 * Reads a number. Numbers are written in many ways, with commas, currencies, percent signs and points between thousands;
 * only digits with at most one decimal point mean the same to everybody.
 */
final class NumberParser {

    private static final int LONGEST = 18;

    private final Tokens tokens;
    private final boolean isSentence;

    NumberParser(Tokens tokens, boolean isSentence) {
        this.tokens = tokens;
        this.isSentence = isSentence;
    }

    /** The number whose digits stand here. */
    Expr read(boolean inList) {
        return read("", inList);
    }

    /** The negative number whose sign stands here. */
    Expr negative(boolean inList) {
        tokens.next();
        return read("-", inList);
    }

    private Expr read(String sign, boolean inList) {
        var before = tokens.last().span();
        var token = tokens.next();
        var text = token.text();
        var span = sign.isEmpty() ? token.span() : before.to(token.span());
        refuse(token, span, inList);
        currency(token, span);
        return new Expr.Numeral(new BigDecimal(sign + digits(text, span)), span);
    }

    /** Refuses what belongs to a number elsewhere: a decimal comma, a time, a percentage, a word after it. */
    private void refuse(Token token, Span span, boolean inList) {
        var text = token.text();
        var follows = tokens.peek();
        boolean decimalComma = follows.is(",") && token.touches(follows) && follows.touches(tokens.peek(1));
        if (decimalComma && tokens.peek(1).is(Kind.NUMBER) && !inList) {
            throw tokens.lost(
                    span.to(tokens.peek(1).span()),
                    "number.comma",
                    text,
                    tokens.peek(1).text());
        }
        if (follows.is(":") && tokens.peek(1).is(Kind.NUMBER)) {
            throw tokens.lost(span.to(tokens.peek(1).span()), "number.time", text);
        }
        if (isSentence
                && follows.is(Kind.NAME)
                && !follows.startsLine()
                && tokens.peek(1).is(")")) {
            throw tokens.lost(span.to(follows.span()), "number.before", text, follows.text());
        }
        if (follows.is("%")) {
            throw tokens.lost(span.to(follows.span()), "number.percent", text);
        }
    }

    /** A currency is told and left out: every amount is in the programme's own. */
    private void currency(Token token, Span span) {
        var follows = tokens.peek();
        if (isCurrency(follows) && !follows.startsLine()) {
            tokens.problems().tell(tokens.next().span(), "number.currency", follows.text(), token.text());
        } else if (follows.is(Kind.NAME) && token.touches(follows)) {
            throw tokens.lost(span.to(follows.span()), "number.letters", token.text(), follows.text());
        }
    }

    /** True for what looks like the name of a currency. */
    static boolean isCurrency(Token token) {
        return token.is(Kind.NAME) && token.text().matches("[A-Z]{3}|euros?");
    }

    private String digits(String text, Span span) {
        if (text.matches("\\d{1,3}(\\.\\d{3})+")) {
            var digits = text.replace(".", "");
            tokens.problems().tell(span, "number.thousands", text, digits);
            return digits;
        }
        if (text.indexOf('.') != text.lastIndexOf('.') || text.length() > LONGEST) {
            throw tokens.lost(span, text.length() > LONGEST ? "number.digits" : "number.not", text);
        }
        return text;
    }
}
