package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import dev.stempel.drl.Tokens.Lost;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value and what is asked of it. Conditions and sentences share it: they know the same texts, numbers, names and
 * words, and differ only in what may stand between values and around them.
 */
final class ValueParser {

    private final Tokens tokens;
    private final boolean isSentence;
    private final Extent extent;
    private final Supplier<Expr> element;
    private final NumberParser numbers;
    private final ListParser lists;

    /**
     * One for a condition or a sentence.
     *
     * @param element reads one element of a list
     */
    ValueParser(Tokens tokens, boolean isSentence, Extent extent, Supplier<Expr> element) {
        this.tokens = tokens;
        this.isSentence = isSentence;
        this.extent = extent;
        this.element = element;
        this.numbers = new NumberParser(tokens, isSentence);
        this.lists = new ListParser(tokens);
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
        extent.part(name);
        if (!name.is(Kind.NAME)) {
            throw tokens.lost(tokens.last().span().after(), "word.expected");
        }
        tokens.next();
        return named(owner, name);
    }

    private Expr named(@Nullable Expr owner, Token name) {
        return tokens.at("(")
                ? extent.deeper(name, () -> new Expr.Word(owner, name.text(), list(), name.span()))
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

    /** Values between brackets, with commas between them. */
    List<Expr> list() {
        return lists.read(() -> extent.deeper(tokens.peek(), element));
    }

    private Expr value() {
        var token = tokens.peek();
        extent.part(token);
        return switch (token.kind()) {
            case TEXT -> {
                tokens.next();
                yield new Expr.Text(token.text(), token.span());
            }
            case NUMBER -> numbers.read(lists.isOpen());
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
                    yield numbers.negative(lists.isOpen());
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
                if (NumberParser.isCurrency(token) && tokens.at(Kind.NUMBER)) {
                    tokens.problems()
                            .tell(
                                    token.span(),
                                    "number.currency",
                                    token.text(),
                                    tokens.peek().text());
                    yield numbers.read(lists.isOpen());
                }
                yield named(null, token);
            }
        };
    }

    /** What is missing here, told where it should stand. */
    private Lost missing() {
        var token = tokens.peek();
        boolean sign = token.is(Kind.SYMBOL) && !token.startsLine() && "),;(".indexOf(token.text()) < 0;
        return sign
                ? tokens.lost(token.span(), "value.not", token.text())
                : tokens.lost(tokens.last().span().after(), "value.missing");
    }
}
