package dev.stempel.reward;

import dev.stempel.problem.Bundle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** The texts of one language, amounts in one currency. */
final class Texts {

    private final Locale locale;
    private final Currency currency;
    private final Bundle patterns;

    Texts(Locale locale, Currency currency) {
        this.locale = locale;
        this.currency = currency;
        this.patterns = new Bundle(Texts.class, "wording", locale);
    }

    /** A text that does not have to be there. */
    String sayOr(String key, String otherwise) {
        return patterns.pattern(key) == null ? otherwise : say(key);
    }

    String say(String key, Object... values) {
        return patterns.say(key, values);
    }

    String money(BigDecimal amount) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** A period in its largest unit: rules name it in one unit only. */
    String period(Period period) {
        return period.getYears() > 0
                ? say("period.years", period.getYears())
                : period.getMonths() > 0
                        ? say("period.months", period.getMonths())
                        : say("period.days", period.getDays());
    }
}
