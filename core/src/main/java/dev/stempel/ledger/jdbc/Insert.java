package dev.stempel.ledger.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is written with each event, each table by one statement whatever the number of rows. The order is that in which they
 * are written. Nothing asks how many rows came of it: what must not be there twice, or not at all, fails.
 */
@SuppressWarnings("ImmutableEnumChecker") // The list is: it comes from a stream.
enum Insert {
    /** One of an erased customer, or decided before somebody was erased, has no event; the column wants one. */
    OPERATION(
            "INSERT INTO operation (event, customer, number, at, request, rule_book, reverses, decision, known, facts,"
                    + " elsewhere) SELECT CASE WHEN EXISTS (SELECT 1 FROM erased e WHERE e.hash = r.hash)"
                    + " OR (SELECT times FROM erasure) <> r.erasures THEN NULL"
                    + " ELSE r.event END, r.customer, r.number, r.at, r.request, r.rule_book, r.reverses, r.decision,"
                    + " r.known, r.facts, r.elsewhere FROM %s",
            "event text",
            "hash text",
            "customer bigint",
            "number bigint",
            "at bigint",
            "request text",
            "rule_book text",
            "reverses text",
            "decision text",
            "known text",
            "facts text",
            "elsewhere text",
            "erasures bigint"),
    ENTRY(
            "INSERT INTO entry (operation, line, offer, from_account, to_account, unit, amount)"
                    + " SELECT (SELECT o.seq FROM operation o WHERE o.customer = r.customer AND o.number = r.number),"
                    + " r.line, r.offer, r.from_account, r.to_account, r.unit, r.amount FROM %s",
            "customer bigint",
            "number bigint",
            "line bigint",
            "offer text",
            "from_account text",
            "to_account text",
            "unit text",
            "amount numeric"),
    /** Without the condition SQLite would take what follows for one of a join. */
    BALANCE(
            "INSERT INTO balance (customer, account, unit, amount) SELECT r.customer, r.account, r.unit, r.amount"
                    + " FROM %s WHERE true"
                    + " ON CONFLICT (customer, account, unit) DO UPDATE SET amount = excluded.amount",
            "customer bigint", "account text", "unit text", "amount numeric"),
    OUTBOX(
            "INSERT INTO outbox (seq) SELECT (SELECT o.seq FROM operation o WHERE o.customer = r.customer"
                    + " AND o.number = r.number) FROM %s",
            "customer bigint", "number bigint"),
    SNAPSHOT(
            "INSERT INTO snapshot (customer, number, account) SELECT r.customer, r.number, r.account FROM %s",
            "customer bigint", "number bigint", "account text"),
    /** Something is due for them now. */
    DUE(
            "INSERT INTO due_action (customer) SELECT r.customer FROM %s WHERE true ON CONFLICT (customer) DO NOTHING",
            "customer bigint"),
    /** Nothing is due for them any more. */
    DONE("DELETE FROM due_action WHERE customer IN (SELECT r.customer FROM %s)", "customer bigint");

    private final String oneByOne;
    private final String atOnce;
    private final List<String> types;

    Insert(String sql, String... columns) {
        var names = List.of(columns).stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
        types = List.of(columns).stream()
                .map(column -> column.substring(column.indexOf(' ') + 1))
                .toList();
        oneByOne = sql.formatted(
                names.stream().map(name -> "? AS " + name).collect(Collectors.joining(", ", "(SELECT ", ") AS r")));
        atOnce = sql.formatted("unnest("
                + types.stream().map(type -> "CAST(? AS " + type + "[])").collect(Collectors.joining(", "))
                + ") AS r (" + String.join(", ", names) + ")");
    }

    /** The statement, to be run once for each row. */
    String oneByOne() {
        return oneByOne;
    }

    /** The statement, to be run once with an array for each column. */
    String atOnce() {
        return atOnce;
    }

    /** The type of each column's values in the database. */
    List<String> types() {
        return types;
    }
}
