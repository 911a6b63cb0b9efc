package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Discount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios 11 to 15: what points are earned on, how fractions are rounded, how an amount is shared among lines. */
class PointsScenariosTest {

    private static final String PER_EURO = """
            package points
            rule "A point per euro"
                @offer("per-euro")
            when
                Purchase( $base : netOfDiscounts )
            then
                rewards.give( points(1).per(1).of( $base ) );
            end
            """;

    private static final String DISCOUNT = """
            package discounts
            rule "Ten off"
                @offer("ten-off")
            when
                Purchase()
            then
                rewards.give( discount("10") );
            end
            """;

    private static String multiplier(String offer, String factor) {
        return """
                package points
                rule "%1$s"
                    @offer("%1$s")
                when
                    Purchase()
                then
                    rewards.give( multiplier("%2$s") );
                end
                """.formatted(offer, factor);
    }

    @ParameterizedTest
    @CsvSource({"goods, 90", "netOfDiscounts, 75", "netOfDiscountsAndTax, 45", "paid, 95"})
    void scenario11_theRuleNamesTheBaseThePointsAreEarnedOn(String base, long points) {
        var programme = Shop.programme(PER_EURO.replace("netOfDiscounts", base));
        var purchase = Shop.spend("p-1", "2026-03-31", "90.00")
                .coupon("FIFTEEN")
                .withSums(new BigDecimal("15.00"), new BigDecimal("30.00"), new BigDecimal("20.00"));
        assertThat(programme.process(purchase).points()).isEqualTo(points);
    }

    @Test
    void scenario11_aCouponWrittenAsALineBelowZeroIsADiscountToo() {
        var programme = Shop.programme(PER_EURO);
        var purchase = Shop.spend("p-1", "2026-03-31", "90.00").line("coupon", "coupons", 1, "-15.00");
        assertThat(programme.process(purchase).points()).isEqualTo(75);
    }

