package dev.stempel.ledger.jdbc;

import dev.stempel.ledger.Balance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What book accounts hold now. */
final class Balances {

    private Balances() {}

    /** Those of a customer, and of everybody who shares the account. */
    static List<Balance> of(Session session, String customer) throws SQLException {
        var shared = Sharing.of(session, customer).now().stream()
                .map(Sharing.Member::key)
                .toList();
        return shared.isEmpty()
                ? List.of()
                : session.query(
                        "SELECT b.account, b.unit, b.amount, c.id FROM balance b JOIN customer c ON c.key = b.customer"
                                + " WHERE c.key IN (" + Session.marks(shared.size(), "?")
                                + ") ORDER BY c.id, b.account, b.unit",
                        Balances::balance,
                        shared.toArray());
    }

    private static Balance balance(ResultSet row) throws SQLException {
        var book = new Book(row.getString(1), row.getString(2));
        var customer = row.getString(4);
        var amount = Contents.amount(row, 3, () -> Books.place(customer, book));
        return new Balance(Book.full(book.account(), customer), book.unit(), amount);
    }
}
