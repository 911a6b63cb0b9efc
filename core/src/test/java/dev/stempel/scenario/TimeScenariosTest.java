package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.policies;
import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import dev.stempel.policy.PoliciesBuilder;
import dev.stempel.reward.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeScenariosTest {

    private static final String UNTIL_19_JUNE = """
            rule "Ten points until 19 June" @offer("june") @valid("..2026-06-19")
            when
                Purchase()
            then
                rewards.give( points(10) );
            end
            """;

    private static final String DOUBLE_ON_TUESDAY = """
            rule "Double points on Tuesday" @offer("tuesday") @on("Tuesday")
            when
                Purchase()
            then
                rewards.give( multiplier(2) );
            end
            """;

    private static final String ONCE_A_DAY = """
            rule "Five points once a day" @offer("daily") @limit("1 per customer per day")
            when
                Purchase()
            then
                rewards.give( points(5) );
            end
            """;

    private static final String BIRTHDAY = """
            rule "A voucher for the birthday" @offer("birthday")
            when
                Day()
                Birthday()
            then
                rewards.give( voucher("5") );
            end
            """;

    private static Purchase atInstant(String id, String instant) {
        return Purchase.of(id, CUSTOMER, Instant.parse(instant)).line("something", "things", 1, "10");
    }

    @Test
    @DisplayName("31 \"Until 19 June\" includes all of 19 June in the programme's zone")
    void untilIncludesAllOfTheLastDay() {
        var programme = programme(UNTIL_19_JUNE);
        assertThat(programme.process(spend("p-1", "2026-06-19T23:59:59", "1")).points())
                .isEqualTo(10);
        var after = programme.process(spend("p-2", "2026-06-20T00:00:00", "1"));
        assertThat(after.points()).isZero();
        assertThat(after.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.NOT_VALID);
    }

    @Test
    @DisplayName("31 The last day ends in the programme's zone, not at midnight in Greenwich")
    void theLastDayEndsInTheProgrammesZone() {
        assertThat(programme(UNTIL_19_JUNE)
                        .process(atInstant("p-1", "2026-06-19T22:30:00Z"))
                        .points())
                .isZero();
    }

    @Test
    @DisplayName("32 Double on Tuesday, by the programme's zone")
    void doubleOnTuesdayInAmsterdam() {
        var programme = programme(TierScenariosTest.POINTS, DOUBLE_ON_TUESDAY);
        assertThat(programme.process(atInstant("p-1", "2026-03-30T22:30:00Z")).points())
                .isEqualTo(20);
        var wednesday = programme.process(atInstant("p-2", "2026-03-31T22:30:00Z"));
        assertThat(wednesday.points()).isEqualTo(10);
        assertThat(wednesday.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.OTHER_DAY);
    }

    @Test
    @DisplayName("33 On a day of 23 hours a daily limit counts the local date")
    void aShortDayIsOneDay() {
        onlyTheFirstOfTheDay("2026-03-29T00:10:00", "2026-03-29T23:50:00", "2026-03-30T00:10:00");
    }

    @Test
    @DisplayName("33 On a day of 25 hours a daily limit counts the local date")
    void aLongDayIsOneDay() {
        onlyTheFirstOfTheDay("2026-10-25T00:10:00", "2026-10-25T23:50:00", "2026-10-26T00:10:00");
    }

    private static void onlyTheFirstOfTheDay(String first, String second, String nextDay) {
        var programme = programme(ONCE_A_DAY);
        assertThat(programme.process(spend("p-1", first, "1")).points()).isEqualTo(5);
        assertThat(programme.process(spend("p-2", second, "1")).points()).isZero();
        assertThat(programme.process(spend("p-3", nextDay, "1")).points()).isEqualTo(5);
    }

    @Test
    @DisplayName("34 A birthday on 29 February is kept on 28 February in other years")
    void aLeapDayBirthdayIsKeptOnTheDayBefore() {
        var programme = bornOnTheLeapDay(policies());
        assertThat(vouchers(programme, "2026-02-28")).isOne();
        assertThat(vouchers(programme, "2026-03-01")).isZero();
        assertThat(vouchers(programme, "2028-02-28")).isZero();
        assertThat(vouchers(programme, "2028-02-29")).isOne();
        assertThat(vouchers(programme, "2028-03-01")).isZero();
    }

    @Test
    @DisplayName("34 By choice a birthday on 29 February is kept on 1 March in other years")
    void byChoiceALeapDayBirthdayIsKeptOnTheDayAfter() {
        var programme = bornOnTheLeapDay(policies().leapDay(Policies.LeapDay.MARCH_1));
        assertThat(vouchers(programme, "2026-02-28")).isZero();
        assertThat(vouchers(programme, "2026-03-01")).isOne();
        assertThat(vouchers(programme, "2028-02-29")).isOne();
        assertThat(vouchers(programme, "2028-03-01")).isZero();
    }

    private static Programme bornOnTheLeapDay(PoliciesBuilder policies) {
        return programme(policies, BIRTHDAY).withCustomers(id -> Customer.of(id).born(LocalDate.parse("2000-02-29")));
    }

    private static int vouchers(Programme programme, String date) {
        return programme
                .process(new Day("d-" + date, CUSTOMER, at(date)))
                .vouchers()
                .size();
    }
}
