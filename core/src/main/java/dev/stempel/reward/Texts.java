package dev.stempel.reward;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Properties;

/**
 * The texts of one language, amounts in one currency. What a language lacks is said in English, whatever the language of
 * the machine; a {@code ResourceBundle} would prefer that one.
 */
final class Texts {

    private final Locale locale;
    private final Currency currency;
    private final Properties patterns;

    Texts(Locale locale, Currency currency) {
        this.locale = locale;
        this.currency = currency;
        var names = new LinkedHashSet<String>();
        names.add("");
        names.add("_" + locale.getLanguage());
        names.add("_" + locale.getLanguage() + "_" + locale.getCountry());
        var known = new Properties();
        for (var name : names) {
            known = load("wording" + name + ".properties", known);
        }
        patterns = known;
    }

    private static Properties load(String file, Properties otherwise) {
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                return otherwise;
            }
            var found = new Properties(otherwise);
            found.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that does not have to be there. */
    String sayOr(String key, String otherwise) {
        return patterns.getProperty(key) == null ? otherwise : say(key);
    }

    String say(String key, Object... values) {
        var pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("There is no text \"" + key + "\" in wording.properties.");
        }
        return new MessageFormat(pattern, locale).format(values);
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
