package dev.stempel.books;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.ledger.Balance;
import dev.stempel.scenario.LivelyShop;
import dev.stempel.scenario.Shop;
import java.math.BigDecimal;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    private static final String CARD = """
            rule "Ten cones give a free one" @offer("card")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).every( 10 ).give( freeItem("cone") );
            end
            """;

    @Test
    void everyMovementHasItsDayItsReasonAndWhatItLeaves() {
        var shop = Shop.programme(Shop.POINTS, CARD);
        var cones = Shop.cones("p-1", "2026-03-02", 12);
        shop.process(cones);
        shop.process(new Redemption("r-1", CUSTOMER, at("2026-03-05"), 7, ""));
        shop.process(Return.ofAll("t-1", cones, at("2026-03-06")).line("cone", 4));
        assertThat(Statement.of(shop.ledger(), CUSTOMER).text()).isEqualTo("""
                Day              Amount Of                    Balance  Why
                2026-03-02           12 stamps:cones               12  Ten cones give a free one (card, p-1)
                2026-03-02          -10 stamps:cones                2  Ten cones give a free one (card, p-1)
                2026-03-02            1 vouchers                    1  Ten cones give a free one (card, p-1)
                2026-03-02           30 points                     30  A point for every euro (points, p-1)
                2026-03-05           -7 points                     23  The customer redeems (redemption, r-1)
                2026-03-06           -1 vouchers                    0  Ten cones give a free one (card, t-1)
                2026-03-06           -4 stamps:cones               -2  Ten cones give a free one (card, t-1)
                2026-03-06           10 stamps:cones                8  Ten cones give a free one (card, t-1)
                2026-03-06          -10 points                     13  A point for every euro (points, t-1)
                """);
    }

    @Test
    void whoNeverMovedAnythingHasAnEmptyStatement() {
        assertThat(Statement.of(Shop.programme(Shop.POINTS).ledger(), "nobody").lines())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void theLastLineOfEachBookAccountIsItsBalance(long seed) {
        var shop = LivelyShop.programme();
        LivelyShop.events(new Random(seed)).forEach(event -> LivelyShop.process(shop, event));
        var last = new TreeMap<String, BigDecimal>();
        Statement.of(shop.ledger(), "c-1")
                .lines()
                .forEach(line -> last.put("customer:c-1:" + line.what() + line.unit(), line.balance()));
        assertThat(shop.ledger().balances("c-1"))
                .hasSizeGreaterThan(3)
                .extracting(balance -> balance.account() + balance.unit(), Balance::amount)
                .containsExactlyInAnyOrderElementsOf(last.entrySet().stream()
                        .map(entry -> tuple(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
