package dev.stempel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Activity;
import dev.stempel.event.Day;
import dev.stempel.event.Redemption;
import dev.stempel.event.Return;
import dev.stempel.reward.Expired;
import dev.stempel.reward.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios 16 to 18: how long points live, which are spent first, and from when they can be spent. */
class ExpiryScenariosTest {

    private static final String PRESENT = """
            rule "A present" @offer("present") @limit("1 per customer")
            when
                Day()
            then
                rewards.give( bonus(40).expiringWithoutActivityFor( days(30) ) );
            end
            """;

    private static String perEuro(String terms) {
        return """
                package points
                rule "A point per euro"
                    @offer("per-euro")
                when
                    Purchase( $euros : netOfDiscounts )
                then
                    rewards.give( points(1).per(1).of( $euros )%s );
                end
                """.formatted(terms);
    }

    private static long points(Programme programme, String local) {
        return programme.account(Shop.CUSTOMER, Shop.at(local)).points();
    }

    @ParameterizedTest
    @CsvSource({
        "expiringAfter( days(30) ), 2026-03-15, 2026-04-14",
        "expiringAfter( months(1) ), 2026-01-31, 2026-02-28",
        "expiringAfter( months(1) ), 2028-01-31, 2028-02-29",
        "expiringAfter( years(1) ), 2028-02-29, 2029-02-28",
        "expiringAtEndOfMonth( 0 ), 2026-02-10, 2026-02-28",
        "expiringAtEndOfMonth( 1 ), 2026-01-31, 2026-02-28",
        "expiringAtEndOfMonth( 12 ), 2026-01-01, 2027-01-31",
        "expiringAtEndOfYear( 0 ), 2026-12-31, 2026-12-31",
        "expiringAtEndOfYear( 1 ), 2026-01-01, 2027-12-31",
        "expiringWithoutActivityFor( days(30) ), 2026-03-15, 2026-04-14"
    })
    void scenario16_pointsCanBeSpentUntilTheEndOfTheirLastDay(String terms, String earned, String lastDay) {
        var programme = Shop.programme(perEuro("." + terms));
        programme.process(Shop.spend("p-1", earned + "T23:59:59", "100"));
        assertThat(points(programme, lastDay + "T23:59:59")).isEqualTo(100);
        var after = Shop.at(lastDay + "T23:59:59").plusSeconds(1);
        assertThat(programme.account(Shop.CUSTOMER, after).points()).isZero();
    }

    @Test
    void scenario16_pointsWithoutAnExpiryLiveForEver() {
        var programme = Shop.programme(perEuro(""));
        programme.process(Shop.spend("p-1", "2026-01-31", "100"));
        assertThat(points(programme, "2049-12-31")).isEqualTo(100);
    }

    @Test
    void scenario16_activityKeepsPointsAlive() {
        var programme = Shop.programme(perEuro(".expiringWithoutActivityFor( days(30) )"));
        programme.process(Shop.spend("p-1", "2026-03-01", "100"));
        programme.process(new Activity("a-1", Shop.CUSTOMER, Shop.at("2026-03-31"), "visit", Map.of()));
        assertThat(points(programme, "2026-04-30")).isEqualTo(100);
        assertThat(points(programme, "2026-05-01")).isZero();
    }

    @Test
    void scenario16_pointsThatNothingWasDoneForLiveTheirWholeTime() {
        var programme = Shop.programme(PRESENT);
        programme.process(new Activity("a-1", Shop.CUSTOMER, Shop.at("2026-01-01"), "visit", Map.of()));
        programme.process(new Day("d-1", Shop.CUSTOMER, Shop.at("2026-03-01T00:00:00")));
        assertThat(points(programme, "2026-03-31")).isEqualTo(40);
        assertThat(points(programme, "2026-04-01")).isZero();
        programme.process(new Activity("a-2", Shop.CUSTOMER, Shop.at("2026-03-20"), "visit", Map.of()));
        assertThat(points(programme, "2026-04-19")).isEqualTo(40);
        assertThat(points(programme, "2026-04-20")).isZero();
    }

