package dev.stempel.benchmarks;

import dev.stempel.Programme;
import dev.stempel.RuleBook;
import dev.stempel.account.Account;
import dev.stempel.account.Decision;
import dev.stempel.event.Customer;
import dev.stempel.event.Purchase;
import dev.stempel.policy.Policies;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stateless call: one basket, stamp cards on as many categories as there are offers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BasketBenchmark {

    private static final String CARD = """
            rule "Every ten of category %1$d give one free"
                @offer("card-%1$d")
            when
                Bought( category == "category-%1$d", $units : paidUnits )
            then
                rewards.stamps( "card-%1$d", $units ).every( 10 ).give( freeItem("unit") );
            end
            """;

    @Param({"10", "50", "200", "1000"})
    private int offers;

    @Param({"1", "5", "20"})
    private int lines;

    private final Customer customer = Customer.of("c-7");
    private Programme programme;
    private Account account;
    private Purchase purchase;

    /** Makes the rule book and a basket whose lines are all of different categories. */
    @Setup
    public void prepare() {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < offers; i++) {
            texts.put("card-" + i + ".drl", CARD.formatted(i));
        }
        programme = Programme.of(RuleBook.of(texts), Policies.of("High Street", "Europe/Amsterdam", "EUR"));
        account = Account.empty(customer.id(), programme.policies().zone());
        purchase = Purchase.of("p-1", customer.id(), Instant.parse("2026-03-31T12:00:00Z"));
        for (int i = 0; i < lines; i++) {
            purchase = purchase.line("sku-" + i, "category-" + i, 3, "2.50");
        }
    }

    /** Decides the basket; nothing is remembered, so every call does the same. */
    @Benchmark
    public Decision decide() {
        return programme.decide(customer, account, purchase);
    }
}
