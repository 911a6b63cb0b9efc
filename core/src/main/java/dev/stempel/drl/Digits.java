package dev.stempel.drl;

/** Reads a number, digit by digit, in whatever script; what marks its thousands is told and left out. Used once. */
final class Digits {

    private final String text;
    private final Problems problems;
    private final StringBuilder number = new StringBuilder();
    private final int start;
    private int at;

    Digits(String text, int start, Problems problems) {
        this.text = text;
        this.start = start;
        this.problems = problems;
        at = start;
    }

    /** The number that begins here, in plain digits. */
    String read() {
        some();
        while (isBeforeADigit(".")) {
            number.append('.');
            at++;
            some();
        }
        boolean marked = isBeforeADigit("'’");
        while (isBeforeADigit("'’")) {
            at++;
            some();
        }
        if (marked) {
            problems.tell(new Span(start, at), "number.thousands", text.substring(start, at), number);
        }
        return number.toString();
    }

    /** The place after it. */
    int end() {
        return at;
    }

    private boolean isBeforeADigit(String signs) {
        return at + 1 < text.length() && signs.indexOf(text.charAt(at)) >= 0 && Character.isDigit(text.charAt(at + 1));
    }

    private void some() {
        for (; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
            int digit = Character.digit(text.charAt(at), 10);
            number.append(digit);
            if (text.charAt(at) > '9') {
                problems.tell(new Span(at, at + 1), "character.digit", text.charAt(at), digit);
            }
        }
    }
}
