package dev.stempel.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.AccountUnmerge;
import dev.stempel.event.Activity;
import dev.stempel.event.Cancellation;
import dev.stempel.event.Complaint;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Event;
import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Redemption;
import dev.stempel.event.Referral;
import dev.stempel.event.Return;
import dev.stempel.event.Survey;
import dev.stempel.ledger.Operation;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Apology;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.BillDiscount;
import dev.stempel.reward.Contact;
import dev.stempel.reward.Credit;
import dev.stempel.reward.Discount;
import dev.stempel.reward.Escalation;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Forfeited;
import dev.stempel.reward.FreeService;
import dev.stempel.reward.FreeShipping;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.MoneyBack;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Pause;
import dev.stempel.reward.Points;
import dev.stempel.reward.Reason;
import dev.stempel.reward.ReferralPaid;
import dev.stempel.reward.Refusal;
import dev.stempel.reward.Replacement;
import dev.stempel.reward.Reservation;
import dev.stempel.reward.ReservationEnd;
import dev.stempel.reward.Reward;
import dev.stempel.reward.Stamps;
import dev.stempel.reward.Status;
import dev.stempel.reward.TierChange;
import dev.stempel.reward.Voucher;
import dev.stempel.reward.VoucherEnd;
import dev.stempel.reward.WinBack;
import dev.stempel.scenario.Shop;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written and read again is what it was. */
class JsonRoundTripTest {

