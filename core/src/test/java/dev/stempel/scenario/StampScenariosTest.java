package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Line;
import dev.stempel.problem.InvalidRules;
import dev.stempel.reward.Discount;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.Stamps;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios 1 to 7, 9 and 10: what a stamp card counts and what a full one brings. */
class StampScenariosTest {

    private static final String NINE_THEN_FREE = """
            package cards
            rule "Ice cream card: nine cones bought, the tenth is free"
                @offer("tenth-free")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).every( 9 ).nextOneFree();
            end
            """;

    private static final String TEN_FOR_A_VOUCHER = """
            package cards
            rule "Ice cream card: every ten cones give a free cone next time"
                @offer("cone-voucher")
            when
                $cones : Bought( category == "cones" )
            then
                rewards.stamps( "cones", $cones ).every( 10 ).give( freeItem("cone") );
            end
            """;

    private static final String FIVE_PAIRS = """
            package cards
            rule "Shoes: 20 euros off for every five pairs"
                @offer("five-pairs")
            when
                $shoes : Bought( category == "shoes" )
            then
                rewards.stamps( "shoes", $shoes ).every( 5 ).give( discount("20") );
            end
            """;

    @Test
    void scenario01_everyTenthIsFreeInTheBasketAndAFreeUnitEarnsNoStamp() {
        var programme = Shop.programme(NINE_THEN_FREE);
        var outcome = programme.process(Shop.cones("p-1", "2026-03-31", 23));
        assertThat(outcome.freeUnits()).isEqualTo(2);
        assertThat(outcome.stamps("cones")).isEqualTo(21);
        assertThat(outcome.all(Stamps.class).mapToLong(Stamps::completed).sum()).isEqualTo(2);
        assertThat(outcome.discount()).isEqualByComparingTo("5.00");
        assertThat(programme.account(Shop.CUSTOMER).card("cones").stamps()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9, 10, 11, 20, 40})
    void scenario01_oneBasketEndsAsTheSameUnitsBoughtOneByOne(int most) {
        for (int units = 1; units <= most; units++) {
            var inOne = Shop.programme(NINE_THEN_FREE);
            long free = inOne.process(Shop.cones("p", "2026-03-31", units)).freeUnits();
            assertThat(free).isEqualTo(units / 10);
            assertThat(inOne.account(Shop.CUSTOMER).card("cones").filled()).isEqualTo(units % 10);
        }
        var oneByOne = Shop.programme(NINE_THEN_FREE);
        long free = 0;
        for (int unit = 0; unit < most; unit++) {
            free += oneByOne.process(Shop.cones("p-" + unit, "2026-03-31", 1)).freeUnits();
        }
        assertThat(free).isEqualTo(most / 10);
        assertThat(oneByOne.account(Shop.CUSTOMER).card("cones").filled()).isEqualTo(most % 10);
    }

    @ParameterizedTest
    @CsvSource({"10, 23, 2, 3", "9, 23, 2, 5", "10, 10, 1, 0", "10, 9, 0, 9", "1, 4, 4, 0", "7, 100, 14, 2"})
    void scenario02_vouchersForTheNextVisitLeaveEveryUnitPaid(long size, long bought, int vouchers, long left) {
        var programme = Shop.programme(TEN_FOR_A_VOUCHER.replace("every( 10 )", "every( " + size + " )"));
        var outcome = programme.process(Shop.cones("p-1", "2026-03-31", bought));
        assertThat(outcome.vouchers()).hasSize(vouchers);
        assertThat(outcome.vouchers().stream().distinct()).hasSize(vouchers);
        assertThat(outcome.freeUnits()).isZero();
        assertThat(outcome.stamps("cones")).isEqualTo(bought);
        assertThat(programme.account(Shop.CUSTOMER).card("cones").stamps()).isEqualTo(left);
        assertThat(programme.account(Shop.CUSTOMER).openVouchers()).hasSize(vouchers);
    }

    @Test
    void scenario03_nineFillTheCardAndTheTenthIsFree() {
        var nine = Shop.programme(NINE_THEN_FREE);
        assertThat(nine.process(Shop.cones("p-1", "2026-03-31", 9)).freeUnits()).isZero();
        assertThat(nine.account(Shop.CUSTOMER).card("cones").full()).isTrue();
        var ten = Shop.programme(NINE_THEN_FREE);
        assertThat(ten.process(Shop.cones("p-1", "2026-03-31", 10)).freeUnits()).isEqualTo(1);
        assertThat(ten.account(Shop.CUSTOMER).card("cones").full()).isFalse();
    }

    @Test
    void scenario04_theStampThatFillsTheCardMakesTheNextUnitFreeAndThatOneEarnsNothing() {
        var programme = Shop.programme(NINE_THEN_FREE);
        programme.process(Shop.cones("p-1", "2026-03-30", 8));
        var filling = programme.process(Shop.cones("p-2", "2026-03-31", 1));
        assertThat(filling.all(Stamps.class).mapToLong(Stamps::completed).sum()).isEqualTo(1);
        var account = programme.account(Shop.CUSTOMER);
        assertThat(account.card("cones").freeUnits()).isEqualTo(1);
        assertThat(account.card("cones").stamps()).isZero();
        var next = programme.process(Shop.cones("p-3", "2026-04-01", 1));
        assertThat(next.freeUnits()).isEqualTo(1);
        assertThat(next.stamps("cones")).isZero();
        assertThat(programme.account(Shop.CUSTOMER).card("cones").filled()).isZero();
    }

