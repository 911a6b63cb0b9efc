package dev.stempel.offer;

import dev.stempel.offer.Limit.Period;
import dev.stempel.offer.Limit.Scope;
import dev.stempel.offer.Limit.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations of a rule: {@code @valid}, {@code @on}, {@code @channel}, {@code @limit}, {@code @budget},
 * {@code @exclusive}, {@code @priority}, {@code @authority} and {@code @handTo}. What they mean is the same for every
 * rule; what they cannot mean is an {@link IllegalArgumentException} with a hint.
 */
public final class Annotations {

    /** The annotations a rule may carry. */
    public static final Set<String> NAMES = Set.of(
            "offer", "valid", "on", "channel", "limit", "budget", "exclusive", "priority", "authority", "handTo");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");

    private static final Pattern WINDOW = Pattern.compile("([1-9]\\d{0,2}) (days|months)");

    private final Map<String, String> values;

    /** Annotations by name, each with its text without quotes. */
    public Annotations(Map<String, String> values) {
        this.values = values;
    }

    /** The offer these annotations describe. */
    public Offer offer(String id, String file, String title, String says, String change) {
        var valid = valid();
        return new Offer(
                id,
                file,
                title,
                says,
                change,
                valid.get(0),
                valid.get(1),
                days(),
                words("channel"),
                limits(id),
                values.get("exclusive"),
                priority(),
                authority(),
                values.get("handTo"));
    }

    private List<@Nullable LocalDate> valid() {
        var text = values.get("valid");
        if (text == null) {
            return Arrays.asList(null, null);
        }
        var dates = text.split("\\.\\.", -1);
        if (dates.length != 2) {
            throw wrong("valid", text, "\"2026-01-01..2026-12-31\", or \"2026-01-01..\" for no end");
        }
        var from = date(text, dates[0]);
        var until = date(text, dates[1]);
        if (from != null && until != null && until.isBefore(from)) {
            throw wrong("valid", text, "the first day before the last");
        }
        return Arrays.asList(from, until);
    }

    private static @Nullable LocalDate date(String text, String date) {
        try {
            return date.isBlank() ? null : LocalDate.parse(date.strip());
        } catch (DateTimeException e) {
            throw wrong("valid", text, "\"2026-01-01..2026-12-31\", with days that exist");
        }
    }

    private Set<DayOfWeek> days() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var word : words("on")) {
            try {
                days.add(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw wrong("on", word, "a weekday in English, as in \"Tuesday\" or \"Saturday, Sunday\"");
            }
        }
        return days;
    }

    private Set<String> words(String name) {
        var words = new LinkedHashSet<String>();
        for (var word : values.getOrDefault(name, "").split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    private int priority() {
        var text = values.getOrDefault("priority", "0");
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw wrong("priority", text, "a whole number, as in 10");
        }
    }

    private Map<String, BigDecimal> authority() {
        var ladder = new LinkedHashMap<String, BigDecimal>();
        for (var clause : words("authority")) {
            var parts = clause.split(" ");
            if (parts.length < 2 || !NUMBER.matcher(parts[1]).matches()) {
                throw wrong("authority", clause, "\"employee 25, supervisor 100, manager 500\"");
            }
            ladder.put(parts[0], new BigDecimal(parts[1]));
        }
        return ladder;
    }

    private List<Limit> limits(String id) {
        var limits = new ArrayList<Limit>();
        for (var clause : clauses("limit")) {
            limits.add(limit("limit", clause, id, null));
        }
        for (var clause : clauses("budget")) {
            limits.add(limit("budget", clause, id, Scope.EVERYBODY));
        }
        return limits;
    }

    private List<String> clauses(String name) {
        return Arrays.stream(values.getOrDefault(name, "").split(";"))
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    private static Limit limit(String annotation, String clause, String id, @Nullable Scope fixed) {
        int colon = clause.indexOf(':');
        var name = colon < 0 ? id : clause.substring(0, colon).strip();
        var words = clause.substring(colon + 1).strip().split("\\s+per\\s+");
        var amount = words[0].split("\\s+");
        if (!NUMBER.matcher(amount[0]).matches() || new BigDecimal(amount[0]).signum() == 0 || amount.length > 2) {
            throw wrongLimit(annotation, clause);
        }
        var scope = fixed;
        var period = Period.EVER;
        java.time.Period window = null;
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("customer")) {
                scope = Scope.CUSTOMER;
            } else if (words[i].equals("purchase")) {
                scope = Scope.PURCHASE;
            } else if (Character.isDigit(words[i].charAt(0))) {
                period = Period.ROLLING;
                window = window(annotation, clause, words[i]);
            } else {
                period = period(annotation, clause, words[i]);
            }
        }
        boolean rollsForEverybody = window != null && scope != Scope.CUSTOMER;
        if (scope == null || (fixed != null && scope != fixed) || rollsForEverybody) {
            throw wrongLimit(annotation, clause);
        }
        return new Limit(name, new BigDecimal(amount[0]), unit(amount), scope, period, window);
    }

    private static Unit unit(String[] amount) {
        if (amount.length == 1 || amount[1].startsWith("time")) {
            return Unit.TIMES;
        }
        return amount[1].equals("points") ? Unit.POINTS : Unit.MONEY;
    }

    private static java.time.Period window(String annotation, String clause, String words) {
        var window = WINDOW.matcher(words);
        if (!window.matches()) {
            throw wrongLimit(annotation, clause);
        }
        int number = Integer.parseInt(window.group(1));
        return window.group(2).equals("days") ? java.time.Period.ofDays(number) : java.time.Period.ofMonths(number);
    }

    private static Period period(String annotation, String clause, String word) {
        try {
            return Period.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrongLimit(annotation, clause);
        }
    }

    private static IllegalArgumentException wrongLimit(String annotation, String clause) {
        return annotation.equals("budget")
                ? wrong(annotation, clause, "\"500 EUR per quarter\"")
                : wrong(
                        annotation,
                        clause,
                        "\"1 per customer per month\", \"1 per customer per 12 months\", \"100 points per purchase\" or "
                                + "\"50 EUR per customer per quarter\"");
    }

    private static IllegalArgumentException wrong(String annotation, String text, String instead) {
        return new IllegalArgumentException(
                "@" + annotation + "(\"" + text + "\") cannot be read. Maybe you mean " + instead + "?");
    }
}
