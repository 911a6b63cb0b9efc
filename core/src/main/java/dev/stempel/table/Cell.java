package dev.stempel.table;

import dev.stempel.drl.Problems;
import dev.stempel.drl.Span;
import dev.stempel.problem.Amounts;
import java.util.regex.Pattern;

/**
 * A value of a table. What could end the text it is filled in is refused, so that it stays one text or one number.
 *
 * @param column the name above it
 * @param span where it stands
 * @param text what stands in it
 */
record Cell(String column, Span span, String text) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

    /** What spreadsheets calculate, and what they write when they cannot. */
    private static final String FORMULA = "=+-@#";

    private static final Pattern REFUSED = Pattern.compile("[\"\\\\\\p{Cntrl}\\u2028\\u2029]|\\*/");

    /** Tells what is wrong with it. */
    void check(boolean takesNumber, Problems problems) {
        var refused = REFUSED.matcher(text);
        if (text.isEmpty()) {
            problems.tell(span, "table.cell.empty", column);
        } else if (FORMULA.indexOf(text.charAt(0)) >= 0) {
            problems.tell(span, "table.cell.formula", text);
        } else if (takesNumber && !NUMBER.matcher(text).matches()) {
            problems.tell(
                    span, "table.cell.number", text, column, Amounts.guess(text).orElse("10"));
        } else if (refused.find()) {
            var sign = refused.group();
            var place = new Span(span.start() + refused.start(), span.start() + refused.end());
            if (Character.isISOControl(sign.charAt(0))) {
                problems.tell(place, "table.cell.line", column);
            } else {
                problems.tell(place, "table.cell.sign", column, sign);
            }
        }
    }
}
