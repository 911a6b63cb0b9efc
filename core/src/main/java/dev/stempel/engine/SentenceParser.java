package dev.stempel.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a rule's {@code then} part: exactly one sentence, made of words, texts, whole numbers and the variables of the
 * {@code when} part. Anything else is refused, so that a rule file can say what to give and nothing more.
 */
final class SentenceParser {

    private static final int MAX_DEPTH = 8;

    private final String text;
    private final int end;
    private int at;
    private int depth;

    private SentenceParser(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** What is wrong with a sentence, and where. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int offset;

        Unreadable(int offset, String message) {
            super(message);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    static Call parse(String text, int start, int end) {
        var parser = new SentenceParser(text, start, end);
        var sentence = parser.expression();
        parser.expect(';', "The sentence does not end with \";\". Maybe it is missing, or a bracket is?");
        parser.skipBlanks();
        if (parser.at < end) {
            throw parser.unreadable("Something follows the sentence. Maybe write it as a rule of its own?");
        }
        return sentence;
    }

    private Call expression() {
        if (++depth > MAX_DEPTH) {
            throw unreadable("The brackets are nested too deeply. Maybe one is not closed?");
        }
        skipBlanks();
        int start = at;
        Call result = primary();
        while (peek('.')) {
            at++;
            skipBlanks();
            int word = at;
            result = new Call.Word(result, identifier(), arguments(), word);
        }
        if (at == start) {
            throw unreadable("The sentence is empty. Maybe write rewards.give( … );?");
        }
        depth--;
        return result;
    }

    private Call primary() {
        skipBlanks();
        int start = at;
        if (at < end && text.charAt(at) == '"') {
            return new Call.Text(string(), start);
        }
        if (at < end && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            return new Call.Whole(number(), start);
        }
        var name = identifier();
        if (name.startsWith("$") || name.equals("rewards")) {
            return new Call.Variable(name, start);
        }
        return new Call.Word(null, name, arguments(), start);
    }

    private String identifier() {
        skipBlanks();
        int start = at;
        while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (start == at) {
            throw unreadable("A word, a number or a text in double quotes is expected here. Maybe a quote is missing?");
        }
        return text.substring(start, at);
    }

    private String string() {
        int start = ++at;
        while (at < end && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' || text.charAt(at) == '\n') {
                throw unreadable("The text in quotes is not closed. Maybe a double quote is missing?");
            }
            at++;
        }
        if (at == end) {
            throw unreadable("The text in quotes is not closed. Maybe a double quote is missing?");
        }
        return text.substring(start, at++);
    }

    private long number() {
        int start = at++;
        while (at < end && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at < end
                && (text.charAt(at) == '.' || text.charAt(at) == ',')
                && at + 1 < end
                && Character.isDigit(text.charAt(at + 1))) {
            throw new Unreadable(
                    start, "A number with decimals has to stand in quotes. Maybe write \"2.50\", with a point?");
        }
        try {
            return Long.parseLong(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw new Unreadable(start, text.substring(start, at) + " is not a number. Maybe it is too long?");
        }
    }

    private List<Call> arguments() {
        expect('(', "\"(\" is expected here. Maybe the brackets are missing?");
        var arguments = new ArrayList<Call>();
        skipBlanks();
        if (!peek(')')) {
            arguments.add(expression());
            while (peek(',')) {
                at++;
                arguments.add(expression());
            }
        }
        expect(')', "\")\" is expected here. Maybe a bracket or a comma is missing?");
        return arguments;
    }

    private boolean peek(char wanted) {
        skipBlanks();
        return at < end && text.charAt(at) == wanted;
    }

    private void expect(char wanted, String otherwise) {
        if (!peek(wanted)) {
            throw unreadable(otherwise);
        }
        at++;
    }

    private void skipBlanks() {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Unreadable unreadable(String message) {
        return new Unreadable(Math.min(at, end - 1), message);
    }
}
