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
    private final Comments comments;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int lastLine;

    private Lexer(Source source, Problems problems) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
        comments = new Comments(source, problems);
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
        } else if (comments.isOne(at)) {
            at = comments.pass(at);
        } else if (c == '"') {
            at = new Quoted(source, problems, tokens).read(at);
        } else if (LookAlikes.QUOTES.indexOf(c) >= 0 || LookAlikes.SINGLE_QUOTES.indexOf(c) >= 0) {
            at = new Quoted(source, problems, tokens).readOtherQuotes(at);
        } else if (Character.isDigit(c)) {
            number();
        } else if (c == '$' || Character.isLetter(c) || c == '_') {
            name();
        } else if (SYMBOLS.indexOf(c) >= 0) {
            symbol();
        } else {
            strange(c);
        }
    }

    private void number() {
        int start = at;
        var digits = new Digits(text, start, problems);
        var number = digits.read();
        at = digits.end();
        add(Kind.NUMBER, number, start);
    }

    private void name() {
        int start = at;
        boolean variable = text.charAt(at) == '$';
        if (variable && text.startsWith("{", at + 1)) {
            inBraces();
            return;
        }
        var name = new StringBuilder();
        do {
            char c = text.charAt(at);
            if (LookAlikes.isHidden(c)) {
                problems.tell(new Span(at, at + 1), "character.hidden", LookAlikes.code(c));
            } else {
                name.append(c > '~' ? latin(at) : c);
            }
            at++;
        } while (at < text.length() && (isOfName(at) || (LookAlikes.isHidden(text.charAt(at)) && isOfName(at + 1))));
        add(variable ? Kind.VARIABLE : Kind.NAME, name.toString(), start);
    }

    private boolean isOfName(int offset) {
        return offset < text.length() && (Character.isLetterOrDigit(text.charAt(offset)) || text.charAt(offset) == '_');
    }

    /** A name in curly brackets, as other languages have them. */
    private void inBraces() {
        int start = at;
        int end = at + 2;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        var name = text.substring(start + 2, end);
        at = text.startsWith("}", end) ? end + 1 : end;
        problems.tell(new Span(start, at), "variable.braces", name);
        add(Kind.VARIABLE, "$" + name, start);
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
        if (LookAlikes.instead(c) != null) {
            lookAlike(start);
        } else if (c == LookAlikes.LOST) {
            problems.tell(span, "character.lost");
        } else if (LookAlikes.isHidden(c)) {
            while (at < text.length() && LookAlikes.isHidden(text.charAt(at))) {
                at++;
            }
            problems.tell(new Span(start, at), "character.hidden", LookAlikes.code(c));
        } else if (Character.getType(c) == Character.CURRENCY_SYMBOL) {
            currency(span);
        } else {
            problems.tell(span, "character.strange", Character.isSurrogate(c) ? LookAlikes.code(c) : c);
            while (at < text.length() && Character.isLowSurrogate(text.charAt(at))) {
                at++;
            }
        }
    }

    /** Signs that look like others are read as those, several of them as one. */
    private void lookAlike(int start) {
        var meant = new StringBuilder(String.valueOf(LookAlikes.instead(text.charAt(start))));
        while (at < text.length() && text.charAt(at) == text.charAt(start)) {
            meant.append(LookAlikes.instead(text.charAt(at++)));
        }
        problems.tell(new Span(start, at), "character.looks", text.substring(start, at), meant);
        add(Kind.SYMBOL, meant.toString(), start);
    }

    private void currency(Span sign) {
        boolean name = at < text.length() && Character.isLetter(text.charAt(at));
        if (name) {
            name();
            var token = tokens.remove(tokens.size() - 1);
            problems.tell(sign, "currency.name", source.text(sign), token.text());
            add(Kind.VARIABLE, "$" + token.text(), sign.start());
            return;
        }
        boolean after = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(Kind.NUMBER);
        int from = at;
        while (!after && at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        var number = after ? tokens.get(tokens.size() - 1).text() : text.substring(from, at);
        problems.tell(sign, "number.currency", source.text(sign), number.isEmpty() ? "10" : number);
        at = from;
    }

    private void add(Kind kind, String word, int start) {
        int line = source.line(start);
        tokens.add(new Token(kind, word, new Span(start, at), line != lastLine));
        lastLine = line;
    }
}