    @Test
    void scenario11_aDiscountOfTheProgrammesOwnIsTakenOffTheBase() {
        var programme = Shop.programme(PER_EURO, DISCOUNT);
        assertThat(programme.process(Shop.spend("p-1", "2026-03-31", "90.00")).points())
                .isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({"21.90, 2, 2", "19.99, 1, 2", "25.00, 2, 3", "24.99, 2, 2", "9.99, 0, 1", "4.99, 0, 0", "0.00, 0, 0"})
    void scenario12_aFractionOfAPointIsRoundedDownOrHalfUpByChoice(String euros, long down, long halfUp) {
        var perTen = PER_EURO.replace("per(1)", "per(10)");
        var purchase = Shop.spend("p-1", "2026-03-31", euros);
        assertThat(Shop.programme(perTen).process(purchase).points()).isEqualTo(down);
        assertThat(Shop.programme(Shop.policies().pointRounding(RoundingMode.HALF_UP), perTen)
                        .process(purchase)
                        .points())
                .isEqualTo(halfUp);
        assertThat(Shop.programme(perTen.replace("of( $base )", "of( $base ).roundedHalfUp()"))
                        .process(purchase)
                        .points())
                .isEqualTo(halfUp);
    }

    @ParameterizedTest
    @CsvSource({"5, 1.5, 7", "7, 1.5, 10", "10, 1.1, 11", "3, 0.5, 1", "9, 3, 27"})
    void scenario13_aMultiplierIsRoundedOnce(String euros, String factor, long points) {
        var programme = Shop.programme(PER_EURO, multiplier("more", factor));
        assertThat(programme.process(Shop.spend("p-1", "2026-03-31", euros)).points())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"HIGHEST, 15", "MULTIPLIED, 30", "ADDED, 25"})
    void scenario13_ofTwoMultipliersTheHigherCountsOrBothByChoice(Policies.Multipliers choice, long points) {
        var programme = Shop.programme(
                Shop.policies().multipliers(choice), PER_EURO, multiplier("double", "2"), multiplier("triple", "3"));
        assertThat(programme.process(Shop.spend("p-1", "2026-03-31", "5")).points())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @EnumSource(Policies.Multipliers.class)
    void scenario13_aSingleMultiplierIsTheSameUnderEveryChoice(Policies.Multipliers choice) {
        var programme = Shop.programme(Shop.policies().multipliers(choice), PER_EURO, multiplier("double", "2"));
        assertThat(programme.process(Shop.spend("p-1", "2026-03-31", "5")).points())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 10, 100 100 100, 3.34 3.33 3.33",
        "JPY, 10, 100 100 100, 4 3 3",
        "KWD, 10.000, 100 100 100, 3.334 3.333 3.333",
        "EUR, 0.02, 5 5 5, 0.01 0.01 0",
        "EUR, 6, 1 2 3, 1 2 3",
        "EUR, 10, 40 20 40, 4 2 4",
        "EUR, 1, 10 20 30 40 50, 0.07 0.13 0.20 0.27 0.33",
        "JPY, 7, 10 10 10 10 10, 2 2 1 1 1"
    })
    void scenario14_theSharesOfADiscountSumToTheWhole(String currency, String amount, String prices, String shares) {
        var programme = Shop.programme(
                Policies.builder("High Street", "Europe/Amsterdam", currency),
                DISCOUNT.replace("discount(\"10\")", "discount(\"" + amount + "\")"));
        var discount = programme
                .process(basket(prices))
                .all(Discount.class)
                .findFirst()
                .orElseThrow();
        var wanted = amounts(shares);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(discount.lines().getOrDefault(i, BigDecimal.ZERO)).isEqualByComparingTo(wanted.get(i));
        }
        assertThat(discount.amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "0.015 0.015, 0.03",
        "0.004 0.004 0.004 9, 5",
        "19.99 0.01 7.77 3.33 3.33 3.33, 13.37",
        "0.01 0.01 0.01, 0.02",
        "1000000 0.01, 999999.99"
    })
    void scenario14_noShareIsMoreThanItsLineCosts(String prices, String amount) {
        var programme = Shop.programme(DISCOUNT.replace("discount(\"10\")", "discount(\"" + amount + "\")"));
        var discount = programme
                .process(basket(prices))
                .all(Discount.class)
                .findFirst()
                .orElseThrow();
        var sum = BigDecimal.ZERO;
        for (var share : discount.lines().entrySet()) {
            assertThat(share.getValue())
                    .isPositive()
                    .isLessThanOrEqualTo(amounts(prices).get(share.getKey()));
            sum = sum.add(share.getValue());
        }
        assertThat(sum).isEqualByComparingTo(discount.amount()).isEqualByComparingTo(amount);
    }

    @Test
    void scenario15_aCurrencyWithoutARateIsAnErrorAndNothingIsPosted() {
        var programme = Shop.programme(PER_EURO);
        var purchase = Shop.spend("p-1", "2026-03-31", "90.00").in(Currency.getInstance("USD"));
        assertThatThrownBy(() -> programme.process(purchase))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("event p-1")
                .hasMessageContaining("USD")
                .hasMessageContaining("Maybe");
        assertThat(programme.ledger().operations()).isEmpty();
    }

    @Test
    void scenario15_aCurrencyWithARateEarnsInTheProgrammesOwn() {
        var programme = Shop.programme(Shop.policies().rate("USD", "0.90"), PER_EURO);
        var purchase = Shop.spend("p-1", "2026-03-31", "90.00").in(Currency.getInstance("USD"));
        assertThat(programme.process(purchase).points()).isEqualTo(81);
    }

    private static Purchase basket(String prices) {
        var purchase = Shop.purchase("p-1", "2026-03-31");
        for (var price : prices.split(" ")) {
            purchase = purchase.line("something", "things", 1, price);
        }
        return purchase;
    }

    private static List<BigDecimal> amounts(String texts) {
        return Stream.of(texts.split(" ")).map(BigDecimal::new).toList();
    }
}
