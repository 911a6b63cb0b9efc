package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import dev.stempel.problem.Similar;
import java.util.List;

/**
 * Reads the words that rules are built of. A misspelled or missing one is told and taken as read: otherwise everything
 * after it would stand in the wrong part of the rule.
 */
final class Keywords {

    private final Tokens tokens;
    private final Problems problems;

    Keywords(Tokens tokens) {
        this.tokens = tokens;
        this.problems = tokens.problems();
    }

    /** Takes the word that should stand here. */
    void take(String keyword, String missing) {
        if (tokens.take(keyword)) {
            while (tokens.at(keyword)) {
                problems.tell(tokens.next().span(), "keyword.twice", keyword);
            }
            if (tokens.at(":") || (tokens.at(".") && !tokens.peek().startsLine())) {
                problems.tell(
                        tokens.next().span(),
                        "keyword.sign",
                        keyword,
                        tokens.last().text());
            }
            return;
        }
        if (tokens.aloneInLine() && tokens.at("else")) {
            problems.tell(tokens.next().span(), "feature.if", "else");
        } else if (isLike(keyword) || (tokens.aloneInLine() && !tokens.atStructure())) {
            problems.tell(tokens.peek().span(), "keyword", tokens.peek().text(), keyword);
            tokens.next();
        } else {
            problems.tell(tokens.last().span().after(), missing);
        }
    }

    /** True when this word is probably a misspelled form of the keyword. */
    boolean isLike(String keyword) {
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
}
