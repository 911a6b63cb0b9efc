package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Day;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.ledger.jdbc.JdbcLedger;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.scenario.Shop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that no store finds again and numbers that no account can hold are refused, and keep nobody else back. */
class BadIdsAndNumbersTest {

    private static final String POINTS = """
            rule "A thousand points for every euro" @offer("points")
            when
                Purchase( $net : netOfDiscounts )
            then
                rewards.give( points(1000).per(1).of( $net ) );
            end
            """;

    private static final String CARD = """
            rule "Nine cones give a free cone" @offer("card")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).every( 9 ).give( freeItem("cone") );
            end
            """;

    private final Programme programme = Shop.programme(POINTS, CARD);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"e\u0301", "\uD83D\uDE00", "a'b\"c\\", "a\nb", "%", " ", "m/c:points"})
    void whateverIsTextIsAnId(String text) {
        var id = "x" + text;
        try (var ledger = JdbcLedger.sqlite(folder.resolve("ids.db"))) {
            var stored = Programme.of(programme.rules(), programme.policies(), ledger);
            var purchase = Purchase.of(id, id, Shop.at("2026-03-01")).line("x", "x", 1, "1");
            assertThat(stored.process(purchase)).isEqualTo(stored.process(purchase));
            assertThat(stored.account(id).points()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "a\0"})
    void whatIsNoTextIsNoId(String id) {
        var at = Shop.at("2026-03-01");
        assertThatThrownBy(() -> programme.process(new Day(id, "c-7", at)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The event's id has a character that is no text, at place ");
        assertThatThrownBy(() -> programme.process(new Day("d-1", id, at)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The customer's id has a character");
    }

    @Test
    void anIdThatFillsAPageIsRefused() {
        assertThatThrownBy(() -> programme.process(new Day("x".repeat(251), "c-7", Shop.at("2026-03-01"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The event's id has 251 characters, more than 250.");
    }

    @Test
    void anEventWithoutATimeOrWithANamelessIdKeepsNoOtherBack() {
        programme.process(Shop.spend("p-1", "2026-03-01", "1"));
        var processed = programme.process(List.of(
                new Day("d-1", Shop.CUSTOMER, null),
                new Day("d-\0", Shop.CUSTOMER, Shop.at("2026-03-02")),
                Shop.spend("p-2", "2026-03-02", "2")));
        assertThat(processed).extracting(Processed::posted).containsExactly(false, false, true);
        assertThat(processed.get(0).problems()).extracting(Problem::message).containsExactly("The event has no time.");
        assertThat(programme.account(Shop.CUSTOMER).points()).isEqualTo(3000);
    }

    @Test
    void morePointsThanAnybodyCanHaveAreRefusedAndKeepNoOtherBack() {
        var processed = programme.process(List.of(
                Shop.spend("p-1", "2026-03-01", "999999999999"),
                Shop.purchase("p-2", "2026-03-01").line("x", "x", 1_000_000, "999999999999"),
                Shop.spend("p-3", "2026-03-01", "1000000000")));
        assertThat(processed.get(0).problems())
                .extracting(Problem::message)
                .containsExactly("It would bring 999999999999000 points, more than 1000000000000.");
        assertThat(processed).extracting(Processed::posted).containsExactly(false, false, true);
        assertThat(programme.account(Shop.CUSTOMER).points()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void moreVouchersThanAnybodyPrintsAreRefused() {
        assertThatThrownBy(() -> programme.process(Shop.cones("p-1", "2026-03-01", 900_000)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("It would bring 100000 vouchers, more than 10000.");
    }

    @Test
    void aPurchaseThatFillsAThousandCardsAndItsReturnLeaveNoTrace() {
        var purchase = Shop.cones("p-1", "2026-03-01", 9_005);
        assertThat(programme.process(purchase).vouchers()).hasSize(1_000);
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-02")));
        assertThat(programme.account(Shop.CUSTOMER).vouchers()).isEmpty();
        assertThat(programme.account(Shop.CUSTOMER).card("cones").filled()).isZero();
    }
}
