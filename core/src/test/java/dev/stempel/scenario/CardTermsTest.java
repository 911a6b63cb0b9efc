package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.account.Card;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another rule book changes the size and the lifetime of cards that are in use. */
class CardTermsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            for ever,  40, 2026-04-19
            90,        30, 2026-04-09
            45,        40, 2026-04-15
            30,        50, 2026-04-20
            20,        10, 2026-03-20
            """)
    void aCardInUseHasItsNewLifetimeWholeButNoMoreThanItHad(String before, String after, String lastDay) {
        var programme = Shop.programme(card(before, 10));
        programme.process(Shop.cones("p-1", "2026-03-01", 3));
        programme.activate(Shop.book(card(after, 10)));
        programme.process(Shop.cones("p-2", "2026-03-10", 1));
        assertThat(cones(programme, "2026-03-10").lastDay()).isEqualTo(lastDay);
        assertThat(cones(programme, lastDay).stamps()).isEqualTo(4);
    }

    @Test
    void aPurchaseDoesNotEndTheCardItStamps() {
        var programme = Shop.programme(card("for ever", 10));
        programme.process(Shop.cones("p-1", "2025-03-01", 8));
        programme.activate(Shop.book(card("40", 10)));
        programme.process(Shop.cones("p-2", "2026-03-10", 1));
        assertThat(programme.process(Shop.cones("p-3", "2026-03-11", 1)).vouchers())
                .hasSize(1);
    }

    @Test
    void whatComesBackTakesItsTermsAlong() {
        var programme = Shop.programme(card("for ever", 10));
        programme.process(Shop.cones("p-1", "2026-03-01", 3));
        var second = renewed(programme, card("40", 5));
        assertThat(cones(programme, "2026-03-10").size()).isEqualTo(5);
        givenBack(programme, second);
        assertThat(cones(programme, "2026-03-11").stamps()).isEqualTo(3);
        assertThat(cones(programme, "2026-03-11").size()).isEqualTo(10);
        assertThat(cones(programme, "2026-03-11").lastDay()).isNull();
    }

    @Test
    void aCardThatASmallerOneFilledIsThereAgain() {
        var programme = Shop.programme(card("for ever", 10));
        programme.process(Shop.cones("p-1", "2026-03-01", 8));
        var second = renewed(programme, card("for ever", 8));
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-03-10")).openVouchers())
                .hasSize(1);
        givenBack(programme, second);
        assertThat(programme.account(Shop.CUSTOMER, Shop.at("2026-03-11")).openVouchers())
                .isEmpty();
        assertThat(cones(programme, "2026-03-11").stamps()).isEqualTo(8);
        assertThat(cones(programme, "2026-03-11").size()).isEqualTo(10);
    }

    @Test
    void theReturnOfAnOldPurchaseLeavesTheCardUnderTheTermsOfToday() {
        var programme = Shop.programme(card("for ever", 10));
        var first = Shop.cones("p-1", "2026-03-01", 3);
        programme.process(first);
        renewed(programme, card("40", 5));
        programme.process(Return.ofAll("r-1", first, Shop.at("2026-03-11")).line("cone", 1));
        assertThat(cones(programme, "2026-03-11").stamps()).isEqualTo(3);
        assertThat(cones(programme, "2026-03-11").size()).isEqualTo(5);
        assertThat(cones(programme, "2026-03-11").lastDay()).isEqualTo("2026-04-19");
    }

    @Test
    void termsStayForAsLongAsAStampOfThemStays() {
        var programme = Shop.programme(card("for ever", 10));
        programme.process(Shop.cones("p-1", "2026-03-01", 3));
        var second = renewed(programme, card("40", 8));
        var third = Shop.cones("p-3", "2026-03-10", 1);
        var fourth = Shop.cones("p-4", "2026-03-11", 1);
        programme.process(third);
        programme.process(fourth);
        givenBack(programme, second);
        givenBack(programme, third);
        assertThat(cones(programme, "2026-03-11").size()).isEqualTo(8);
        givenBack(programme, fourth);
        assertThat(cones(programme, "2026-03-11").size()).isEqualTo(10);
    }

    @Test
    void termsBetweenTwoOthersGoWithoutATrace() {
        var programme = Shop.programme(card("for ever", 10));
        programme.process(Shop.cones("p-1", "2026-03-01", 1));
        var second = renewed(programme, card("for ever", 8));
        programme.activate(Shop.book(card("for ever", 6)));
        var third = Shop.cones("p-3", "2026-03-11", 1);
        programme.process(third);
        givenBack(programme, second);
        assertThat(cones(programme, "2026-03-11").size()).isEqualTo(6);
        givenBack(programme, third);
        assertThat(cones(programme, "2026-03-11").size()).isEqualTo(10);
    }

    @Test
    void termsAreThoseOfTheYoungestStampsWhateverIsToldFirst() {
        var programme = Shop.programme(card("for ever", 10));
        programme.process(Shop.cones("p-2", "2026-03-10", 1));
        programme.activate(Shop.book(card("for ever", 8)));
        programme.process(Shop.cones("p-1", "2026-03-01", 1));
        assertThat(cones(programme, "2026-03-11").size()).isEqualTo(10);
    }

    /** The second purchase, under another rule book. */
    private static Purchase renewed(Programme programme, String card) {
        programme.activate(Shop.book(card));
        var second = Shop.cones("p-2", "2026-03-10", 1);
        programme.process(second);
        return second;
    }

    private static void givenBack(Programme programme, Purchase purchase) {
        programme.process(Return.ofAll("r-" + purchase.id(), purchase, Shop.at("2026-03-11")));
    }

    private static Card cones(Programme programme, String day) {
        return programme.account(Shop.CUSTOMER, Shop.at(day)).card("cones");
    }

    private static String card(String days, int size) {
        var lifetime = days.equals("for ever") ? "" : ".expiringAfter( days(" + days + ") )";
        return """
                rule "Cones give a free cone" @offer("card")
                when
                    $cones : Bought( category == "cones" )
                then
                    rewards.stamps( "cones", $cones )%s.every( %d ).give( freeItem("cone") );
                end
                """.formatted(lifetime, size);
    }
}