    private static final Instant AT = Instant.parse("2026-03-30T22:30:00.123Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final Reason REASON = new Reason("offer", "A rule", List.of("a fact", "another"));

    private static <T> void isTheSameAgain(T value, Class<? super T> type) {
        var json = StempelJson.write(value);
        assertThat(StempelJson.read(json, type)).as(json).isEqualTo(value);
        assertThat(StempelJson.write(StempelJson.read(json, type))).isEqualTo(json);
    }

    static Stream<Event> events() {
        return Stream.of(
                Shop.purchase("p-1", "2026-03-31")
                        .line(Line.of("cone", "cones", 3, "2.50")
                                .ofBrand("house")
                                .notBelow("2.00"))
                        .line(Line.of("cup", "cups", 1, "0.10").givenFree())
                        .line("coupon", "discounts", 1, "-1.00")
                        .in("web", "amsterdam-1")
                        .in(Currency.getInstance("JPY"))
                        .coupon("SPRING")
                        .withSums(new BigDecimal("1.00"), new BigDecimal("0.75"), new BigDecimal("4.95")),
                Purchase.of("p-2", "c-7", AT),
                new Return("r-1", "c-7", AT, "p-1", List.of(new Return.Line("cone", 1)), "melted"),
                new Return("r-2", "c-7", AT, "p-1", List.of(), ""),
                new Complaint("x-1", "c-7", AT, "late", 3, "an hour", new BigDecimal("25.00"), "phone", "employee"),
                new Cancellation("x-2", "c-7", AT, "news", new BigDecimal("9.95"), 2, "price"),
                new Redemption("x-3", "c-7", AT, 100, ""),
                new Redemption("x-9", "c-7", AT, 0, "", "", Redemption.Step.COMMIT, "x-3"),
                new Redemption("x-4", "c-7", AT, 0, "ABCD"),
                new Referral("x-5", "c-7", AT, "c-8"),
                new AccountMerge("m-1", "c-7", AT, "c-8"),
                new AccountUnmerge("u-1", "c-7", AT, "c-8"),
                new Survey("x-6", "c-7", AT, 8, 9, null, 0),
                new Survey("x-6b", "c-7", AT, null, null, null, null, false),
                new Activity("x-7", "c-7", AT, "review", Map.of("stars", "5", "about", "cones")),
                new Day("x-8", "c-7", AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEvent(Event event) {
        isTheSameAgain(event, Event.class);
    }

    static Stream<Benefit> benefits() {
        return Stream.of(
                new Apology("We are sorry."),
                new Apology(""),
                new BillDiscount(new BigDecimal("20"), 6),
                new Contact("why you left"),
                new Credit(new BigDecimal("5.00")),
                new Discount(new BigDecimal("3.34"), Map.of(0, new BigDecimal("3.34"))),
                new Expired("stamps:cones", new BigDecimal("3")),
                new Escalation("manager", "x-1"),
                new FreeUnits("cones", 2, 18, new BigDecimal("5.00"), Map.of(0, 1L, 3, 1L)),
                new FreeService("premium", DAY, DAY.plusMonths(3)),
                new FreeShipping(new BigDecimal("4.95")),
                new Pause(DAY, DAY.plusMonths(1)),
                new ReferralPaid("c-8"),
                new Reservation("x-3", 100, AT),
                new ReservationEnd("x-3", true),
                new Status("vip"),
                new MoneyBack(new BigDecimal("-5.00")),
                new Points(10, 5, DAY, DAY.plusDays(1), Period.ofDays(90)),
                Points.of(-10, 0),
                new Replacement("cone", new BigDecimal("2.50")),
                new Stamps("cones", 3, 10, 1, 3, true, Period.ofMonths(3)),
                new Stamps("cones", -3, 10, -1, 7, false, null),
                new TierChange(null, "Silver", true),
                new TierChange("Gold", "Silver", false),
                new Voucher("ABCD", "Bookshop", null, new BigDecimal("5"), DAY, DAY.plusDays(60), null),
                new Voucher("ABCD", "", "cone", null, DAY, null, "cones"),
                new VoucherEnd("ABCD", "Bookshop", new BigDecimal("5"), true),
                new Forfeited("points", "points", new BigDecimal("12")),
                new WinBack(90));
    }

    @Test
    void everyKindOfBenefitIsAmongTheExamples() {
        assertThat(benefits().map(Object::getClass)).contains(Benefit.class.getPermittedSubclasses());
        assertThat(events().map(Object::getClass)).contains(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("benefits")
    void anOutcome(Benefit benefit) {
        var reward = new Reward("offer", benefit, new BigDecimal("1.00"), REASON);
        var refusal = new Refusal("other", Refusal.Cause.AUTHORITY, "Too much.", "supervisor", REASON);
        isTheSameAgain(new Outcome("p-1", List.of(reward), List.of(refusal)), Outcome.class);
    }

    @Test
    void anOutcomeOfNothing() {
        isTheSameAgain(new Outcome("p-1", List.of(), List.of()), Outcome.class);
    }

    @Test
    void aCustomer() {
        isTheSameAgain(Customer.of("c-7"), Customer.class);
        isTheSameAgain(
                new Customer("c-7", DAY, DAY, List.of("student", "business"), "amsterdam-1", Map.of("size", "42")),
                Customer.class);
    }

    @Test
    void policies() {
        isTheSameAgain(Shop.policies().build(), Policies.class);
        isTheSameAgain(
                Shop.policies()
                        .rate("USD", "0.92")
                        .rate("GBP", "1.15")
                        .pointRounding(RoundingMode.HALF_UP)
                        .multipliers(Policies.Multipliers.ADDED)
                        .discounts(Policies.Discounts.ON_INITIAL_PRICE)
                        .limits(Policies.Limits.TRIM)
                        .cardDebt(Policies.Debt.FORGIVE)
                        .pointDebt(Policies.Debt.FORGIVE)
                        .leapDay(Policies.LeapDay.MARCH_1)
                        .downgrade(Policies.Downgrade.TO_SUPPORTED)
                        .pointValue(new BigDecimal("0.01"))
                        .trade("pharmacy", "drugstore")
                        .partner("Bookshop", "books")
                        .build(),
                Policies.class);
    }

    @Test
    void everythingTheLedgerRemembersOfAnEventfulLife() {
        var programme = Shop.programme("""
                rule "Points" @offer("points") @budget("5000 points per year") @limit("900 points per customer per day")
                when
                    $purchase : Purchase()
                then
                    rewards.give( points(1).per(1).of( $purchase.goods() ).pendingFor( days(14) ).expiringAfter( months(12) ) );
                end
                """, """
                rule "Tiers" @offer("tiers")
                when
                    Purchase()
                then
                    rewards.tiers("Bronze").then("Silver", 100).grace( months(1) ).inAny( months(12) );
                end
                """, """
                rule "Card" @offer("card")
                when
                    Bought( category == "things", $things : paidUnits )
                then
                    rewards.stamps( "things", $things ).expiringAfter( days(90) ).every( 2 ).give( freeItem("thing") );
                end
                """, """
                rule "Credit" @offer("credit") @limit("1 per customer per month") @handTo("manager")
                when
                    Complaint( severity >= 3 )
                then
                    rewards.give( credit("5") );
                end
                """);
        programme.process(Shop.spend("p-1", "2026-01-10", "120"));
        programme.process(Shop.spend("p-2", "2026-01-20", "30.50"));
        programme.process(Return.ofAll("r-1", Shop.purchase("p-2", "2026-01-20"), Shop.at("2026-01-21")));
        for (var id : List.of("x-1", "x-2")) {
            programme.process(new Complaint(
                    id, Shop.CUSTOMER, Shop.at("2026-02-01"), "late", 3, "", BigDecimal.TEN, "phone", "employee"));
        }
        programme.process(new Redemption("x-3", Shop.CUSTOMER, Shop.at("2026-02-02"), 50, ""));
        everyOperationIsTheSameAgain(programme);
    }

    private static void everyOperationIsTheSameAgain(Programme programme) {
        var operations = programme.ledger().operations().toList();
        assertThat(operations).hasSize(6);
        for (var operation : operations) {
            isTheSameAgain(operation, Operation.class);
            isTheSameAgain(operation.decision(), Decision.class);
            isTheSameAgain(programme.ledger().before(operation.event().id()).orElseThrow(), Account.class);
        }
        var account = programme.account(Shop.CUSTOMER, Shop.at("2026-02-03"));
        assertThat(account.complaints()).isNotEmpty();
        assertThat(account.used()).isNotEmpty();
        assertThat(account.balance().lots()).isNotEmpty();
        assertThat(account.standing()).isNotNull();
        isTheSameAgain(account, Account.class);
    }
}
