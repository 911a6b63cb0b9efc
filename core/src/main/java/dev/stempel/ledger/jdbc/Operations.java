package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.Customer;
import dev.stempel.ledger.Entry;
import dev.stempel.ledger.GivenFact;
import dev.stempel.ledger.Operation;
import dev.stempel.problem.Problem;
import dev.stempel.problem.Unreadable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads operations with their entries. */
final class Operations {

    private static final String SELECT =
            "SELECT o.seq, o.customer, o.number, o.rule_book, o.decision, o.known, o.facts, c.zone, o.elsewhere, c.id"
                    + " FROM operation o JOIN customer c ON c.key = o.customer ";

    private Operations() {}

    /**
     * An operation and where it stands.
     *
     * @param seq its place among all operations
     * @param operation the operation
     */
    record Stored(long seq, Operation operation) {}

    private record Place(long customer, long number) {}

    private record Found(long seq, Place place, Operation operation) {}

    private record Written(Place place, Entry entry) {}

    /** The operations that meet a condition, which may end in an order and a limit. */
    static List<Stored> where(Session session, String condition, Object... parameters) throws SQLException {
        var found = found(session, condition, parameters);
        var entries = entries(session, found);
        var stored = new ArrayList<Stored>();
        for (var one : found) {
            var without = one.operation();
            var operation = new Operation(
                    without.decision(),
                    without.customer(),
                    without.facts(),
                    without.ruleBook(),
                    without.holder(),
                    without.number(),
                    without.zone(),
                    entries.getOrDefault(one.place(), List.of()),
                    without.elsewhere(),
                    null);
            stored.add(new Stored(one.seq(), operation));
        }
        return stored;
    }

    private static List<Found> found(Session session, String condition, Object... parameters) throws SQLException {
        var found = new ArrayList<Found>();
        var unreadable = new ArrayList<Problem>();
        session.query(
                SELECT + condition,
                row -> {
                    try {
                        return found.add(found(row));
                    } catch (Unreadable e) {
                        return unreadable.addAll(e.problems());
                    }
                },
                parameters);
        if (!unreadable.isEmpty()) {
            throw new Unreadable(unreadable);
        }
        return found;
    }

    private static Found found(ResultSet row) throws SQLException {
        var place = new Place(row.getLong(2), row.getLong(3));
        var operation = new Operation(
                Contents.ofOperation(row.getString(5), Decision.class, "decision", place.customer(), place.number()),
                Contents.ofOperation(row.getString(6), Customer.class, "known", place.customer(), place.number()),
                facts(row.getString(7), place),
                row.getString(4),
                row.getString(10),
                place.number(),
                ZoneId.of(row.getString(8)),
                List.of(),
                account(row.getString(9), place),
                null);
        return new Found(row.getLong(1), place, operation);
    }

    private static List<GivenFact> facts(@Nullable String json, Place place) {
        return json == null
                ? List.of()
                : List.of(Contents.ofOperation(json, GivenFact[].class, "facts", place.customer(), place.number()));
    }

    private static @Nullable Account account(@Nullable String json, Place place) {
        return json == null
                ? null
                : Contents.ofOperation(json, Account.class, "elsewhere", place.customer(), place.number());
    }

    private static Map<Place, List<Entry>> entries(Session session, List<Found> found) throws SQLException {
        var entries = new HashMap<Place, List<Entry>>();
        if (found.isEmpty()) {
            return entries;
        }
        var operations = new HashMap<Place, Operation>();
        var parameters = new ArrayList<Object>();
        for (var one : found) {
            operations.put(one.place(), one.operation());
            parameters.add(one.place().customer());
            parameters.add(one.place().number());
        }
        var written = session.query(
                "WITH wanted (customer, number) AS (VALUES "
                        + Session.marks(found.size(), "(CAST(? AS BIGINT), CAST(? AS BIGINT))")
                        + ") SELECT e.customer, e.number, e.line, e.offer, e.from_account, e.to_account, e.unit, e.amount"
                        + " FROM wanted w CROSS JOIN entry e WHERE e.customer = w.customer AND e.number = w.number"
                        + " ORDER BY e.customer, e.number, e.line",
                row -> written(row, operations),
                parameters.toArray());
        written.forEach(one ->
                entries.computeIfAbsent(one.place(), place -> new ArrayList<>()).add(one.entry()));
        return entries;
    }

    private static Written written(ResultSet row, Map<Place, Operation> operations) throws SQLException {
        var place = new Place(row.getLong(1), row.getLong(2));
        var event = Objects.requireNonNull(operations.get(place)).event();
        var entry = new Entry(
                event.id(),
                row.getInt(3),
                row.getString(4),
                Book.full(row.getString(5), event.customer()),
                Book.full(row.getString(6), event.customer()),
                row.getString(7),
                row.getBigDecimal(8));
        return new Written(place, entry);
    }
}
