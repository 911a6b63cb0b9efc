package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Line;
import dev.stempel.reward.FreeShipping;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasketOffersTest {

    private static final String THIRD_FREE = """
            rule "Buy two pairs of socks, get the third free" @offer("socks")
            when
                $socks : Bought( category == "socks" )
            then
                rewards.give( cheapestFree(1).outOf(3).among( $socks ) );
            end
            """;

    private static final String STAMP_A_PAIR = """
            rule "A stamp for every paid pair" @offer("pairs")
            when
                Bought( category == "socks", $pairs : paidUnits )
            then
                rewards.stamps( "pairs", $pairs ).every( 10 ).give( freeItem("pair") );
            end
            """;

    private static final String FREE_SHIPPING = """
            rule "Free shipping from fifty euros on" @offer("shipping")
            when
                Purchase( netOfDiscounts >= 50 )
            then
                rewards.give( freeShipping() );
            end
            """;

    private static final String TEN_OFF = """
            rule "Ten percent off" @offer("ten-off")
            when
                Purchase()
            then
                rewards.give( percentOff(10) );
            end
            """;

    private static final String TOGETHER = """
            rule "A cone and a coffee together are fifty cents cheaper" @offer("together")
            when
                Bought( category == "cones", $cones : paidUnits )
                Bought( category == "coffee", $cups : paidUnits )
            then
                rewards.give( discount("0.50").forEach( together( $cones, $cups ) ) );
            end
            """;

    private static final String LUNCH_PRICE = """
            rule "Lunch costs 8.50" @offer("lunch")
            when
                $lunch : Bought( category == "lunch" )
            then
                rewards.give( price("8.50").on( $lunch ) );
            end
            """;

    @ParameterizedTest
    @CsvSource({"10.00, 2, 3.00", "8.50, 1, 0", "8.00, 3, 0"})
    void aLowerPriceIsGivenForEachUnitAndNeverAHigherOne(String price, long units, String off) {
        var outcome = programme(LUNCH_PRICE)
                .process(purchase("p-1", "2026-03-01")
                        .line("soup", "lunch", units, price)
                        .line("hat", "hats", 1, "20.00"));
        assertThat(outcome.discount()).isEqualByComparingTo(off);
    }

    @Test
    void aLowerPriceStopsAtTheMinimumPrice() {
        var outcome = programme(LUNCH_PRICE)
                .process(purchase("p-1", "2026-03-01")
                        .line(Line.of("soup", "lunch", 1, "10.00").notBelow("9.00")));
        assertThat(outcome.discount()).isEqualByComparingTo("1.00");
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1", "5, 1", "6, 2"})
    void everyThirdPairIsFreeAndAFreePairEarnsNoStamp(long pairs, long free) {
        var outcome = programme(THIRD_FREE, STAMP_A_PAIR)
                .process(purchase("p-1", "2026-03-01").line("sock", "socks", pairs, "4.00"));
        assertThat(outcome.freeUnits()).isEqualTo(free);
        assertThat(outcome.stamps("pairs")).isEqualTo(pairs - free);
    }

    @Test
    void theCheapestPairIsTheFreeOne() {
        var outcome = programme(THIRD_FREE)
                .process(purchase("p-1", "2026-03-01")
                        .line("wool", "socks", 2, "9.00")
                        .line("cotton", "socks", 1, "4.00")
                        .line("hat", "hats", 1, "1.00"));
        assertThat(outcome.discount()).isEqualByComparingTo("4.00");
    }

    @ParameterizedTest
    @CsvSource({"50.00, false", "55.55, false", "55.56, true", "60.00, true"})
    void theThresholdOfFreeShippingLooksAtWhatIsLeftAfterDiscounts(String price, boolean free) {
        var outcome = programme(FREE_SHIPPING, TEN_OFF)
                .process(purchase("p-1", "2026-03-01")
                        .line("lamp", "lamps", 1, price)
                        .withSums(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("4.95")));
        assertThat(outcome.all(FreeShipping.class).count()).isEqualTo(free ? 1 : 0);
    }

    @Test
    void aBundleIsDiscountedOnceForEachSet() {
        var outcome = programme(TOGETHER)
                .process(purchase("p-1", "2026-03-01")
                        .line("cone", "cones", 3, "2.50")
                        .line("latte", "coffee", 2, "3.00"));
        assertThat(outcome.discount()).isEqualByComparingTo("1.00");
    }
}
