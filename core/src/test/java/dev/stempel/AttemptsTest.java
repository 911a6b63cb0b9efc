package dev.stempel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stempel.event.Purchase;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Ledger;
import dev.stempel.policy.Policies;
import dev.stempel.problem.StempelException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** What an application's own ledger refuses is decided again, and no till waits for ever. */
class AttemptsTest {

    private static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");
    private static final Purchase PURCHASE = Purchase.of("p-1", "c-7", NOON).line("tea", "drinks", 1, "5.00");

    private static final Set<String> REFUSED = Set.of("post", "erase");

    /** A ledger that says of some of the posts, counted from one, that somebody was faster. */
    private static Ledger refusing(IntPredicate posts) {
        var ledger = new InMemoryLedger();
        var made = new AtomicInteger();
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> REFUSED.contains(method.getName()) && posts.test(made.incrementAndGet())
                        ? Boolean.FALSE
                        : method.invoke(ledger, arguments));
    }

    private static Programme on(Ledger ledger) {
        var rules = RuleBook.of(Map.of("points.drl", """
                rule "A euro is a point"
                    @offer("points")
                when
                    Purchase( paid > 0 )
                then
                    rewards.give( bonus( 10 ) );
                end
                """));
        return Programme.of(rules, Policies.of("High Street", "Europe/Amsterdam", "EUR"), ledger)
                .withClock(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void anEventIsDecidedAgainWhenSomebodyIsFaster() {
        var programme = on(refusing(post -> post < 100));
        programme.process(PURCHASE);
        assertThat(programme.account("c-7").points()).isEqualTo(10);
    }

    @Test
    void aLedgerThatTakesNothingIsToldInsteadOfAskedForEver() {
        assertThatThrownBy(() -> on(refusing(post -> true)).process(PURCHASE))
                .isExactlyInstanceOf(StempelException.class)
                .hasMessageStartingWith("event p-1: The ledger did not take it in 10000 attempts")
                .hasMessageContaining("Maybe ");
    }

    @Test
    void aLedgerThatTakesNothingOfATillThatComesBackIsToldAsWell() {
        var till = new InMemoryLedger();
        on(till).process(PURCHASE);
        assertThatThrownBy(() -> on(refusing(post -> true)).merge(till))
                .isExactlyInstanceOf(StempelException.class)
                .hasMessageStartingWith("event p-1: The ledger did not take it");
    }

    @Test
    void aLedgerThatForgetsNobodyIsToldAsWell() {
        var programme = on(refusing(post -> post > 1));
        programme.process(PURCHASE);
        assertThatThrownBy(() -> programme.erase("c-7"))
                .isExactlyInstanceOf(StempelException.class)
                .hasMessageStartingWith("erasure of c-7: The ledger did not take it in 10000 attempts")
                .hasMessageContaining("Maybe ");
    }
}
