package dev.stempel.benchmarks;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.Customer;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stateless call on one offer: the floor below which no programme goes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class StampCardBenchmark {

    private static final String CARD = """
            package ice_cream
            rule "Ice cream card: every ten cones give a free cone"
                @offer("ice-cream-card")
            when
                Bought( category == "cones", $cones : paidUnits )
            then
                rewards.stamps( "ice-cream", $cones ).every( 10 ).give( freeItem("cone") );
            end
            """;

    private final Programme programme = Programme.of(
            RuleBook.of(Map.of("ice-cream-card.drl", CARD)), Policies.of("High Street", "Europe/Amsterdam", "EUR"));
    private final Customer customer = Customer.of("c-7");
    private final Account account = Account.empty("c-7", programme.policies().zone());
    private final Purchase purchase =
            Purchase.of("p-1", "c-7", Instant.parse("2026-03-31T12:00:00Z")).line("cone-vanilla", "cones", 3, "2.50");

    /** One basket of one line. */
    @Benchmark
    public Decision oneLine() {
        return programme.decide(customer, account, purchase);
    }
}
