package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Unreadable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the contents of rows: JSON, amounts, zones. What cannot be read is told with its row and what it says. */
final class Contents {

    /** More digits before or behind the point have no amounts, and writing them out would take all memory. */
    private static final int MOST_DIGITS = 1_000;

    private Contents() {}

    /** What a column of an operation says. */
    static <T> T ofOperation(@Nullable String json, Class<T> type, String column, long customer, long number) {
        return read(json, type, () -> "operation, customer " + customer + ", number " + number + ", " + column);
    }

    /** What was decided: nothing without an event, its day and what came of it. */
    static Decision decision(@Nullable String json, long customer, long number) {
        Supplier<String> place = () -> "operation, customer " + customer + ", number " + number + ", decision";
        return read(
                () -> {
                    var decision = read(json, Decision.class, place);
                    Objects.requireNonNull(decision.event().id());
                    Objects.requireNonNull(decision.event().customer());
                    Objects.requireNonNull(decision.day());
                    Objects.requireNonNull(decision.outcome());
                    return decision;
                },
                place);
    }

    /** An account in a table of accounts. */
    static Account account(@Nullable String json, String table, long customer) {
        return read(json, Account.class, () -> table + ", customer " + customer + ", account");
    }

    private static <T> T read(@Nullable String json, Class<T> type, Supplier<String> place) {
        // Nothing is no JSON either.
        return read(() -> Objects.requireNonNull(StempelJson.read(json == null ? "" : json, type)), place);
    }

    /** An amount in the column of a row. */
    static BigDecimal amount(ResultSet row, int column, Supplier<String> place) throws SQLException {
        var text = String.valueOf(row.getString(column));
        try {
            var amount = new BigDecimal(text);
            if (Math.abs((long) amount.scale()) < MOST_DIGITS) {
                return amount;
            }
        } catch (NumberFormatException e) {
            throw unreadable(place, "\"" + text + "\" is no amount.", e);
        }
        throw unreadable(place, "\"" + text + "\" has more digits than any amount.", null);
    }

    /** A whole number in the column of a row: SQLite keeps whatever it was given, and reads a text as zero. */
    static long number(ResultSet row, int column, Supplier<String> place) throws SQLException {
        var text = String.valueOf(row.getString(column));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw unreadable(place, "\"" + text + "\" is no whole number.", e);
        }
    }

    /** The zone of a customer. */
    static ZoneId zone(@Nullable String text, String customer) {
        return zone(text, () -> "customer, id " + customer + ", zone");
    }

    static ZoneId zone(@Nullable String text, Supplier<String> place) {
        try {
            return ZoneId.of(String.valueOf(text));
        } catch (DateTimeException e) {
            throw unreadable(place, "\"" + text + "\" is no time zone.", e);
        }
    }

    static Currency currency(@Nullable String text, Supplier<String> place) {
        try {
            return Currency.getInstance(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw unreadable(place, "\"" + text + "\" is no currency.", e);
        }
    }

    /** What is read of a place, as in {@code snapshot, customer 3, account}. */
    static <T> T read(Supplier<T> reading, Supplier<String> place) {
        try {
            return reading.get();
        } catch (InvalidInput e) {
            var why = e.problems().stream()
                    .map(problem -> problem.place() + ": " + problem.message())
                    .collect(Collectors.joining(" "));
            throw unreadable(place, why, e);
        } catch (NullPointerException e) {
            throw unreadable(place, "Something is missing that must be there.", e);
        }
    }

    /** What a row says that it cannot say. */
    static Unreadable unreadable(Supplier<String> place, String why, @Nullable Exception cause) {
        var unreadable = new Unreadable(List.of(Problem.in(
                place.get(),
                "It cannot be read. " + why,
                "Maybe it was changed by hand, or a disk fails? A backup has it.")));
        if (cause != null) {
            unreadable.initCause(cause);
        }
        return unreadable;
    }
}
