package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Unreadable;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the JSON in rows. What cannot be read is told with its row. */
final class Contents {

    private Contents() {}

    /** What a column of an operation says. */
    static <T> T ofOperation(@Nullable String json, Class<T> type, String column, long customer, long number) {
        return read(json, type, () -> "operation, customer " + customer + ", number " + number + ", " + column);
    }

    /** An account in a table of accounts. */
    static Account account(@Nullable String json, String table, long customer) {
        return read(json, Account.class, () -> table + ", customer " + customer + ", account");
    }

    private static <T> T read(@Nullable String json, Class<T> type, Supplier<String> place) {
        // Nothing is no JSON either.
        return read(() -> StempelJson.read(json == null ? "" : json, type), place);
    }

    /** What is read of a place, as in {@code snapshot, customer 3, account}. */
    static <T> T read(Supplier<T> reading, Supplier<String> place) {
        try {
            return reading.get();
        } catch (InvalidInput e) {
            var why = e.problems().stream()
                    .map(problem -> problem.place() + ": " + problem.message())
                    .collect(Collectors.joining(" "));
            throw new Unreadable(List.of(Problem.in(
                    place.get(),
                    "It cannot be read. " + why,
                    "Maybe it was changed by hand, or a disk fails? A backup has it.")));
        }
    }
}