    @Test
    void scenario24_pointsThatNothingWasDoneForComeBackForAsLongAsTheyHad() {
        var programme = Shop.programme(PRESENT, """
                rule "Thirty points are a voucher" @offer("thirty")
                when
                    Purchase()
                then
                    rewards.redeemEvery( 30 ).give( voucher("1") );
                end
                """);
        programme.process(new Activity("a-1", Shop.CUSTOMER, Shop.at("2026-01-01"), "visit", Map.of()));
        programme.process(new Day("d-1", Shop.CUSTOMER, Shop.at("2026-03-01T00:00:00")));
        var purchase = Shop.spend("p-1", "2026-03-05", "100");
        programme.process(purchase);
        assertThat(points(programme, "2026-03-05")).isEqualTo(10);
        programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-06")));
        assertThat(points(programme, "2026-03-31")).isEqualTo(40);
        assertThat(points(programme, "2026-04-01")).isZero();
    }

    @Test
    void scenario24_goodsThatCostNothingTakeTheirOwnPointsBack() {
        var programme = Shop.programme(perEuro(""), """
                rule "Two points per cone" @offer("cones")
                when
                    Bought( category == "cones", $cones : paidUnits )
                then
                    rewards.give( points(2).forEach( $cones ).expiringWithoutActivityFor( days(30) ) );
                end
                """);
        programme.process(Shop.spend("p-1", "2026-01-01", "75"));
        var free = Shop.cones("p-2", "2026-03-01", 1);
        programme.process(free.withSums(free.goods(), BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(points(programme, "2026-03-05")).isEqualTo(77);
        programme.process(Return.ofAll("r-1", free, Shop.at("2026-03-05")));
        assertThat(points(programme, "2026-03-05")).isEqualTo(75);
        assertThat(points(programme, "2026-06-05")).isEqualTo(75);
    }

    @Test
    void scenario16_activityDoesNotBringExpiredPointsBack() {
        var programme = Shop.programme(perEuro(".expiringWithoutActivityFor( days(30) )"));
        programme.process(Shop.spend("p-1", "2026-03-01", "100"));
        programme.process(new Activity("a-1", Shop.CUSTOMER, Shop.at("2026-04-01"), "visit", Map.of()));
        assertThat(points(programme, "2026-04-01")).isZero();
    }

    @Test
    void scenario16_aChangedPolicyLeavesTheDateOfPointsAlreadyEarned() {
        var programme = Shop.programme(perEuro(".expiringAfter( months(12) )"));
        programme.process(Shop.spend("p-1", "2026-01-31", "100"));
        programme.activate(Shop.book(perEuro(".expiringAfter( months(1) )")));
        programme.process(Shop.spend("p-2", "2026-02-10", "50"));
        assertThat(points(programme, "2026-03-10")).isEqualTo(150);
        assertThat(points(programme, "2026-03-11")).isEqualTo(100);
        assertThat(points(programme, "2027-01-31")).isEqualTo(100);
        assertThat(points(programme, "2027-02-01")).isZero();
    }

    @Test
    void scenario16_aDayThatIsToldLateLeavesWhatExpiredSinceToTheNext() {
        var programme = Shop.programme(perEuro(".expiringAfter( days(30) )"));
        programme.process(Shop.spend("p-1", "2026-01-01", "100"));
        programme.process(Shop.spend("p-2", "2026-03-01", "7"));
        assertThat(programme
                        .process(new Day("d-1", Shop.CUSTOMER, Shop.at("2026-01-15")))
                        .rewards())
                .isEmpty();
        var january = programme.account(Shop.CUSTOMER, Shop.at("2026-01-20"));
        assertThat(january.points()).isEqualTo(100);
        assertThat(january.due()).isEmpty();
        assertThat(programme
                        .process(new Day("d-2", Shop.CUSTOMER, Shop.at("2026-03-01T00:00:00")))
                        .all(Expired.class))
                .containsExactly(new Expired(Expired.POINTS, BigDecimal.valueOf(100)));
    }

    @Test
    void scenario17_theSoonestToExpireAreSpentFirst() {
        var programme = Shop.programme(perEuro(".expiringAtEndOfMonth( 5 )"));
        programme.process(Shop.spend("p-1", "2026-01-10", "100"));
        programme.activate(Shop.book(perEuro(".expiringAtEndOfMonth( 2 )")));
        programme.process(Shop.spend("p-2", "2026-01-20", "100"));
        programme.process(new Redemption("r-1", Shop.CUSTOMER, Shop.at("2026-02-15"), 120, ""));
        assertThat(points(programme, "2026-03-31")).isEqualTo(80);
        assertThat(points(programme, "2026-04-01")).isEqualTo(80);
        assertThat(points(programme, "2026-06-30")).isEqualTo(80);
        assertThat(points(programme, "2026-07-01")).isZero();
    }

    @Test
    void scenario17_pointsThatNeverExpireAreSpentLast() {
        var programme = Shop.programme(perEuro(""));
        programme.process(Shop.spend("p-1", "2026-01-10", "100"));
        programme.activate(Shop.book(perEuro(".expiringAtEndOfMonth( 2 )")));
        programme.process(Shop.spend("p-2", "2026-01-20", "100"));
        programme.process(new Redemption("r-1", Shop.CUSTOMER, Shop.at("2026-02-15"), 70, ""));
        assertThat(points(programme, "2026-03-31")).isEqualTo(130);
        assertThat(points(programme, "2026-04-01")).isEqualTo(100);
    }

    @Test
    void scenario17_moreThanThereIsCannotBeSpent() {
        var programme = Shop.programme(perEuro(""));
        programme.process(Shop.spend("p-1", "2026-01-10", "100"));
        var outcome = programme.process(new Redemption("r-1", Shop.CUSTOMER, Shop.at("2026-02-15"), 101, ""));
        assertThat(outcome.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.BALANCE);
        assertThat(points(programme, "2026-02-15")).isEqualTo(100);
    }

    @Test
    void scenario18_pendingPointsCannotBeSpentBeforeTheirDay() {
        var programme = Shop.programme(perEuro(".pendingFor( days(14) )"));
        programme.process(Shop.spend("p-1", "2026-03-01", "100"));
        var pending = programme.account(Shop.CUSTOMER, Shop.at("2026-03-14T23:59:59"));
        assertThat(pending.points()).isZero();
        assertThat(pending.pendingPoints()).isEqualTo(100);
        var early = programme.process(new Redemption("r-1", Shop.CUSTOMER, Shop.at("2026-03-14"), 1, ""));
        assertThat(early.refused()).hasSize(1);
        var spendable = programme.account(Shop.CUSTOMER, Shop.at("2026-03-15T00:00:00"));
        assertThat(spendable.points()).isEqualTo(100);
        assertThat(spendable.pendingPoints()).isZero();
    }

    @Test
    void scenario18_aReturnCancelsPendingPointsAndLeavesTheBalanceAlone() {
        var programme = Shop.programme(perEuro(".pendingFor( days(14) )"));
        programme.process(Shop.spend("p-0", "2026-01-01", "40"));
        var purchase = Shop.spend("p-1", "2026-03-01", "100");
        programme.process(purchase);
        assertThat(points(programme, "2026-03-10")).isEqualTo(40);
        var outcome = programme.process(Return.ofAll("r-1", purchase, Shop.at("2026-03-11")));
        assertThat(outcome.points()).isEqualTo(-100);
        var account = programme.account(Shop.CUSTOMER, Shop.at("2026-03-11"));
        assertThat(account.points()).isEqualTo(40);
        assertThat(account.pendingPoints()).isZero();
        assertThat(points(programme, "2026-03-15")).isEqualTo(40);
    }
}
