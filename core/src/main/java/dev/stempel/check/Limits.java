package dev.stempel.check;

import dev.stempel.drl.Problems;
import dev.stempel.offer.Limit;
import dev.stempel.offer.Limit.Period;
import dev.stempel.offer.Limit.Scope;
import dev.stempel.offer.Limit.Unit;
import dev.stempel.problem.Amounts;
import dev.stempel.problem.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads limits and budgets, as in "50 EUR per customer per quarter". */
final class Limits {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");
    private static final String MARKED = "\\d+,\\d+|\\d{1,3}([.,'’]\\d{3})+(,\\d+)?";
    private static final Pattern WINDOW = Pattern.compile("([1-9]\\d{0,2}) (days|months)");
    private static final List<String> SCOPES = List.of("customer", "purchase");
    private static final List<String> PERIODS = List.of("day", "week", "month", "quarter", "year");
    private static final Map<String, Unit> UNITS =
            Map.of("time", Unit.TIMES, "times", Unit.TIMES, "points", Unit.POINTS, "point", Unit.POINTS);

    private final String offer;
    private final boolean isBudget;
    private final Problems problems;
    private @Nullable Scope scope;
    private Period period = Period.EVER;
    private java.time.@Nullable Period window;
    private boolean wrong;

    /** Reads what stands in the annotation of this name. */
    Limits(String offer, String annotation, Problems problems) {
        this.offer = offer;
        this.isBudget = annotation.equals("budget");
        this.problems = problems;
        this.scope = isBudget ? Scope.EVERYBODY : null;
    }

    /** The limit; empty when it cannot be read. */
    Optional<Limit> read(Part clause) {
        int colon = clause.text().indexOf(':');
        var name = colon < 0 ? offer : clause.until(colon).text();
        var parts = (colon < 0 ? clause : clause.from(colon + 1)).split(" per ");
        var unit = unit(parts.get(0));
        parts.subList(1, parts.size()).forEach(this::per);
        if (!wrong && scope == null) {
            tell(clause, "limit.scope", clause.text());
        } else if (!wrong && window != null && scope != Scope.CUSTOMER) {
            tell(clause, "limit.rolling", clause.text());
        }
        return wrong || scope == null
                ? Optional.empty()
                : Optional.of(new Limit(name, number(parts.get(0)), unit, scope, period, window));
    }

    private void tell(Part part, String key, Object... values) {
        wrong = true;
        problems.tell(part.span(), key, values);
    }

    private static BigDecimal number(Part amount) {
        return new BigDecimal(amount.text().split("\\s+")[0]);
    }

    private Unit unit(Part amount) {
        var words = amount.text().split("\\s+");
        if (amount.text().startsWith("-") || amount.text().matches("0+(\\.0+)?( .*)?")) {
            tell(amount, "limit.positive", words[0], example());
        } else if (words[0].matches(MARKED)) {
            tell(amount, "limit.number", words[0], Amounts.guess(words[0]).orElse(example()));
        } else if (!NUMBER.matcher(words[0]).matches()) {
            tell(amount, form(), words[0]);
        } else if (words.length > 2) {
            tell(amount, form(), amount.text());
        }
        if (words.length < 2) {
            return Unit.TIMES;
        }
        var unit = UNITS.get(words[1]);
        if (unit == null && !words[1].matches("[A-Z]{3}")) {
            tell(amount, "limit.unit", words[1], example());
        }
        return unit == null ? Unit.MONEY : unit;
    }

    private String form() {
        return isBudget ? "budget.form" : "limit.form";
    }

    private String example() {
        return isBudget ? "\"500 EUR per quarter\"" : "\"1 per customer\"";
    }

    private void per(Part part) {
        var word = part.text();
        if (word.contains(",")) {
            tell(part, "limit.clauses");
            return;
        }
        if (word.matches("0+ (days|months)")) {
            tell(part, "limit.window");
            return;
        }
        if (!isBudget && SCOPES.contains(word)) {
            scope = Scope.valueOf(word.toUpperCase(Locale.ROOT));
        } else if (isBudget && SCOPES.contains(word)) {
            tell(part, "budget.scope", word);
        } else if (PERIODS.contains(word)) {
            period = Period.valueOf(word.toUpperCase(Locale.ROOT));
        } else if (WINDOW.matcher(word).matches() && !isBudget) {
            period = Period.ROLLING;
            int number = Integer.parseInt(word.substring(0, word.indexOf(' ')));
            window = word.endsWith("days") ? java.time.Period.ofDays(number) : java.time.Period.ofMonths(number);
        } else {
            wrong = true;
            var known = new ArrayList<>(PERIODS);
            known.addAll(isBudget ? List.of() : SCOPES);
            problems.tell(
                    part.span(), Phrase.of("limit.per", word), Hints.similar(word, known, form() + ".hint", word));
        }
    }
}
