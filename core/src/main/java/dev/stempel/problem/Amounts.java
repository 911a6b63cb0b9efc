package dev.stempel.problem;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads amounts that are written as text, and guesses the number somebody probably meant who wrote a currency, a decimal
 * comma or a mark between thousands.
 */
public final class Amounts {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}([.,'’]\\d{3})+");

    private Amounts() {}

    /**
     * The amount of a text, below zero too.
     *
     * @param place where it stands, as a problem names it
     * @throws InvalidInput when it is none
     */
    public static BigDecimal read(String place, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            var meant = guess(text).orElse("2.50");
            throw new InvalidInput(
                    List.of(Problem.in(place, "\"" + text + "\" is no amount.", "Maybe " + meant + "?")));
        }
    }

    /** The number as it is written in rule files; empty when nothing like one is there, or zero. */
    public static Optional<String> guess(String text) {
        var digits = text.replaceAll("[^0-9.,'’]", "");
        if (THOUSANDS.matcher(digits).matches()) {
            return Optional.of(digits.replaceAll("[^0-9]", ""));
        }
        int mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        var whole = (mark < 0 ? digits : digits.substring(0, mark)).replaceAll("[^0-9]", "");
        var guess = whole + (mark < 0 ? "" : "." + digits.substring(mark + 1));
        boolean isAmount = AMOUNT.matcher(guess).matches() && new BigDecimal(guess).signum() > 0;
        return isAmount ? Optional.of(guess) : Optional.empty();
    }
}
