package dev.stempel.benchmarks;

import dev.stempel.Programme;
import dev.stempel.account.Account;
import dev.stempel.event.Customer;
import dev.stempel.event.Purchase;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One basket through the offers of the project's own rules as they are, one programme after the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OwnOffersBenchmark {

    private static final List<String> FOLDERS = List.of(
            "activities",
            "complaints",
            "gift-shop",
            "partner-vouchers",
            "points",
            "referrals",
            "retention",
            "specials",
            "spending",
            "stamp-cards",
            "subscriptions",
            "tiers",
            "tiers-calendar");

    private final Customer customer = Customer.of("c-7");
    private final Purchase purchase = Purchase.of("p-1", customer.id(), Instant.parse("2026-03-31T12:00:00Z"))
            .line("cone-pistachio", "cones", 10, "2.50")
            .line("latte", "coffees", 2, "3.80")
            .line("novel", "books", 1, "19.90")
            .line("hiking", "socks", 3, "4.25")
            .line("shampoo", "care", 2, "6.10");
    private final List<Programme> programmes = new ArrayList<>();

    /** Compiles the rules. */
    @Setup
    public void load() throws IOException {
        for (var folder : FOLDERS) {
            programmes.add(Programme.fromClasspath("stempel/rules/" + folder));
        }
        if (decide() == 0) {
            throw new IllegalStateException("The basket earns nothing. Maybe the categories have other names now?");
        }
    }

    /** How many rewards the programmes give for the basket. */
    @Benchmark
    public int decide() {
        int rewards = 0;
        for (var programme : programmes) {
            var account = Account.empty(customer.id(), programme.policies().zone());
            rewards += programme
                    .decide(customer, account, purchase)
                    .outcome()
                    .rewards()
                    .size();
        }
        return rewards;
    }
}
