package dev.stempel.ledger.jdbc;

import dev.stempel.ledger.Operation;
import dev.stempel.ledger.PartnerLedger;
import dev.stempel.ledger.jdbc.Accounts.Kept;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What book accounts hold after a transaction. Customers' are added up here, since SQLite cannot do so exactly, and nobody
 * else moves them while the customer's next number is ours. There is no row for the programme's own side: everybody would
 * wait for it, and it is the other side of all others.
 */
final class Books {

    private final Map<Long, Map<Book, BigDecimal>> held = new HashMap<>();
    private final Map<Long, Map<Book, BigDecimal>> moved = new LinkedHashMap<>();
    private final PartnerLedger partners = new PartnerLedger();

    /** Starts from what is in memory, and reads what is not. */
    void read(
            Session session,
            Map<String, Kept> kept,
            Map<String, Operation> first,
            List<Operation> operations,
            Keys keys)
            throws SQLException {
        var missing = operations.stream()
                .filter(operation -> !first.containsKey(operation.event().customer()))
                .map(operation -> keys.of(operation.event().customer()))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        first.forEach((customer, operation) -> {
            long key = keys.of(customer);
            var one = kept.get(customer);
            if (one != null && one.balances() != null && one.account().version() == operation.number() - 1) {
                held.put(key, one.balances());
            } else if (operation.number() > 1) {
                missing.add(key);
            }
        });
        if (!missing.isEmpty()) {
            session.query(
                    "SELECT customer, account, unit, amount FROM balance WHERE customer IN ("
                            + Session.marks(missing.size(), "?") + ")",
                    row -> {
                        long customer = row.getLong(1);
                        var book = new Book(row.getString(2), row.getString(3));
                        return held.computeIfAbsent(customer, key -> new HashMap<>())
                                .put(book, Contents.amount(row, 4, () -> place(customer, book)));
                    },
                    missing.toArray());
        }
    }

    /** Where a balance stands. */
    static String place(Object customer, Book book) {
        return "balance, customer " + customer + ", account " + book.account() + ", unit " + book.unit() + ", amount";
    }

    void move(long key, Book from, Book to, BigDecimal amount) {
        add(key, from, amount.negate());
        add(key, to, amount);
    }

    private void add(long key, Book book, BigDecimal amount) {
        if (book.isCustomers()) {
            var before = held.getOrDefault(key, Map.of()).getOrDefault(book, BigDecimal.ZERO);
            moved.computeIfAbsent(key, one -> new LinkedHashMap<>())
                    .merge(book, before.add(amount), (sum, first) -> sum.add(amount));
        }
    }

    /** What the operation makes us owe to partners. */
    void owe(Operation operation) {
        partners.add(operation);
    }

    /** What the customer's accounts hold now. */
    Map<Book, BigDecimal> of(long key) {
        var all = new HashMap<>(held.getOrDefault(key, Map.of()));
        all.putAll(moved.getOrDefault(key, Map.of()));
        return all;
    }

    void write(Script script) {
        moved.forEach((key, books) ->
                books.forEach((book, amount) -> script.add(Insert.BALANCE, key, book.account(), book.unit(), amount)));
    }

    /** What partners are owed for a month. */
    static SortedMap<String, BigDecimal> owed(Session session, YearMonth month) throws SQLException {
        var owed = new TreeMap<String, BigDecimal>();
        session.query(
                "SELECT partner, amount FROM partner_balance WHERE month = ?",
                row -> {
                    var partner = row.getString(1);
                    return owed.put(
                            partner,
                            Contents.amount(
                                    row,
                                    2,
                                    () -> "partner_balance, month " + month + ", partner " + partner + ", amount"));
                },
                month.toString());
        owed.values().removeIf(amount -> amount.signum() == 0);
        return owed;
    }

    /** What partners are owed: the only accounts that many customers move, and only when a voucher is handed in. */
    void writePartners(Session session) throws SQLException {
        for (var month : partners.months().entrySet()) {
            for (var partner : month.getValue().entrySet()) {
                writePartner(session, month.getKey().toString(), partner.getKey(), partner.getValue());
            }
        }
    }

    private static void writePartner(Session session, String month, String partner, BigDecimal amount)
            throws SQLException {
        session.update(
                "INSERT INTO partner_balance (month, partner, amount) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                month,
                partner);
        var before = session.query(
                "SELECT amount FROM partner_balance WHERE month = ? AND partner = ?"
                        + session.dialect().forUpdate(),
                row -> Contents.amount(
                        row, 1, () -> "partner_balance, month " + month + ", partner " + partner + ", amount"),
                month,
                partner);
        session.update(
                "UPDATE partner_balance SET amount = ? WHERE month = ? AND partner = ?",
                before.get(0).add(amount),
                month,
                partner);
    }
}
