package dev.stempel.benchmarks;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.Customer;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One basket through all offers of the project's own rules, as they are and all at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OwnOffersBenchmark {

    private final Customer customer = Customer.of("c-7");
    private final Purchase purchase = Purchase.of("p-1", customer.id(), Instant.parse("2026-03-31T12:00:00Z"))
            .line("cone-vanilla", "cones", 10, "2.50")
            .line("latte", "coffee", 2, "3.80")
            .line("running-shoe", "shoes", 1, "89.90")
            .line("notebook", "stationery", 3, "4.25")
            .line("shampoo", "hair care", 2, "6.10");
    private Programme programme;
    private Account account;

    /** Compiles the rules. */
    @Setup
    public void load() throws IOException {
        programme = Programme.of(
                RuleBook.fromClasspath("stempel/rules"), Policies.of("High Street", "Europe/Amsterdam", "EUR"));
        account = Account.empty(customer.id(), programme.policies().zone());
        if (decide().outcome().rewards().isEmpty()) {
            throw new IllegalStateException("The basket earns nothing. Maybe the categories have other names now?");
        }
    }

    /** What the offers give for the basket. */
    @Benchmark
    public Decision decide() {
        return programme.decide(customer, account, purchase);
    }
}
