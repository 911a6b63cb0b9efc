package dev.stempel;

import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Activity;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.problem.InvalidInput;
import dev.stempel.reward.Missing;
import dev.stempel.reward.Unmet;
import dev.stempel.reward.Wording;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why an offer gave nothing, and what is needed for it. */
class MissingTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final Currency EURO = Currency.getInstance("EUR");

    private static final String FIVE_OFF =
            offer("five-off", "", "Purchase( netOfDiscounts >= 20 )", "discount(\"5.00\")");

    private static String offer(String id, String annotations, String conditions, String gift) {
        return """
                package missing
                rule "The offer %1$s"
                    @offer("%1$s") %2$s
                when
                    %3$s
                then
                    rewards.give( %4$s );
                end
                """.formatted(id, annotations, conditions, gift);
    }

    private static Purchase purchase(String id, String category, int units, String price) {
        return Purchase.of(id, "c-7", at("2026-06-15")).line("sku", category, units, price);
    }

    @Test
    void aTotalThatIsTooLowIsToldWithWhatIsLacking() {
        var missing = programme(FIVE_OFF).missing(purchase("p-1", "tea", 1, "18.50"), "five-off");
        assertThat(missing.conditions()).singleElement().satisfies(unmet -> {
            assertThat(unmet.kind()).isEqualTo(Unmet.Kind.AT_LEAST);
            assertThat(unmet.subject().field()).isEqualTo("netOfDiscounts");
            assertThat(unmet.actual()).isEqualTo(new BigDecimal("18.50"));
            assertThat(unmet.lack()).isEqualTo(new BigDecimal("1.50"));
        });
        assertThat(missing).hasToString("total was €18.50, needs at least €20.00 - The offer five-off");
        assertThat(missing.in(DUTCH))
                .isEqualTo("totaal was €\u00a018,50, nodig is minstens €\u00a020,00 - The offer five-off");
        assertThat(customer(missing, Locale.ENGLISH)).isEqualTo("Spend €1.50 more - The offer five-off");
        assertThat(customer(missing, DUTCH)).isEqualTo("Besteed nog €\u00a01,50 - The offer five-off");
    }

    @Test
    void anOfferThatGaveSaysWhat() {
        var missing = programme(FIVE_OFF).missing(purchase("p-1", "tea", 1, "20.00"), "five-off");
        assertThat(missing.isMet()).isTrue();
        assertThat(missing.given()).hasSize(1);
        assertThat(missing).hasToString("Given: €5.00 off - The offer five-off");
    }

    @Test
    void aStampCardTellsHowManyAreNeededForTheNextReward() {
        var programme = programme("""
                package missing
                rule "Nine cones buy the tenth" @offer("cones")
                when
                    $cones : Bought( category == "cones" )
                then
                    rewards.stamps( "ice cream", $cones ).every( 9 ).nextOneFree();
                end
                """);
        var seven = programme.missing(purchase("p-1", "cones", 7, "2.50"), "cones");
        assertThat(customer(seven, Locale.ENGLISH))
                .isEqualTo("2 more cones and the next is free - Nine cones buy the tenth");
        assertThat(customer(seven, DUTCH)).isEqualTo("Nog 2 cones en de volgende is gratis - Nine cones buy the tenth");
        assertThat(seven.toString()).startsWith("Given: 7 stamps on your ice cream card (7 of 9)");
        programme.process(purchase("p-2", "cones", 8, "2.50"));
        var none = programme.missing(purchase("p-3", "tea", 1, "2.50"), "cones");
        assertThat(none).hasToString("nothing was bought of cones, needs at least 1 - Nine cones buy the tenth");
        assertThat(none.next()).extracting(Unmet::lack).isEqualTo(1L);
    }

    @Test
    void theRuleAndTheFactThatLackLeastAreTold() {
        var rule = "Bought( category == \"cones\", paidUnits >= %d, amount >= 10 )";
        var programme = programme(offer("cones", "", rule.formatted(50), "points(1)")
                + offer("cones", "", rule.formatted(5), "points(2)")
                        .replace("package missing", "")
                        .replace("The offer", "Fewer for the offer"));
        var missing = programme.missing(purchase("p-1", "tea", 9, "9.00").line("cone", "cones", 4, "3.00"), "cones");
        assertThat(missing)
                .hasToString("number of paid units (cones) was 4, needs at least 5 - Fewer for the offer cones");
        assertThat(customer(missing, Locale.ENGLISH)).isEqualTo("1 more of cones - Fewer for the offer cones");
    }

    @Test
    void whatTheOfferItselfAsksIsToldToo() {
        var programme = programme(offer(
                "spring",
                "@valid(\"2026-03-01..2026-05-31\") @on(\"Tuesday\") @channel(\"web\") @limit(\"1 per customer per year\")",
                "Purchase( coupons contains \"SPRING\" )",
                "points(10)"));
        var bought = purchase("p-2", "tea", 1, "5.00").in("store", "home").coupon("SPRING");
        assertThat(programme.missing(bought, "spring"))
                .hasToString(
                        "it ended on May 31, 2026; this was June 15, 2026; it holds on Tuesday; this was a Monday; "
                                + "it holds in \"web\"; this was \"store\" - The offer spring");
        assertThat(programme
                        .missing(purchase("p-3", "tea", 1, "5.00").in("web", "").coupon("AUTUMN"), "spring")
                        .in(DUTCH))
                .startsWith(
                        "het eindigde op 31 mei 2026; dit was 15 juni 2026; het geldt op dinsdag; dit was een maandag; ")
                .contains("kortingscodes: \"AUTUMN\", nodig is \"SPRING\"");
    }

    @Test
    void aLimitThatIsUsedUpIsToldWithItsNumbersWhetherOrNotTheConditionsAreMet() {
        var programme = programme(FIVE_OFF.replace("@offer", "@limit(\"1 per customer per month\") @offer"));
        programme.process(purchase("p-1", "tea", 1, "20.00"));
        assertThat(programme.missing(purchase("p-2", "tea", 1, "20.00"), "five-off"))
                .hasToString("the limit for one customer is reached: 1 of 1 - The offer five-off");
        assertThat(programme
                        .missing(purchase("p-2", "tea", 1, "10.00"), "five-off")
                        .conditions())
                .hasSize(2);
    }

    @Test
    void ofAnEventThatWasProcessedItTellsHowItWasThen() {
        var programme = programme(offer("first", "", "Purchase()\n    Account( purchases == 0 )", "points(10)"));
        var first = purchase("p-1", "tea", 1, "5.00");
        programme.process(first);
        programme.process(purchase("p-2", "tea", 1, "5.00"));
        assertThat(programme.missing(first, "first").given()).hasSize(1);
        assertThat(programme.missing(purchase("p-2", "tea", 1, "5.00"), "first"))
                .hasToString("number of purchases before was 1, needs 0 - The offer first");
    }

    @Test
    void aTierThatIsNotReachedIsToldWithThePointsToIt() {
        var programme = programme(
                offer("points", "", "Purchase( $spent : netOfDiscounts )", "points(1).per(1).of($spent)"),
                """
                package missing
                rule "Silver from 100 points" @offer("tiers")
                when
                    Account()
                then
                    rewards.tiers( "Basic" ).then( "Silver", 100 ).inCalendarYear();
                end
                """,
                offer("silver", "", "Purchase()\n    Account( tier == \"Silver\" )", "points(5)"));
        programme.process(purchase("p-1", "tea", 1, "60.00"));
        var missing = programme.missing(purchase("p-2", "tea", 1, "10.00"), "silver");
        assertThat(missing).hasToString("tier was \"Basic\", needs \"Silver\" (40 more points) - The offer silver");
        assertThat(programme.missing(purchase("p-2", "tea", 1, "10.00"), "tiers"))
                .hasToString("In force - Silver from 100 points (30 more points make you \"Silver\")");
    }

    @Test
    void whatMayNotBeAndAnotherKindOfEventAreTold() {
        var programme = programme(
                offer("visit", "", "Activity( kind == \"visit\", attributes[\"how\"] != \"bus\" )", "points(5)"),
                offer("no-tea", "", "Purchase()\n    not Bought( category == \"tea\", units >= 2 )", "points(5)"));
        var bus = new Activity("a-1", "c-7", at("2026-06-15"), "visit", Map.of("how", "bus"));
        assertThat(programme.missing(bus, "visit"))
                .hasToString("attribute (how) was \"bus\", and must not be - The offer visit");
        var tea = purchase("p-1", "tea", 3, "1.00");
        assertThat(programme.missing(tea, "visit").toString()).startsWith("this is nothing the customer did besides");
        assertThat(programme.missing(tea, "no-tea"))
                .hasToString("number of units (tea) was 3, needs less than 2 - The offer no-tea");
        assertThat(programme.nearMisses(tea)).extracting(Missing::offer).containsExactly("no-tea");
    }

    @Test
    void whatLacksLeastComesFirst() {
        var programme = programme(
                offer("far", "", "Purchase( goods >= 100, store == \"home\" )", "points(1)"),
                offer("given", "", "Purchase()", "points(1)"),
                offer("hundred", "", "Purchase( goods >= 100 )", "points(1)"),
                offer("fifty", "", "Purchase( goods >= 50 )", "points(1)"),
                offer("complaint", "", "Complaint()", "points(1)"));
        assertThat(programme.nearMisses(purchase("p-1", "tea", 1, "40.00")))
                .extracting(Missing::offer)
                .containsExactly("fifty", "hundred", "far");
    }

    @Test
    void aListThatIsEmptyHoldsNothing() {
        var programme = programme(
                offer("student", "", "Purchase()\n    Customer( segments contains \"student\" )", "points(1)"));
        assertThat(programme.missing(purchase("p-1", "tea", 1, "40.00"), "student"))
                .hasToString("segments: nothing, needs \"student\" - The offer student");
    }

    @Test
    void nothingIsRemembered() {
        var programme = programme(FIVE_OFF);
        programme.missing(purchase("p-1", "tea", 1, "20.00"), "five-off");
        programme.nearMisses(purchase("p-1", "tea", 1, "20.00"));
        assertThat(programme.ledger().operation("p-1")).isEmpty();
    }

    @Test
    void anOfferThatIsNotThereAndAReturnAreErrors() {
        var programme = programme(FIVE_OFF);
        assertThatThrownBy(() -> programme.missing(purchase("p-1", "tea", 1, "20.00"), "five-of"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("offer five-of: There is no such offer in the programme. Maybe you mean \"five-off\"?");
        assertThatThrownBy(() -> programme.missing(
                        Return.ofAll("r-1", purchase("p-1", "tea", 1, "20.00"), at("2026-06-15")), "five-off"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Maybe ask about the purchase?");
    }

    private static String customer(Missing missing, Locale locale) {
        return Wording.of(locale, EURO).sayMissing(missing);
    }
}
