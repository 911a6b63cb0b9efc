package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.policies;
import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.purchase;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.event.Line;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Discount;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Reward;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StackingScenariosTest {

    private static final String DAY = "2026-02-10";

    private static String offer(String id, String annotations, String when, String gift) {
        return """
                rule "Offer %s" @offer("%s") %s
                when
                    %s
                then
                    rewards.give( %s );
                end
                """.formatted(id, id, annotations, when, gift);
    }

    private static String exclusive(String id, String gift) {
        return offer(id, "@exclusive(\"one\")", "Purchase()", gift);
    }

    private static String exclusiveOn(String category, String id, String gift) {
        return offer(id, "@exclusive(\"one\")", "$b : Bought( category == \"" + category + "\" )", gift);
    }

    private static String givers(Outcome outcome) {
        return String.join(
                " ", outcome.rewards().stream().map(Reward::offer).distinct().toList());
    }

    @Test
    @DisplayName("38 Two percentages are taken one after the other")
    void percentagesAreTakenInSequence() {
        var outcome = programme(
                        offer("ten", "", "Purchase()", "percentOff(10)"),
                        offer("twenty", "", "Purchase()", "percentOff(20)"))
                .process(spend("p-1", DAY, "100"));
        assertThat(outcome.discount()).isEqualByComparingTo("28");
    }

    @Test
    @DisplayName("38 By choice two percentages are taken of the initial price")
    void byChoicePercentagesAreTakenOfTheInitialPrice() {
        var outcome = programme(
                        policies().discounts(Policies.Discounts.ON_INITIAL_PRICE),
                        offer("ten", "", "Purchase()", "percentOff(10)"),
                        offer("twenty", "", "Purchase()", "percentOff(20)"))
                .process(spend("p-1", DAY, "100"));
        assertThat(outcome.discount()).isEqualByComparingTo("30");
    }

    @Test
    @DisplayName("39 A discount never brings a line below its minimum price")
    void aDiscountKeepsTheMinimumPrice() {
        var purchase =
                purchase("p-1", DAY).line(Line.of("lamp", "lamps", 1, "50").notBelow("45"));
        var outcome =
                programme(offer("ten", "", "Purchase()", "discount(\"10\")")).process(purchase);
        assertThat(outcome.discount()).isEqualByComparingTo("5");
    }

    @Test
    @DisplayName("39 Discounts never bring an order below zero, and what is left for none is refused")
    void discountsNeverBringAnOrderBelowZero() {
        var outcome = programme(
                        offer("a", "", "Purchase()", "discount(\"8\")"),
                        offer("b", "", "Purchase()", "discount(\"8\")"),
                        offer("c", "", "Purchase()", "discount(\"8\")"))
                .process(spend("p-1", DAY, "10"));
        assertThat(outcome.all(Discount.class).map(Discount::amount))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("8"), new BigDecimal("2"));
        assertThat(outcome.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.NOTHING_LEFT);
    }

    @Test
    @DisplayName("39 The parts of a discount on lines with and without room sum to the whole")
    void thePartsOfACappedDiscountSumToTheWhole() {
        var purchase = purchase("p-1", DAY)
                .line(Line.of("lamp", "lamps", 1, "50").notBelow("45"))
                .line("bulb", "lamps", 1, "3.33");
        var outcome =
                programme(offer("ten", "", "Purchase()", "discount(\"8\")")).process(purchase);
        var discount = outcome.all(Discount.class).findFirst().orElseThrow();
        assertThat(discount.amount()).isEqualByComparingTo("8");
        assertThat(discount.lines().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("8");
        assertThat(discount.lines().get(0)).isLessThanOrEqualTo(new BigDecimal("5"));
    }

    @Test
    @DisplayName("40 Of two exclusive offers the one better for the customer wins")
    void theBetterExclusiveOfferWins() {
        var programme = programme(exclusive("percent", "percentOff(10)"), exclusive("amount", "discount(\"5\")"));
        assertThat(givers(programme.process(spend("p-1", DAY, "100")))).isEqualTo("percent");
        var small = programme.process(spend("p-2", DAY, "40"));
        assertThat(givers(small)).isEqualTo("amount");
        assertThat(small.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.offer()).isEqualTo("percent");
            assertThat(refusal.cause()).isEqualTo(Refusal.Cause.EXCLUSIVE);
        });
    }

    @Test
    @DisplayName("40 The higher of two exclusive multipliers wins")
    void theHigherExclusiveMultiplierWins() {
        var programme = programme(
                policies().multipliers(Policies.Multipliers.MULTIPLIED),
                TierScenariosTest.POINTS,
                exclusive("a-double", "multiplier(2)"),
                exclusive("b-triple", "multiplier(3)"));
        assertThat(programme.process(spend("p-1", DAY, "10")).points()).isEqualTo(30);
    }

    @Test
    @DisplayName("40 A full card that gives more than points wins")
    void aFullCardIsWorthWhatItGives() {
        var card = """
                rule "Every stamp gives credit" @offer("card") @exclusive("one")
                when
                    Bought( category == "things", $things : paidUnits )
                then
                    rewards.stamps( "card", $things ).every( 2 ).give( credit("5") );
                end
                """;
        var programme = programme(card, exclusive("credit", "credit(\"3\")"));
        assertThat(givers(programme.process(purchase("p-1", DAY).line("a", "things", 2, "1"))))
                .isEqualTo("card");
    }

    @Test
    @DisplayName("40 Ties go to the priority, then to the name, whatever the order of files")
    void tiesGoToPriorityThenName() {
        var a = exclusive("a", "discount(\"5\")");
        var b = exclusive("b", "discount(\"5\")");
        var urgent = offer("z", "@exclusive(\"one\") @priority(10)", "Purchase()", "discount(\"5\")");
        assertThat(givers(programme(a, b).process(spend("p-1", DAY, "10")))).isEqualTo("a");
        assertThat(givers(programme(b, a).process(spend("p-1", DAY, "10")))).isEqualTo("a");
        assertThat(givers(programme(a, urgent, b).process(spend("p-1", DAY, "10"))))
                .isEqualTo("z");
    }

    @Test
    @DisplayName("40 Exclusive offers on different lines are both given")
    void exclusiveOffersOnDifferentLinesAreBothGiven() {
        var programme = programme(
                exclusiveOn("cones", "cones", "percentOff(10).on( $b )"),
                exclusiveOn("cups", "cups", "percentOff(20).on( $b )"));
        var basket = purchase("p-1", DAY).line("cone", "cones", 1, "10").line("cup", "cups", 1, "10");
        assertThat(programme.process(basket).discount()).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName("40 Exclusive points on different lines are both given")
    void exclusivePointsOnDifferentLinesAreBothGiven() {
        var programme = programme(exclusiveOn("cones", "cones", "points(3)"), exclusiveOn("cups", "cups", "points(4)"));
        var basket = purchase("p-1", DAY).line("cone", "cones", 1, "10").line("cup", "cups", 1, "10");
        assertThat(programme.process(basket).points()).isEqualTo(7);
    }

    @Test
    @DisplayName("40 A line used by one exclusive offer is not used by another")
    void aLineIsUsedByOneExclusiveOffer() {
        var programme = programme(
                exclusiveOn("cones", "cones", "percentOff(10).on( $b )"), exclusive("all", "discount(\"1.50\")"));
        var basket = purchase("p-1", DAY).line("cone", "cones", 1, "10").line("cup", "cups", 1, "10");
        assertThat(givers(programme.process(basket))).isEqualTo("all");
    }

    @Test
    @DisplayName("40 A unit that an exclusive discount used earns no exclusive points")
    void aDiscountedUnitEarnsNoExclusivePoints() {
        var programme = programme(
                exclusiveOn("cones", "discount", "percentOff(10).on( $b )"),
                exclusiveOn("cones", "cone-points", "points(3)"),
                exclusiveOn("cups", "cup-points", "points(4)"));
        var basket = purchase("p-1", DAY).line("cone", "cones", 1, "10").line("cup", "cups", 1, "10");
        var outcome = programme.process(basket);
        assertThat(outcome.discount()).isEqualByComparingTo("1");
        assertThat(outcome.points()).isEqualTo(4);
    }

    @Test
    @DisplayName("40 When a limit stops the better exclusive offer, the next one is given")
    void theNextOneIsGivenWhenALimitStopsTheBetter() {
        var programme = programme(
                offer("better", "@exclusive(\"one\") @limit(\"1 per customer\")", "Purchase()", "discount(\"5\")"),
                exclusive("lesser", "discount(\"2\")"));
        assertThat(givers(programme.process(spend("p-1", DAY, "10")))).isEqualTo("better");
        var second = programme.process(spend("p-2", DAY, "10"));
        assertThat(givers(second)).isEqualTo("lesser");
        assertThat(second.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.LIMIT);
    }
}
