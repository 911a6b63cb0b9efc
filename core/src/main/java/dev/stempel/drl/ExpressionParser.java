package dev.stempel.drl;

import dev.stempel.drl.Expr.Binary;
import dev.stempel.drl.Token.Kind;
import dev.stempel.problem.Phrase;
import dev.stempel.problem.Similar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads comparisons and the words of sentences. */
final class ExpressionParser {

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_NUMBER = 18;

    private static final List<Set<String>> LEVELS = List.of(
            Set.of("||"), Set.of("&&"), Set.of("==", "!=", "<", "<=", ">", ">="), Set.of("+", "-"), Set.of("*", "/"));
    private static final int COMPARISON = 2;

    private static final Map<String, String> MEANT =
            Map.of("=", "==", "=>", ">=", "=<", "<=", "<>", "!=", "&", "&&", "|", "||", "and", "&&", "or", "||");

    /** Comparisons of which the signs are doubled, turned around or apart. */
    private static final Map<String, String> PAIRS =
            Map.of("===", "==", ">=", ">=", "<=", "<=", "=!", "!=", "!==", "!=");

    private final Tokens tokens;
    private final boolean isSentence;
    private int depth;
    private int lists;
    private int parts;

    private ExpressionParser(Tokens tokens, boolean isSentence) {
        this.tokens = tokens;
        this.isSentence = isSentence;
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

    private Expr level(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        var left = level(level + 1);
        while (true) {
            if (!isSentence) {
                correct(level);
            }
            var operator = tokens.peek();
            if (operator.is(Kind.SYMBOL) && LEVELS.get(level).contains(operator.text())) {
                if (isSentence) {
                    throw tokens.lost(operator.span(), "sentence.arithmetic", operator.text());
                }
                tokens.next();
                refuse(level, left, operator);
                left = new Binary(operator.text(), left, level(level + 1), operator.span());
            } else if (level == COMPARISON && !isSentence && isWordOperator(left)) {
                left = wordOperator(left);
            } else {
                return left;
            }
        }
    }

    /** What others write for a comparison is told once, and read as it is meant. */
    private void correct(int level) {
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
    private void refuse(int level, Expr left, Token operator) {
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

    private boolean isWordOperator(Expr left) {
        var token = tokens.peek();
        if (token.startsLine()) {
            return false;
        }
        boolean compared = left instanceof Binary || left instanceof Expr.In;
        if (token.is(Kind.TEXT) || token.is(Kind.NUMBER)) {
            if (compared) {
                return false;
            }
            throw tokens.lost(token.span(), "operator.missing", token.text());
        }
        if (!token.is(Kind.NAME)) {
            return false;
        }
        var word = token.text();
        if (Features.ofAComparison(word) != null) {
            throw tokens.lost(token.span(), String.valueOf(Features.ofAComparison(word)), word);
        }
        if (word.equals("not") || word.equals("in") || word.equals("contains")) {
            return true;
        }
        return isMisspelled(token, compared);
    }

    /** True for what probably means a word that compares; other words that stand where one should are told. */
    private boolean isMisspelled(Token token, boolean compared) {
        var next = tokens.peek(1);
        var word = token.text();
        if (word.length() > 3
                && next.is(Kind.TEXT)
                && Similar.to(word, List.of("contains")).isPresent()) {
            tokens.problems()
                    .tell(token.span(), Phrase.of("operator.unknown", word), Phrase.of("did-you-mean", "contains"));
            tokens.replace("contains");
            return true;
        }
        boolean value = next.is(Kind.TEXT) || next.is(Kind.NUMBER);
        if (value || (next.is(Kind.NAME) && !next.startsLine())) {
            throw tokens.lost(
                    token.span(), !compared ? "operator.unknown" : value ? "or.values" : "operator.and", word);
        }
        return false;
    }

    private Expr wordOperator(Expr left) {
        boolean negated = tokens.take("not");
        var operator = tokens.peek();
        if (tokens.take("contains")) {
            var contains = new Binary("contains", left, level(COMPARISON + 1), operator.span());
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
        var values = list();
        if (values.isEmpty()) {
            tokens.problems().tell(tokens.last().span(), "in.empty");
        }
        if (values.size() == 2 && values.get(0) instanceof Expr.Numeral one && one.isGluedTo(values.get(1))) {
            var both = one.span().to(values.get(1).span());
            tokens.problems().tell(both, "number.comma", one, values.get(1));
        }
        return new Expr.In(left, negated, values, operator.span());
    }

    private Expr unary() {
        var token = tokens.peek();
        if (tokens.take("!")) {
            return deeper(token, () -> new Expr.Not(unary(), token.span()));
        }
        if (token.is("(")) {
            return deeper(token, this::inBrackets);
        }
        return path();
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

    private Expr deeper(Token token, Supplier<Expr> inner) {
        if (++depth > DEEPEST) {
            throw tokens.lost(token.span(), "bracket.deep");
        }
        var result = inner.get();
        depth--;
        return result;
    }

    /** A value, and what is asked of it: {@code $purchase.goods()}, {@code points(1).per(10)}. */
    Expr path() {
        var value = value();
        while (true) {
            var token = tokens.peek();
            if (token.is(".")) {
                value = afterPoint(value);
            } else if (token.is("{") || (isSentence && token.is("["))) {
                throw tokens.lost(token.span(), "bracket.other", token.text());
            } else if (token.is("[")) {
                value = attribute(value);
            } else if (token.is("?") || token.is("#")) {
                throw tokens.lost(token.span(), token.is("?") ? "feature.choice" : "feature.cast", token.text());
            } else if (token.is("!") && tokens.peek(1).is(".")) {
                throw tokens.lost(token.span(), "point.other", "!.");
            } else if (token.is("^") || token.is("~") || token.is("%")) {
                throw tokens.lost(token.span(), "character.strange", token.text());
            } else {
                return value;
            }
        }
    }

    private Expr afterPoint(Expr value) {
        var point = tokens.next();
        if (value instanceof Expr.Numeral number) {
            throw tokens.lost(number.span().to(point.span()), "number.point.end", number);
        }
        if (value instanceof Expr.Text && !isSentence) {
            throw tokens.lost(point.span(), "comma.other", ".");
        }
        return member(value);
    }

    private Expr member(Expr owner) {
        var name = tokens.peek();
        if (++parts > MOST_PARTS) {
            throw tokens.lost(name.span(), "expression.long");
        }
        if (!name.is(Kind.NAME)) {
            throw tokens.lost(tokens.last().span().after(), "word.expected");
        }
        tokens.next();
        return named(owner, name);
    }

    private Expr named(@Nullable Expr owner, Token name) {
        return tokens.at("(")
                ? deeper(name, () -> new Expr.Word(owner, name.text(), list(), name.span()))
                : new Expr.Field(owner, name.text(), name.span());
    }

    private Expr attribute(Expr owner) {
        var opening = tokens.next();
        var key = tokens.peek();
        if (!key.is(Kind.TEXT)) {
            throw tokens.lost(key.span(), "attribute.text");
        }
        tokens.next();
        tokens.expect("]", "bracket.square");
        return new Expr.Attribute(owner, new Expr.Text(key.text(), key.span()), opening.span());
    }

    private Expr value() {
        var token = tokens.peek();
        if (++parts > MOST_PARTS) {
            throw tokens.lost(token.span(), "expression.long");
        }
        return switch (token.kind()) {
            case TEXT -> {
                tokens.next();
                yield new Expr.Text(token.text(), token.span());
            }
            case NUMBER -> number("");
            case VARIABLE -> {
                tokens.next();
                yield new Expr.Variable(token.text(), token.span());
            }
            case NAME -> {
                if (tokens.atStructure()) {
                    throw missing();
                }
                tokens.next();
                yield word(token);
            }
            case SYMBOL, END -> {
                if (token.is("-") && tokens.peek(1).is(Kind.NUMBER)) {
                    tokens.next();
                    yield number("-");
                }
                if (token.is(".") && tokens.peek(1).is(Kind.NUMBER)) {
                    throw tokens.lost(
                            token.span(),
                            "number.point.begin",
                            "0." + tokens.peek(1).text());
                }
                throw missing();
            }
        };
    }

    private Expr word(Token token) {
        return switch (token.text()) {
            case "true", "false", "null" -> new Expr.Constant(token.text(), token.span());
            case "rewards" -> new Expr.Variable(token.text(), token.span());
            case "not" -> throw tokens.lost(token.span(), "operator.not");
            case "new" -> throw tokens.lost(token.span(), "feature.new", token.text());
            default -> {
                if (token.text().matches("[A-Z]{3}|euros?") && tokens.at(Kind.NUMBER)) {
                    tokens.problems()
                            .tell(
                                    token.span(),
                                    "number.currency",
                                    token.text(),
                                    tokens.peek().text());
                    yield number("");
                }
                yield named(null, token);
            }
        };
    }

    /** What is missing here, told where it should stand. */
    private Tokens.Lost missing() {
        var token = tokens.peek();
        boolean sign = token.is(Kind.SYMBOL) && !token.startsLine() && "),;(".indexOf(token.text()) < 0;
        return sign
                ? tokens.lost(token.span(), "value.not", token.text())
                : tokens.lost(tokens.last().span().after(), "value.missing");
    }

    private Expr number(String sign) {
        var before = tokens.last().span();
        var token = tokens.next();
        var text = token.text();
        var span = sign.isEmpty() ? token.span() : before.to(token.span());
        var follows = tokens.peek();
        boolean decimalComma = follows.is(",") && token.touches(follows) && follows.touches(tokens.peek(1));
        if (decimalComma && tokens.peek(1).is(Kind.NUMBER) && lists == 0) {
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
        if (follows.is(Kind.NAME) && follows.text().matches("[A-Z]{3}|euros?") && !follows.startsLine()) {
            tokens.problems().tell(tokens.next().span(), "number.currency", follows.text(), text);
        } else if (follows.is(Kind.NAME) && token.touches(follows)) {
            throw tokens.lost(span.to(follows.span()), "number.letters", text, follows.text());
        }
        if (text.matches("\\d{1,3}(\\.\\d{3})+")) {
            tokens.problems().tell(span, "number.thousands", text, text.replace(".", ""));
            text = text.replace(".", "");
        } else if (text.indexOf('.') != text.lastIndexOf('.') || text.length() > LONGEST_NUMBER) {
            throw tokens.lost(span, text.length() > LONGEST_NUMBER ? "number.digits" : "number.not", text);
        }
        return new Expr.Numeral(new BigDecimal(sign + text), span);
    }

    /** Values between brackets, with commas between them. */
    List<Expr> list() {
        tokens.next();
        var values = new ArrayList<Expr>();
        lists++;
        if (!tokens.at(")")) {
            do {
                values.add(deeper(tokens.peek(), () -> level(isSentence ? 0 : COMPARISON + 1)));
            } while (tokens.take(",") || isMissing());
        }
        tokens.expect(")", "bracket.closing");
        lists--;
        return values;
    }

    /** True when only a comma is missing before the next value. */
    private boolean isMissing() {
        var token = tokens.peek();
        boolean other = token.is("or") || token.is(";") || token.is("|") || token.is("||");
        if (other && !tokens.peek(1).startsLine() && !tokens.peek(1).is(Kind.END)) {
            tokens.problems().tell(tokens.next().span(), "comma.other", token.text());
            return true;
        }
        boolean value = token.is(Kind.TEXT) || token.is(Kind.NUMBER) || token.is(Kind.VARIABLE);
        if (!value || token.startsLine()) {
            return false;
        }
        tokens.problems().tell(tokens.last().span().after(), "comma.missing");
        return true;
    }
}