    @Test
    void scenario05_theCheapestUnitIsFree() {
        var programme = Shop.programme(NINE_THEN_FREE);
        var outcome = programme.process(Shop.purchase("p-1", "2026-03-31")
                .line("sundae", "cones", 5, "4.00")
                .line("cone", "cones", 3, "2.50")
                .line("split", "cones", 2, "6.00"));
        var free = outcome.all(FreeUnits.class).findFirst().orElseThrow();
        assertThat(free.lines()).isEqualTo(Map.of(1, 1L));
        assertThat(free.value()).isEqualByComparingTo("2.50");
    }

    @Test
    void scenario05_onATieTheFirstLineIsFree() {
        var programme = Shop.programme(NINE_THEN_FREE);
        var outcome = programme.process(Shop.purchase("p-1", "2026-03-31")
                .line("split", "cones", 18, "6.00")
                .line("lemon", "cones", 1, "2.50")
                .line("vanilla", "cones", 3, "2.50"));
        assertThat(outcome.all(FreeUnits.class).findFirst().orElseThrow().lines())
                .isEqualTo(Map.of(1, 1L, 2, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-10"})
    void scenario06_aCardOfNoStampsIsRefusedWithItsLine(String size) {
        assertThatThrownBy(() -> Shop.book(NINE_THEN_FREE.replace("every( 9 )", "every( " + size + " )")))
                .isInstanceOfSatisfying(
                        InvalidRules.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.place()).isEqualTo("tenth-free.drl");
                                    assertThat(problem.line()).isEqualTo(7);
                                    assertThat(problem.message()).contains("every " + size);
                                    assertThat(problem.hint()).startsWith("Maybe");
                                }));
    }

    @ParameterizedTest
    @CsvSource({"12, 2, 2", "4, 0, 4", "5, 1, 0", "26, 5, 1"})
    void scenario07_aDiscountForEveryFivePairs(long pairs, int discounts, long carried) {
        var programme = Shop.programme(FIVE_PAIRS);
        var outcome = programme.process(Shop.purchase("p-1", "2026-03-31").line("sneaker", "shoes", pairs, "50.00"));
        assertThat(outcome.discount()).isEqualByComparingTo(BigDecimal.valueOf(20L * discounts));
        assertThat(outcome.all(Discount.class)).hasSize(discounts > 0 ? 1 : 0);
        assertThat(programme.account(Shop.CUSTOMER).card("shoes").stamps()).isEqualTo(carried);
    }

    @Test
    void scenario09_aRewardDiscountLineIsNoUnit() {
        var programme = Shop.programme(TEN_FOR_A_VOUCHER);
        var outcome =
                programme.process(Shop.cones("p-1", "2026-03-31", 5).line("reward-discount", "cones", 1, "-2.50"));
        assertThat(outcome.stamps("cones")).isEqualTo(5);
    }

    @Test
    void scenario09_aUnitGivenAwayEarnsNoStamp() {
        var programme = Shop.programme(TEN_FOR_A_VOUCHER);
        var outcome = programme.process(Shop.cones("p-1", "2026-03-31", 5)
                .line(Line.of("cone", "cones", 2, "2.50").givenFree())
                .line("sample", "cones", 3, "0.00"));
        assertThat(outcome.stamps("cones")).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T12:00:00, 90, 2026-04-01T23:59:59, 2026-04-02T00:00:00",
        "2026-01-01T23:30:00, 90, 2026-04-01T23:59:59, 2026-04-02T00:00:00",
        "2026-12-30T00:00:00, 1, 2026-12-31T23:59:59, 2027-01-01T00:00:00",
        "2028-02-28T12:00:00, 1, 2028-02-29T23:59:59, 2028-03-01T00:00:00"
    })
    void scenario10_stampsLapseAtTheEndOfTheCardsLastDayInTheProgrammesZone(
            String first, int days, String last, String over) {
        var programme =
                Shop.programme(TEN_FOR_A_VOUCHER.replace(".every(", ".expiringAfter( days(" + days + ") ).every("));
        programme.process(Shop.cones("p-1", first, 4));
        programme.process(Shop.cones("p-2", last, 4));
        var card = programme.account(Shop.CUSTOMER, Shop.at(last)).card("cones");
        assertThat(card.stamps()).isEqualTo(8);
        assertThat(card.lastDay()).isEqualTo(last.substring(0, 10));
        assertThat(programme.account(Shop.CUSTOMER, Shop.at(over)).card("cones").stamps())
                .isZero();
        programme.process(Shop.cones("p-3", over, 4));
        var next = programme.account(Shop.CUSTOMER, Shop.at(over)).card("cones");
        assertThat(next.stamps()).isEqualTo(4);
        assertThat(next.startedOn()).isEqualTo(over.substring(0, 10));
    }

    @Test
    void scenario10_aNewCardLivesFromItsOwnFirstStamp() {
        var programme = Shop.programme(TEN_FOR_A_VOUCHER.replace(".every(", ".expiringAfter( days(90) ).every("));
        programme.process(Shop.cones("p-1", "2026-01-01", 8));
        programme.process(Shop.cones("p-2", "2026-03-01", 5));
        var card = programme.account(Shop.CUSTOMER, Shop.at("2026-05-30")).card("cones");
        assertThat(card.stamps()).isEqualTo(3);
        assertThat(card.lastDay()).isEqualTo("2026-05-30");
    }
}
