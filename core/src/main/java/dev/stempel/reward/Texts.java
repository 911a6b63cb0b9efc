package dev.stempel.reward;

import dev.stempel.problem.Bundle;
import dev.stempel.reward.Unmet.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts of one language, amounts in one currency. */
final class Texts {

    private final Locale locale;
    private final Currency currency;
    private final Bundle patterns;
    private final Bundle facts;

    Texts(Locale locale, Currency currency) {
        this.locale = locale;
        this.currency = currency;
        this.patterns = new Bundle(Texts.class, "wording", locale);
        this.facts = new Bundle(Texts.class, "facts", locale);
    }

    /** A text that does not have to be there. */
    String sayOr(String key, String otherwise) {
        return knows(key) ? say(key) : otherwise;
    }

    boolean knows(String key) {
        return patterns.pattern(key) != null;
    }

    String say(String key, @Nullable Object... values) {
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

    /** True for a kind of fact of Stempel's own: what is no whole number there is an amount of money. */
    boolean isOurs(Subject subject) {
        return subject.fact().isEmpty() || facts.pattern(subject.fact()) != null;
    }

    /** What people call a field or a kind of fact; its own name in small letters where it is the embedding application's. */
    String name(Subject subject) {
        var key = subject.field().isEmpty() ? subject.fact() : subject.fact() + "." + subject.field();
        var name = facts.pattern(key) == null ? words(key) : facts.say(key);
        return subject.of().isEmpty() ? name : say("unmet.of", name, subject.of());
    }

    private static String words(String key) {
        return key.substring(key.indexOf('.') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** A value of a fact as people write it. */
    String value(@Nullable Object value, boolean decimalsAreMoney) {
        if (value == null || value.equals("") || value.equals(List.of())) {
            return say("value.none");
        } else if (value instanceof BigDecimal amount && decimalsAreMoney) {
            return money(amount);
        } else if (value instanceof Number number) {
            var format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(number instanceof BigDecimal decimal ? Math.max(0, decimal.scale()) : 0);
            format.setMaximumFractionDigits(10);
            return format.format(number);
        } else if (value instanceof LocalDate date) {
            return date(date);
        } else if (value instanceof DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, locale);
        } else if (value instanceof Boolean) {
            return say("value." + value);
        }
        return value instanceof Collection<?> all
                ? all.stream().map(one -> value(one, decimalsAreMoney)).collect(Collectors.joining(", "))
                : "\"" + value + "\"";
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
