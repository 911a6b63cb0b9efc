package dev.stempel.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks for a canary, who was erased, in everything a ledger keeps. */
public final class Traces {

    /** Where to look, right after somebody was erased: whoever sends an event again brings its names along. */
    public interface Search {
        void go() throws IOException, SQLException;
    }

    private static final String CANARY = "canary";

    private Traces() {}

    /** None in what the ledger tells. */
    public static void areNoneIn(Ledger ledger) {
        isAbsent(ledger.outbox(10_000).toString(), "outbox");
        ledger.operations().forEach(operation -> isAbsent(operation.toString(), "operations"));
        for (var customer : ledger.customers().toList()) {
            isAbsent(customer, "customers");
            var account = ledger.account(customer).orElseThrow();
            isAbsent(account.customer() + account.vouchers() + account.referrals() + account.complaints(), customer);
            isAbsent(account.dueActions() + "" + account.balance() + account.breakage(), customer);
            isAbsent(String.valueOf(ledger.referrer(customer)), customer);
            isAbsent(ledger.balances(customer).toString(), customer);
            isAbsent(String.valueOf(ledger.lent(customer)), customer);
        }
    }

    /** None in any byte of any file: tables, indexes, free pages and logs. */
    public static void areNoneIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var one : files.toList()) {
                isAbsent(new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1), one.toString());
            }
        }
    }

    /** None in any row of any table, in what the server keeps of their contents to plan with, or in any byte on its disk. */
    public static void areNoneIn(Connection connection, String schema) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables(connection, schema)) {
                areNoneIn(statement, "SELECT t::text FROM " + table + " t", table);
            }
            areNoneIn(statement, "SELECT s::text FROM pg_stats s WHERE schemaname = '" + schema + "'", "statistics");
            statement.execute("CHECKPOINT");
            areNoneIn(
                    statement,
                    "SELECT encode(pg_read_binary_file(pg_relation_filepath(c.oid)), 'escape') FROM pg_class c"
                            + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'i', 't')"
                            + " AND (n.nspname = '" + schema + "' OR c.oid IN (SELECT t.reltoastrelid FROM pg_class t"
                            + " JOIN pg_namespace s ON s.oid = t.relnamespace WHERE s.nspname = '" + schema + "'))",
                    "pages");
        }
    }

    private static void areNoneIn(Statement statement, String query, String where) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                isAbsent(String.valueOf(rows.getString(1)), where);
            }
        }
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        assertThat(tables).contains("operation", "entry", "customer", "outbox", "snapshot", "lent");
        return tables;
    }

    private static void isAbsent(String text, String where) {
        int at = text.toLowerCase().indexOf(CANARY);
        assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 60)))
                .as(where)
                .isEmpty();
    }
}
