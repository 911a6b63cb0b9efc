package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Return;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.problem.InvalidRules;
import dev.stempel.scenario.Shop;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts of a rule book are kept, and judge its purchases as long as they are the ones that decided. */
class KeptRulesTest {

    private static final String POINTS = """
            rule "Points for every euro" @offer("points")
            when
                Purchase( $goods : goods )
            then
                rewards.give( points(%d).per(1).of( $goods ) );
            end
            """;

    @TempDir
    private Path folder;

    @Test
    void aChangedTextJudgesNoPurchaseAndNothingIsPosted() throws SQLException {
        try (var ledger = open()) {
            shop(1, ledger).process(Shop.spend("p-1", "2026-03-02", "10"));
        }
        execute("UPDATE rule_book SET texts = REPLACE(texts, 'points(1)', 'points(0)')");
        try (var ledger = open()) {
            var later = shop(2, ledger);
            assertThatThrownBy(() -> later.process(back()))
                    .isInstanceOf(InvalidRules.class)
                    .hasMessageContaining("The ledger keeps other texts for it than those that decided. Maybe ");
            assertThat(ledger.operations()).hasSize(1);
        }
        execute("UPDATE rule_book SET texts = REPLACE(texts, 'points(0)', 'points(1)')");
        try (var ledger = open()) {
            assertThat(shop(2, ledger).process(back()).points()).isEqualTo(-10);
        }
    }

    private static Return back() {
        return new Return("r-1", Shop.CUSTOMER, Shop.at("2031-03-03"), "p-1", List.of(), "");
    }

    private static Programme shop(int points, JdbcLedger ledger) {
        var rules = RuleBook.of(Map.of("points.drl", POINTS.formatted(points)));
        return Programme.of(rules, Shop.policies().build(), ledger)
                .withClock(Clock.fixed(Shop.at("2050-01-01"), ZoneOffset.UTC));
    }

    private JdbcLedger open() {
        return JdbcLedger.sqlite(folder.resolve("shop.db"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
