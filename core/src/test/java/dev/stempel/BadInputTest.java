package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stempel.event.Cancellation;
import dev.stempel.event.Complaint;
import dev.stempel.event.Event;
import dev.stempel.event.EventCheck;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.event.Survey;
import dev.stempel.json.StempelJson;
import dev.stempel.policy.Policies;
import dev.stempel.problem.EventConflict;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with an event is told at once, with a hint, and nothing is posted. */
class BadInputTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final RuleBook RULES = RuleBook.of(Map.of("points.drl", """
            rule "A point for every euro" @offer("points")
            when
                $purchase : Purchase()
            then
                rewards.give( points(1).per(1).of( $purchase.goods() ) );
            end
            """));

    private final Programme programme = Programme.of(
                    RULES,
                    Policies.builder("High Street", "Europe/Amsterdam", "EUR")
                            .rate("GBP", "1.15")
                            .build())
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC));

    private static Purchase purchase(String id) {
        return Purchase.of(id, "c-7", NOW.minusSeconds(3600));
    }

    private static Purchase coffee(String id) {
        return purchase(id).line("coffee", "drinks", 2, "3.00");
    }

    private void refused(Event event, String... problems) {
        refused(InvalidInput.class, event, problems);
    }

    private void refused(Class<? extends StempelException> kind, Event event, String... problems) {
        var posted = programme.ledger().operations().toList();
        var account = programme.account("c-7", NOW);
        assertThat(problems(kind, () -> programme.preview(event))).containsExactly(problems);
        assertThat(problems(kind, () -> programme.process(event))).containsExactly(problems);
        assertThat(programme.ledger().operations().toList()).isEqualTo(posted);
        assertThat(programme.account("c-7", NOW)).isEqualTo(account);
    }

    private static List<String> problems(
            Class<? extends StempelException> kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var thrown = catchThrowableOfType(kind, call);
        assertThat(thrown).as("nothing was refused").isNotNull();
        assertThat(thrown.problems()).extracting(Problem::hint).allMatch(hint -> hint.matches("Maybe .*\\?"));
        return thrown.problems().stream().map(Problem::message).toList();
    }

    @Test
    void allProblemsOfAnEventAreToldAtOnce() {
        var purchase = Purchase.of(" ", "", NOW.plusSeconds(3600))
                .line("coffee", "drinks", 0, "3.00")
                .line("", "drinks", -2, "3.00")
                .line(Line.of("tea", "drinks", 2_000_000, "2.00").notBelow("-1"))
                .withSums(new BigDecimal("-1"), new BigDecimal("-2"), new BigDecimal("-3"))
                .in(Currency.getInstance("USD"));
        refused(
                purchase,
                "The event has no id.",
                "The event has no customer.",
                "The event lies in the future: 2026-03-31T13:00:00Z is after 2026-03-31T12:00:00Z.",
                "The programme has no rate for the currency USD.",
                "line 1 (coffee) has the quantity 0.",
                "line 2 has no sku.",
                "line 2 has the quantity -2.",
                "line 3 (tea) has the quantity 2000000.",
                "line 3 (tea) minimumPrice is -1.",
                "discount is -1.",
                "tax is -2.",
                "shipping is -3.");
    }

    @Test
    void anEventWithoutATimeIsRefused() {
        refused(StempelJson.event("{\"type\":\"day\",\"id\":\"d-1\",\"customer\":\"c-7\"}"), "The event has no time.");
    }

    @Test
    void theTillsClockMayBeFiveMinutesAhead() {
        var ahead = NOW.plus(EventCheck.CLOCK_SKEW);
        assertThat(programme
                        .process(Purchase.of("p-1", "c-7", ahead).line("coffee", "drinks", 1, "3"))
                        .points())
                .isEqualTo(3);
        refused(
                Purchase.of("p-2", "c-7", ahead.plusMillis(1)).line("coffee", "drinks", 1, "3"),
                "The event lies in the future: 2026-03-31T12:05:00.001Z is after 2026-03-31T12:00:00Z.");
    }

    @Test
    void anEventOfAnotherAgeIsRefused() {
        refused(
                Purchase.of("p-1", "c-7", Instant.MIN).line("coffee", "drinks", 1, "3"),
                "The event lies before 1970: " + Instant.MIN + ".");
    }

    @Test
    void aPurchaseWithoutLinesIsRefused() {
        refused(purchase("p-1"), "The purchase has no lines.");
    }

    @Test
    void aPurchaseOfAMillionLinesIsRefusedWithOneProblem() {
        var lines = Collections.nCopies(1_000_000, Line.of("coffee", "drinks", 0, "3.00"));
        refused(purchase("p-1").withLines(lines), "The purchase has 1000000 lines, more than 10000.");
    }

    @Test
    void aReturnOfAMillionLinesIsRefusedWithOneProblem() {
        var lines = Collections.nCopies(1_000_000, new Return.Line("coffee", 0));
        refused(new Return("r-1", "c-7", NOW, "p-1", lines, ""), "The return has 1000000 lines, more than 10000.");
    }

    @Test
    void aCurrencyWithARateIsTaken() {
        assertThat(programme
                        .process(coffee("p-1").in(Currency.getInstance("GBP")))
                        .points())
                .isEqualTo(6);
    }

    @Test
    void anAmountThatNoTillPrintsIsRefused() {
        refused(
                purchase("p-1")
                        .line("a", "things", 1, "1e13")
                        .line("b", "things", 1, "1e1000000000")
                        .line("c", "things", 1, "1e-1000000000"),
                "line 1 (a) has the unit price 1E+13.",
                "line 2 (b) has the unit price 1E+1000000000.",
                "line 3 (c) has the unit price 1E-1000000000.");
    }

    @Test
    void theSameIdWithOtherContentIsAConflict() {
        programme.process(coffee("p-1"));
        refused(
                EventConflict.class,
                coffee("p-1").line("cake", "food", 1, "4.00"),
                "The id was used before, for an event with other content.");
    }

    @Test
    void theReturnOfAnUnknownPurchaseIsRefused() {
        refused(Return.ofAll("r-1", coffee("p-1"), NOW), "The customer c-7 has no purchase \"p-1\".");
    }

    @Test
    void theReturnOfSomebodyElsesPurchaseIsRefused() {
        programme.process(coffee("p-1"));
        refused(new Return("r-1", "c-8", NOW, "p-1", List.of(), ""), "The customer c-8 has no purchase \"p-1\".");
    }

    @Test
    void returningMoreThanWasBoughtIsRefused() {
        programme.process(coffee("p-1"));
        var back = Return.ofAll("r-1", coffee("p-1"), NOW);
        refused(
                back.line("coffee", 3).line("cake", 1),
                "3 of coffee are returned, 1 more than are left of p-1.",
                "1 of cake are returned, 1 more than are left of p-1.");
    }

    @Test
    void returningTwiceIsRefused() {
        programme.process(coffee("p-1"));
        programme.process(Return.ofAll("r-1", coffee("p-1"), NOW));
        refused(Return.ofAll("r-2", coffee("p-1"), NOW), "Nothing is left of p-1.");
    }

    @Test
    void aReturnThatNamesNoPurchaseIsRefused() {
        refused(
                new Return("r-1", "c-7", NOW, "", List.of(new Return.Line("", 0)), ""),
                "The return names no purchase.",
                "line 1 has no sku.",
                "line 1 has the quantity 0.");
    }

    @Test
    void complaintsCancellationsAndSurveysStayOnTheirScales() {
        refused(
                new Complaint("x-1", "c-7", NOW, "late", 6, "", new BigDecimal("-1"), "phone", "employee"),
                "severity is 6, not from 1 to 5.",
                "orderValue is -1.");
        refused(
                new Cancellation("x-2", "c-7", NOW, "news", new BigDecimal("-5"), -1, ""),
                "monthlyAmount is -5.",
                "renewals is -1, not from 0 to 10000.");
        refused(
                new Survey("x-3", "c-7", NOW, 0, 11, -1, 12),
                "csat is 0, not from 1 to 10.",
                "nps is 11, not from 0 to 10.",
                "repurchase is -1, not from 0 to 10.",
                "upsell is 12, not from 0 to 10.");
    }

    @Test
    void aRedemptionNamesPointsOrAVoucher() {
        refused(new Redemption("x-1", "c-7", NOW, 0, ""), "The redemption names nothing to redeem.");
        refused(new Redemption("x-2", "c-7", NOW, 5, "CODE"), "The redemption names more than one thing to redeem.");
        refused(new Redemption("x-3", "c-7", NOW, -5, ""), "points is -5.");
    }
}
