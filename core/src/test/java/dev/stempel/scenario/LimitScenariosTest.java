package dev.stempel.scenario;

import static dev.stempel.scenario.Shop.CUSTOMER;
import static dev.stempel.scenario.Shop.at;
import static dev.stempel.scenario.Shop.policies;
import static dev.stempel.scenario.Shop.programme;
import static dev.stempel.scenario.Shop.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.event.AccountMerge;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.policy.Policies;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Refusal;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitScenariosTest {

    private static final String HUNDRED_POINTS = """
            rule "A point for every euro, at most 100" @offer("capped") @limit("100 points per customer per year")
            when
                $purchase : Purchase()
            then
                rewards.give( points(1).per(1).of( $purchase.goods() ) );
            end
            """;

    private static String giftWorthFive(String annotation) {
        return """
                rule "Five euros of credit" @offer("credit") %s
                when
                    Purchase()
                then
                    rewards.give( credit("5") );
                end
                """.formatted(annotation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@budget(\"3\")", "@budget(\"15 EUR per quarter\")"})
    @DisplayName("35 A budget for one more reward and two threads: exactly one reward")
    void aBudgetForOneMoreGivesExactlyOne(String budget) throws Exception {
        var rules = Shop.book(giftWorthFive(budget));
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 300; round++) {
                assertThat(rewardsOfTwoTillsWhenOneIsLeft(rules, threads)).isOne();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static long rewardsOfTwoTillsWhenOneIsLeft(RuleBook rules, ExecutorService threads) throws Exception {
        var programme = Programme.of(rules, policies().build());
        programme.process(byCustomer(1));
        programme.process(byCustomer(2));
        var start = new CyclicBarrier(2);
        List<Future<Outcome>> tills = List.of(
                threads.submit(() -> together(start, programme, byCustomer(3))),
                threads.submit(() -> together(start, programme, byCustomer(4))));
        long rewards = 0;
        long refused = 0;
        for (var till : tills) {
            var outcome = till.get(1, TimeUnit.MINUTES);
            rewards += outcome.rewards().size();
            refused += outcome.refused().stream()
                    .filter(refusal -> refusal.cause() == Refusal.Cause.BUDGET)
                    .count();
        }
        assertThat(refused).isOne();
        return rewards;
    }

    private static Outcome together(CyclicBarrier start, Programme programme, Purchase purchase) throws Exception {
        start.await();
        return programme.process(purchase);
    }

    private static Purchase byCustomer(int number) {
        return Purchase.of("p-" + number, "c-" + number, at("2026-02-10")).line("something", "things", 1, "1");
    }

    @Test
    @DisplayName("35 A customer's limit and a shared budget of one offer are counted apart")
    void aLimitAndABudgetAreCountedApart() {
        var programme = programme(giftWorthFive("@limit(\"1 per customer per month\") @budget(\"2 per month\")"));
        assertThat(programme.process(byCustomer(1)).rewards()).hasSize(1);
        var again = Purchase.of("p-1b", "c-1", at("2026-02-11")).line("something", "things", 1, "1");
        assertThat(programme.process(again).refused())
                .extracting(Refusal::cause)
                .containsExactly(Refusal.Cause.LIMIT);
        assertThat(programme.process(byCustomer(2)).rewards()).hasSize(1);
        assertThat(programme.process(byCustomer(3)).refused())
                .extracting(Refusal::cause)
                .containsExactly(Refusal.Cause.BUDGET);
    }

    @Test
    @DisplayName("36 A limit with room for half a reward refuses it, with the reason")
    void aLimitRefusesWhatItHasNoRoomFor() {
        var programme = programme(HUNDRED_POINTS);
        programme.process(spend("p-1", "2026-02-10", "95"));
        var outcome = programme.process(spend("p-2", "2026-02-11", "10"));
        assertThat(outcome.rewards()).isEmpty();
        assertThat(outcome.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.cause()).isEqualTo(Refusal.Cause.LIMIT);
            assertThat(refusal.explanation())
                    .isEqualTo("The limit is 100 points per customer per year; 95 of it is used.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"@budget(\"10 EUR per year\")", "@limit(\"10 EUR per customer per year\")"})
    @DisplayName("36 What there was no room for is not given either when some of the goods come back")
    void aReturnGivesNothingThatALimitRefused(String annotation) {
        var programme = programme("""
                rule "A tenth as credit" @offer("tenth") %s
                when
                    Purchase( $net : netOfDiscounts )
                then
                    rewards.give( credit( percent(10).of( $net ) ) );
                end
                """.formatted(annotation));
        programme.process(spend("p-1", "2026-02-10", "60"));
        var second = spend("p-2", "2026-02-11", "20").line("lamp", "lamps", 1, "30");
        assertThat(programme.process(second).refused()).hasSize(1);
        programme.process(spend("p-3", "2026-02-12", "40"));
        var some = Return.ofAll("r-1", second, at("2026-02-13")).line("lamp", 1);
        assertThat(programme.process(some).rewards()).isEmpty();
        assertThat(programme
                        .process(Return.ofAll("r-2", second, at("2026-02-14")))
                        .rewards())
                .isEmpty();
        assertThat(programme.account(CUSTOMER, at("2026-02-14")).credit()).isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@budget(\"1 per day\")", "@limit(\"1 per customer per day\")"})
    @DisplayName("36 What remains earns the lesser offer instead, as long as that has room")
    void aReturnGivesTheLesserOfferThatHasRoom(String annotation) {
        for (boolean taken : List.of(false, true)) {
            var programme = programme(offer("ten", 50, annotation), offer("two", 20, annotation));
            var purchase = spend("p-1", "2026-02-10", "20").line("lamp", "lamps", 1, "40");
            assertThat(programme.process(purchase).rewards()).hasSize(1);
            if (taken) {
                programme.process(spend("p-2", "2026-02-10", "20"));
            }
            var without = Return.ofAll("r-1", purchase, at("2026-02-13")).line("lamp", 1);
            programme.process(without);
            assertThat(programme.account(CUSTOMER, at("2026-02-13")).credit()).isEqualByComparingTo("2");
            programme.process(Return.ofAll("r-2", purchase, at("2026-02-14")));
            assertThat(programme.account(CUSTOMER, at("2026-02-14")).credit()).isEqualByComparingTo(taken ? "2" : "0");
        }
    }

    @Test
    @DisplayName("36 What remains keeps what it earned, also where two customers who became one used more than one may")
    void aReturnTakesNothingSinceTwoCustomersAreOne() {
        var programme = programme(offer("two", 20, "@limit(\"1 per customer per day\")"));
        var purchase = spend("p-1", "2026-02-10", "20").line("lamp", "lamps", 1, "40");
        programme.process(purchase);
        programme.process(Purchase.of("p-2", "c-8", purchase.at()).line("lamp", "lamps", 1, "40"));
        programme.process(new AccountMerge("m-1", CUSTOMER, at("2026-02-12"), "c-8"));
        assertThat(programme
                        .process(Return.ofAll("r-1", purchase, at("2026-02-13")).line("lamp", 1))
                        .rewards())
                .isEmpty();
        assertThat(programme.account(CUSTOMER, at("2026-02-13")).credit()).isEqualByComparingTo("4");
    }

    private static String offer(String name, int from, String annotation) {
        return """
                rule "%1$s" @offer("%1$s") @exclusive("spend") %3$s
                when
                    Purchase( goods >= %2$d )
                then
                    rewards.give( credit("%4$d") );
                end
                """.formatted(name, from, annotation, from == 50 ? 10 : 2);
    }

    @Test
    @DisplayName("36 By choice a limit trims a reward to the room it has")
    void byChoiceALimitTrims() {
        var programme = programme(policies().limits(Policies.Limits.TRIM), HUNDRED_POINTS);
        programme.process(spend("p-1", "2026-02-10", "95"));
        assertThat(programme.process(spend("p-2", "2026-02-11", "10")).points()).isEqualTo(5);
        var third = programme.process(spend("p-3", "2026-02-12", "10"));
        assertThat(third.points()).isZero();
        assertThat(third.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.LIMIT);
        assertThat(programme.account(CUSTOMER, at("2026-02-12")).points()).isEqualTo(100);
    }

    @Test
    @DisplayName("37 An offer that gives nothing uses no limit")
    void anOfferThatGivesNothingUsesNoLimit() {
        var programme = programme("""
                rule "A point for every ten euros, once" @offer("once") @limit("1 per customer")
                when
                    $purchase : Purchase()
                then
                    rewards.give( points(1).per(10).of( $purchase.goods() ) );
                end
                """);
        assertThat(programme.process(spend("p-1", "2026-02-10", "9.99")).points())
                .isZero();
        assertThat(programme.process(spend("p-2", "2026-02-11", "10")).points()).isOne();
        assertThat(programme.process(spend("p-3", "2026-02-12", "10")).points()).isZero();
    }

    @Test
    @DisplayName("37 A discount on nothing uses no limit")
    void aDiscountOnNothingUsesNoLimit() {
        var programme = programme("""
                rule "Five euros off, once" @offer("once") @limit("1 per customer")
                when
                    Purchase()
                then
                    rewards.give( discount("5") );
                end
                """);
        var given = programme.process(spend("p-1", "2026-02-10", "0"));
        assertThat(given.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.NOTHING_LEFT);
        assertThat(programme.process(spend("p-2", "2026-02-11", "10")).discount())
                .isEqualByComparingTo("5");
    }

    @Test
    void aBudgetThatIsSpentLeavesTheCardFullAndTheNextStampAsksAgain() {
        var shop = programme("""
                rule "Ten cones give a free cone" @offer("cones") @budget("1 EUR per month")
                when
                    $cones : Bought( category == "cones" )
                then
                    rewards.stamps( "cones", $cones ).every( 10 ).give( freeItem("cone").worth("1.00") );
                end
                """);
        assertThat(shop.process(Shop.cones("p-1", "2026-03-01", 10)).vouchers()).hasSize(1);
        var refused = shop.process(Shop.cones("p-2", "2026-03-02", 10));
        assertThat(refused.refused()).extracting(Refusal::cause).containsExactly(Refusal.Cause.BUDGET);
        assertThat(refused.stamps("cones")).isEqualTo(10);
        assertThat(shop.account(CUSTOMER).card("cones").filled()).isEqualTo(10);
        assertThat(shop.process(Shop.cones("p-3", "2026-04-01", 1)).vouchers()).hasSize(1);
        assertThat(shop.account(CUSTOMER).card("cones").stamps()).isEqualTo(1);
    }

    @Test
    @DisplayName("37 A multiplier that applies to two earnings is used once")
    void aMultiplierIsUsedOncePerPurchase() {
        var bonus = """
                rule "Ten points for a purchase" @offer("ten")
                when
                    Purchase()
                then
                    rewards.give( points(10) );
                end
                """;
        var twice = """
                rule "Double points, once" @offer("double") @limit("1 per customer")
                when
                    Purchase()
                then
                    rewards.give( multiplier(2) );
                end
                """;
        var programme = programme(TierScenariosTest.POINTS, bonus, twice);
        var outcome = programme.process(spend("p-1", "2026-02-10", "20"));
        assertThat(outcome.points()).isEqualTo(60);
        assertThat(outcome.refused()).isEmpty();
        assertThat(programme.process(spend("p-2", "2026-02-11", "20")).points()).isEqualTo(30);
    }
}
