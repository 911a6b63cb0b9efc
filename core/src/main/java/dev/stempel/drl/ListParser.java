package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what stands between brackets with commas between: the values of {@code in}, and what a word is told. */
final class ListParser {

    private final Tokens tokens;
    private int open;

    ListParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** True between the brackets, where a comma ends a value. */
    boolean isOpen() {
        return open > 0;
    }

    /** Values between brackets, with commas between them. */
    List<Expr> read(Supplier<Expr> element) {
        tokens.next();
        var values = new ArrayList<Expr>();
        open++;
        if (!tokens.at(")")) {
            do {
                values.add(element.get());
            } while (tokens.take(",") || isMissing());
        }
        tokens.expect(")", "bracket.closing");
        open--;
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
