package dev.stempel.rule;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * The moment of the event in the programme's zone.
 *
 * @param date the local date
 * @param hour the local hour, 0 to 23
 */
public record Today(LocalDate date, int hour) {

    /** The weekday in English: Monday … Sunday. */
    public String weekday() {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The month, 1 to 12. */
    public int month() {
        return date.getMonthValue();
    }
}
