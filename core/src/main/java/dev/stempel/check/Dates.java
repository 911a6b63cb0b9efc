package dev.stempel.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses which day somebody meant who wrote it another way: "31-12-2026", "1 juni 2026", "2026-06-31". */
final class Dates {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.forLanguageTag("nl"),
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.forLanguageTag("es"),
            Locale.ITALIAN);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ]+(\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern DAY_AND_NAME = Pattern.compile("(\\d{1,2})[-. ]+(\\p{L}+)\\.?[- ]+(\\d{4})");
    private static final Pattern NAME_AND_DAY = Pattern.compile("(\\p{L}+)\\.? (\\d{1,2}),? +(\\d{4})");

    private Dates() {}

    /** The day that was probably meant, the last of the month when the month has no such day. */
    static Optional<LocalDate> guess(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            int second = number(dayFirst, 2);
            return second > 12
                    ? day(number(dayFirst, 3), number(dayFirst, 1), second)
                    : day(number(dayFirst, 3), second, number(dayFirst, 1));
        }
        var dayAndName = DAY_AND_NAME.matcher(text);
        if (dayAndName.matches()) {
            return day(number(dayAndName, 3), month(dayAndName.group(2)), number(dayAndName, 1));
        }
        var nameAndDay = NAME_AND_DAY.matcher(text);
        return nameAndDay.matches()
                ? day(number(nameAndDay, 3), month(nameAndDay.group(1)), number(nameAndDay, 2))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        var first = YearMonth.of(year, month);
        return Optional.of(first.atDay(Math.min(day, first.lengthOfMonth())));
    }

    private static int month(String name) {
        for (var language : LANGUAGES) {
            for (var month : Month.values()) {
                if (isNamed(name, month.getDisplayName(TextStyle.FULL, language))
                        || isNamed(name, month.getDisplayName(TextStyle.SHORT, language))) {
                    return month.getValue();
                }
            }
        }
        return 0;
    }

    private static boolean isNamed(String name, String known) {
        return name.equalsIgnoreCase(known.replace(".", ""));
    }

    /** The English name of a weekday that is written in another language; empty when it is none. */
    static String weekday(String name) {
        for (var language : LANGUAGES) {
            for (var day : DayOfWeek.values()) {
                if (isNamed(name, day.getDisplayName(TextStyle.FULL, language))
                        || isNamed(name, day.getDisplayName(TextStyle.SHORT, language))) {
                    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                }
            }
        }
        return "";
    }
}
