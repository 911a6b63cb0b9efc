package dev.stempel.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.ledger.jdbc.Postgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody changes in the tables of a server, the audit finds it and says where. */
class DamagedServerTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an entry | UPDATE entry SET amount = 9999 WHERE (operation, line) = (SELECT operation, line FROM entry ORDER BY 1, 2 LIMIT 1) | Entry 1 of event ",
                "an entry deleted | DELETE FROM entry WHERE (operation, line) = (SELECT operation, line FROM entry ORDER BY 1, 2 LIMIT 1) | is none; expected is ",
                "a balance | UPDATE balance SET amount = 12345 WHERE account = 'customer:points' | the balances come to 12345",
                "a snapshot | UPDATE snapshot SET account = REPLACE(account, '\"credit\":\"', '\"credit\":\"7') | The account kept after operation 32: its credit is ",
                "an operation deleted | DELETE FROM operation WHERE (customer, number) = (SELECT customer, MAX(number) FROM operation GROUP BY customer ORDER BY 1 LIMIT 1) | its entries come to ",
            })
    void damageIsFound(String what, String sql, String told) throws SQLException {
        var schema = Postgres.freshSchema();
        try (var pool = Postgres.pool(schema, 2);
                var connection = DriverManager.getConnection(Postgres.url(schema));
                var statement = connection.createStatement()) {
            DamageTest.fill(JdbcLedger.of(pool));
            assertThat(DamageTest.audit(JdbcLedger.of(pool)).problems()).isEmpty();
            statement.execute("DROP TRIGGER entry_is_never_changed ON entry");
            assertThat(statement.executeUpdate(sql)).as(what).isPositive();
            assertThat(DamageTest.audit(JdbcLedger.of(pool)).problems())
                    .as(what)
                    .anySatisfy(problem ->
                            assertThat(problem.toString()).contains(told).contains(" Maybe "));
        }
    }
}
