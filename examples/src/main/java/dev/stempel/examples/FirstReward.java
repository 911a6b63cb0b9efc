package dev.stempel.examples;

import dev.stempel.Programme;
import dev.stempel.event.Purchase;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;

/** Four lines to the first reward; they stand in the README. */
public final class FirstReward {

    private FirstReward() {}

    /** Prints to standard output. */
    public static void main(String[] args) throws IOException {
        run(Terminal.out());
    }

    static void run(PrintStream out) throws IOException {
        // README begin
        var programme = Programme.fromClasspath("high-street");
        var purchase = Purchase.of("p-1", "c-7", Instant.now()).line("cone-vanilla", "cones", 10, "2.50");
        var outcome = programme.process(purchase);
        outcome.rewards().forEach(out::println);
        // README end
    }
}
