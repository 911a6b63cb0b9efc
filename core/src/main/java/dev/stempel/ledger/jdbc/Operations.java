package dev.stempel.ledger.jdbc;

import dev.stempel.account.Account;
import dev.stempel.event.Customer;
import dev.stempel.event.Event;
import dev.stempel.ledger.Entry;
import dev.stempel.ledger.GivenFact;
import dev.stempel.ledger.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Databases take only so many parameters in a statement. */
    private static final int TOGETHER = 500;

    private Operations() {}

    /**
     * An operation and where it stands.
     *
     * @param seq its place among all operations
     * @param operation the operation
     */
    record Stored(long seq, Operation operation) {}

    private record Place(long customer, long number) {}

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
                    entries.getOrDefault(one.seq(), List.of()),
                    without.elsewhere(),
                    null,
                    null);
            stored.add(new Stored(one.seq(), operation));
        }
        return stored;
    }

    /** The operations of these events, however many they are, by their ids. */
    static Map<String, Operation> of(Session session, List<String> events) throws SQLException {
        var found = new HashMap<String, Operation>();
        for (int from = 0; from < events.size(); from += TOGETHER) {
            var some = events.subList(from, Math.min(events.size(), from + TOGETHER));
            var condition = "WHERE o.event IN (" + Session.marks(some.size(), "?") + ")";
            where(session, condition, some.toArray())
                    .forEach(one -> found.put(one.operation().event().id(), one.operation()));
        }
        return found;
    }

    private static List<Stored> found(Session session, String condition, Object... parameters) throws SQLException {
        return session.query(SELECT + condition, Operations::found, parameters);
    }

    private static Stored found(ResultSet row) throws SQLException {
        var place = place(row);
        var operation = new Operation(
                Contents.decision(row.getString(5), place.customer(), place.number()),
                Contents.ofOperation(row.getString(6), Customer.class, "known", place.customer(), place.number()),
                facts(row.getString(7), place),
                row.getString(4),
                row.getString(10),
                place.number(),
                Contents.zone(row.getString(8), row.getString(10)),
                List.of(),
                account(row.getString(9), place),
                null,
                null);
        return new Stored(row.getLong(1), operation);
    }

    private static Place place(ResultSet row) throws SQLException {
        var place = new Place(row.getLong(2), row.getLong(3));
        if (place.number() < 1) {
            var told = "operation, seq " + row.getLong(1) + ", number";
            throw Contents.unreadable(() -> told, "\"" + row.getString(3) + "\" is no operation's number.", null);
        }
        return place;
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

    /** The entries of operations, by the operation's place. */
    private static Map<Long, List<Entry>> entries(Session session, List<Stored> found) throws SQLException {
        var entries = new HashMap<Long, List<Entry>>();
        var events = new HashMap<Long, Event>();
        found.forEach(one -> events.put(one.seq(), one.operation().event()));
        for (int from = 0; from < found.size(); from += TOGETHER) {
            var some = found.subList(from, Math.min(found.size(), from + TOGETHER));
            session.query(
                    "SELECT operation, line, offer, from_account, to_account, unit, amount FROM entry"
                            + " WHERE operation IN (" + Session.marks(some.size(), "?") + ") ORDER BY operation, line",
                    row -> entries.computeIfAbsent(row.getLong(1), seq -> new ArrayList<>())
                            .add(entry(row, Objects.requireNonNull(events.get(row.getLong(1))))),
                    some.stream().map(Stored::seq).toArray());
        }
        return entries;
    }

    private static Entry entry(ResultSet row, Event event) throws SQLException {
        long operation = row.getLong(1);
        return new Entry(
                event.id(),
                row.getInt(2),
                row.getString(3),
                Book.full(row.getString(4), event.customer()),
                Book.full(row.getString(5), event.customer()),
                row.getString(6),
                Contents.amount(row, 7, () -> "entry, operation " + operation + ", event " + event.id() + ", amount"));
    }
}
