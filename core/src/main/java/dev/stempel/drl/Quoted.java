package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import java.util.List;
import java.util.Set;

/** Reads texts in quotes, and finds out where a quote is missing: at the one place where somebody has to type it. */
final class Quoted {

    private static final Set<String> BEFORE_A_TEXT = Set.of("rule", "in", "contains", "package", "when", "then");

    /** Nobody types more of them in a line, and counting them takes time. */
    private static final int MANY = 100;

    private final Source source;
    private final String text;
    private final Problems problems;
    private final List<Token> tokens;

    Quoted(Source source, Problems problems, List<Token> tokens) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
        this.tokens = tokens;
    }

    /** Reads a text that begins here; the place after it. */
    int read(int quote) {
        int line = source.endOfLine(quote);
        boolean oneMissing = quotes(quote, line) % 2 == 1;
        if (oneMissing && quote > 0 && isWord(text.charAt(quote - 1)) && !endsText(quote)) {
            return withoutOpening(quote);
        }
        int closing = text.indexOf('"', quote + 1);
        if (closing < 0 || closing >= line) {
            return withoutClosing(quote, line);
        }
        boolean opensAnother =
                oneMissing && closing + 1 < line && isWord(text.charAt(closing + 1)) && closing > quote + 1;
        if (opensAnother) {
            return withoutClosing(quote, closing);
        }
        return add(quote, quote + 1, closing, closing + 1);
    }

    private int quotes(int from, int to) {
        int quotes = 0;
        for (int i = text.indexOf('"', from); i >= 0 && i < to && quotes < MANY; i = text.indexOf('"', i + 1)) {
            quotes++;
        }
        return quotes;
    }

    /** Reads a text in quotes of a word processor, or in single ones. */
    int readOtherQuotes(int quote) {
        boolean single = LookAlikes.SINGLE_QUOTES.indexOf(text.charAt(quote)) >= 0;
        var known = single ? LookAlikes.SINGLE_QUOTES : LookAlikes.QUOTES + '"';
        problems.tell(new Span(quote, quote + 1), "quote.other", text.charAt(quote));
        int line = source.endOfLine(quote);
        for (int i = quote + 1; i < line; i++) {
            if (known.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == '"') {
                return add(quote, quote + 1, i, i + 1);
            }
        }
        return single ? quote + 1 : add(quote, quote + 1, wordsEnd(quote + 1, line), wordsEnd(quote + 1, line));
    }

    private boolean endsText(int quote) {
        return !tokens.isEmpty() && last().kind() == Kind.TEXT && last().span().end() == quote;
    }

    private Token last() {
        return tokens.get(tokens.size() - 1);
    }

    /** The words before this quote are the text: {@code category == cones"}. */
    private int withoutOpening(int quote) {
        int start = quote;
        int line = source.line(quote);
        boolean startsLine = false;
        while (!tokens.isEmpty() && belongs(last()) && source.line(last().span().start()) == line) {
            startsLine = last().startsLine();
            start = last().span().start();
            tokens.remove(tokens.size() - 1);
        }
        problems.tell(new Span(start, quote), "quote.before", text.substring(start, quote));
        tokens.add(new Token(Kind.TEXT, text.substring(start, quote), new Span(start, quote + 1), startsLine));
        return quote + 1;
    }

    private static boolean belongs(Token token) {
        return switch (token.kind()) {
            case NAME, NUMBER -> !BEFORE_A_TEXT.contains(token.text());
            case SYMBOL -> ".-/&'".contains(token.text());
            case VARIABLE, TEXT, END -> false;
        };
    }

    /** The text goes on at most until here, and no quote ends it: {@code category == "cones )}. */
    private int withoutClosing(int quote, int limit) {
        int end = quote + 1;
        boolean wholeLine = limit == source.endOfLine(quote);
        end = wholeLine && !goesOn(end, limit) ? wordsEnd(end, limit) : firstMark(end, limit);
        // Looks wrong where the text stops, not where it begins: there the quote has to be typed.
        int other = otherQuote(quote + 1, end);
        if (other > 0) {
            problems.tell(new Span(other, other + 1), "quote.other", text.charAt(other));
            return add(quote, quote + 1, other, other + 1);
        }
        problems.tell(new Span(quote, end), "quote.open", text.substring(quote + 1, end));
        return add(quote, quote + 1, end, end);
    }

    /** True when something follows the bracket that closes after this text: {@code times("review) >= 2 )}. */
    private boolean goesOn(int from, int line) {
        int closing = text.indexOf(')', from);
        boolean inBrackets = from > 1 && text.charAt(from - 2) == '(' && closing > 0 && closing < line;
        return inBrackets && (text.startsWith(") ", closing) && wordsEnd(closing, line) > closing + 1);
    }

    private int otherQuote(int from, int to) {
        for (int i = from; i < to; i++) {
            if (LookAlikes.QUOTES.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Before the brackets and marks at the end of the line. */
    private int wordsEnd(int from, int line) {
        int end = line;
        while (end > from && " \t,;)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private int firstMark(int from, int limit) {
        int end = from;
        while (end < limit && ",;)".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int add(int start, int from, int to, int end) {
        var value = text.substring(from, to);
        tellWhatIsHidden(value, from);
        boolean startsLine = tokens.isEmpty() || source.line(last().span().start()) != source.line(start);
        tokens.add(new Token(Kind.TEXT, value, new Span(start, end), startsLine));
        return end;
    }

    private void tellWhatIsHidden(String value, int from) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            var span = new Span(from + i, from + i + 1);
            if (LookAlikes.isHidden(c)) {
                problems.tell(span, "character.hidden", LookAlikes.code(c));
            } else if (c == '\\') {
                problems.tell(span, "character.backslash");
            } else if (c == LookAlikes.LOST || (Character.isSurrogate(c) && !isPair(value, i))) {
                problems.tell(span, "character.lost");
            } else if (c > '~' && LookAlikes.instead(c) != null && isForeignAmong(value, i)) {
                problems.tell(span, "character.looks", c, String.valueOf(LookAlikes.instead(c)));
            }
        }
    }

    private static boolean isPair(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    /** Within the word it stands in, not within the whole text: a text may well name a Greek dish. */
    private static boolean isForeignAmong(String value, int at) {
        int start = at;
        int end = at;
        while (start > 0 && Character.isLetter(value.charAt(start - 1)) && at - start < 40) {
            start--;
        }
        while (end < value.length() && Character.isLetter(value.charAt(end)) && end - at < 40) {
            end++;
        }
        return end > at && LookAlikes.isForeign(value.substring(start, end), at - start);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
