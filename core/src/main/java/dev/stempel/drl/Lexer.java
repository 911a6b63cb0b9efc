package dev.stempel.drl;

import dev.stempel.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a rule file into words, in one pass. What it cannot read it tells and leaves out, or reads as it was meant. */
final class Lexer {

    private static final List<String> LONG_SYMBOLS = List.of("==", "!=", "<=", ">=", "&&", "||", "=>", "=<", "<>");
    private static final String SYMBOLS = "(){}[],;:.@<>=!&|+-*/%?~^#\\";

    private final Source source;
    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int lastLine;

    private Lexer(Source source, Problems problems) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
    }

    /** The words of a file; the last one is its end. */
    static List<Token> words(Source source, Problems problems) {
        var lexer = new Lexer(source, problems);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "", lexer.at);
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            at++;
        } else if (text.startsWith("//", at)) {
            comment(source.endOfLine(at));
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"') {
            at = new Quoted(source, problems, tokens).read(at);
        } else if (LookAlikes.QUOTES.indexOf(c) >= 0 || LookAlikes.SINGLE_QUOTES.indexOf(c) >= 0) {
            at = new Quoted(source, problems, tokens).readOtherQuotes(at);
        } else if (isDigit(c)) {
            number();
        } else if (c == '$' || Character.isLetter(c) || c == '_') {
            name();
        } else if (SYMBOLS.indexOf(c) >= 0) {
            symbol();
        } else {
            strange(c);
        }
    }

    private void comment(int end) {
        for (int i = at; i < end; i++) {
            tellIfHarmful(i);
        }
        at = end;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problems.tell(new Span(at, at + 2), "comment.open");
        }
        comment(end < 0 ? text.length() : end + 2);
    }

    /** A comment may hold what it likes, except what changes how the file around it looks, or shows that it is damaged. */
    private void tellIfHarmful(int i) {
        if (LookAlikes.turnsAround(text.charAt(i)) || text.charAt(i) == 0) {
            problems.tell(new Span(i, i + 1), "character.hidden", code(text.charAt(i)));
        } else if (text.charAt(i) == LookAlikes.LOST) {
            problems.tell(new Span(i, i + 1), "character.lost");
        }
    }

    private void number() {
        int start = at;
        digits();
        while (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        add(Kind.NUMBER, text.substring(start, at), start);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void name() {
        int start = at;
        boolean variable = text.charAt(at) == '$';
        do {
            at++;
        } while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_'));
        var name = new StringBuilder(text.substring(start, at));
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > '~') {
                name.setCharAt(i, latin(start + i));
            }
        }
        add(variable ? Kind.VARIABLE : Kind.NAME, name.toString(), start);
    }

    /** Names are written in plain letters; what looks like one is read as that one, so that it is told once. */
    private char latin(int offset) {
        char c = text.charAt(offset);
        var instead = LookAlikes.instead(c);
        if (instead == null) {
            problems.tell(new Span(offset, offset + 1), "character.letter", c);
            return 'x';
        }
        problems.tell(new Span(offset, offset + 1), "character.looks", c, instead);
        return instead.charAt(0);
    }

    private void symbol() {
        int start = at;
        for (var symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += 2;
                add(Kind.SYMBOL, symbol, start);
                return;
            }
        }
        at++;
        add(Kind.SYMBOL, text.substring(start, at), start);
    }

    private void strange(char c) {
        int start = at++;
        var span = new Span(start, at);
        var instead = LookAlikes.instead(c);
        if (instead != null) {
            problems.tell(span, "character.looks", c, instead);
            add(Kind.SYMBOL, instead, start);
        } else if (c == LookAlikes.LOST) {
            problems.tell(span, "character.lost");
        } else if (LookAlikes.isHidden(c)) {
            while (at < text.length() && LookAlikes.isHidden(text.charAt(at))) {
                at++;
            }
            problems.tell(new Span(start, at), "character.hidden", code(c));
        } else {
            problems.tell(span, "character.strange", Character.isSurrogate(c) ? code(c) : c);
            while (at < text.length() && Character.isLowSurrogate(text.charAt(at))) {
                at++;
            }
        }
    }

    static String code(char c) {
        return String.format("U+%04X", (int) c);
    }

    private void add(Kind kind, String word, int start) {
        int line = source.line(start);
        tokens.add(new Token(kind, word, new Span(start, at), line != lastLine));
        lastLine = line;
    }
}
