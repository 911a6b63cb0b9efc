package dev.stempel.log;

import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Understands the lines of a CSV export by its mapping. */
final class CsvRows {

    private final String file;
    private final Mapping mapping;
    private final DateTimeFormatter timePattern;
    private final ZoneId zone;
    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    /** The time that was read last, as it was written: the lines of a receipt have the same. */
    private String lastTime = "";

    private Instant lastAt = Instant.EPOCH;

    /**
     * Finds the columns.
     *
     * @throws InvalidInput when the first line lacks some
     */
    CsvRows(String file, Mapping mapping, CSVRecord header) {
        this.file = file;
        this.mapping = mapping;
        timePattern = strict(mapping.timePattern());
        zone = ZoneId.of(mapping.zone());
        var names = header.stream().map(String::strip).toList();
        width = names.size();
        var problems = new ArrayList<Problem>();
        mapping.columns().forEach((meaning, column) -> {
            places.put(meaning, names.indexOf(column));
            if (!names.contains(column)) {
                problems.add(new Problem(
                        file,
                        1,
                        "There is no column \"" + column + "\", which the mapping names as \"" + meaning + "\".",
                        "Maybe you mean one of " + names + "?"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** Refuses 31 February; for that the year must be a year ({@code u}), not a year of an era ({@code y}). */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Understands one line.
     *
     * @throws InvalidInput with everything that is wrong with it
     */
    CsvRow read(CSVRecord columns, long line) {
        var problems = new ArrayList<Problem>();
        if (columns.size() != width) {
            bad(
                    problems,
                    line,
                    "The line has " + columns.size() + " columns, not " + width + ".",
                    "a quote is missing");
            throw new InvalidInput(problems);
        }
        var invoice = present(problems, columns, line, "invoice");
        var sku = present(problems, columns, line, "sku");
        var quantity = parse(problems, columns, line, "quantity", Long::valueOf, 1L);
        var price = parse(problems, columns, line, "unitPrice", this::price, BigDecimal.ZERO);
        var at = parse(problems, columns, line, "time", this::time, Instant.EPOCH);
        if (isGarbled(columns)) {
            bad(
                    problems,
                    line,
                    "The line is not written in " + mapping.charset() + ".",
                    "name its \"charset\" in the mapping");
        }
        if (quantity == 0) {
            bad(problems, line, "The quantity is 0.", "the line was voided");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new CsvRow(
                line,
                invoice,
                sku,
                optional(columns, "category"),
                optional(columns, "brand"),
                text(columns, "store"),
                quantity,
                price,
                at,
                text(columns, "customer"),
                quantity < 0 || begins(invoice, mapping.returnPrefix()));
    }

    private static boolean isGarbled(CSVRecord columns) {
        for (var text : columns.values()) {
            if (EventLog.isGarbled(text)) {
                return true;
            }
        }
        return false;
    }

    static boolean begins(String invoice, @Nullable String prefix) {
        return prefix != null && !prefix.isEmpty() && invoice.startsWith(prefix);
    }

    private BigDecimal price(String text) {
        return new BigDecimal(mapping.decimalMark().equals(".") ? text : text.replace(mapping.decimalMark(), "."));
    }

    private Instant time(String text) {
        if (!text.equals(lastTime)) {
            lastAt = LocalDateTime.parse(text, timePattern).atZone(zone).toInstant();
            lastTime = text;
        }
        return lastAt;
    }

    private String text(CSVRecord columns, String meaning) {
        var place = places.get(meaning);
        return place == null ? "" : columns.get(place).strip();
    }

    private @Nullable String optional(CSVRecord columns, String meaning) {
        var text = text(columns, meaning);
        return text.isEmpty() ? null : text;
    }

    private String present(List<Problem> problems, CSVRecord columns, long line, String meaning) {
        var text = text(columns, meaning);
        if (text.isEmpty()) {
            bad(problems, line, "The " + meaning + " is empty.", "the columns are shifted");
        }
        return text;
    }

    private <T> T parse(
            List<Problem> problems,
            CSVRecord columns,
            long line,
            String meaning,
            Function<String, T> reading,
            T otherwise) {
        var text = text(columns, meaning);
        try {
            return reading.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            var hint = meaning.equals("time")
                    ? "it is not written as \"" + mapping.timePattern() + "\""
                    : "the columns are shifted";
            bad(problems, line, "The " + meaning + " \"" + text + "\" cannot be read.", hint);
            return otherwise;
        }
    }

    private void bad(List<Problem> problems, long line, String message, String guess) {
        problems.add(new Problem(file, (int) line, message, "Maybe " + guess + "?"));
    }
}
