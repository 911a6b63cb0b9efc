package dev.stempel.examples;

import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.reward.Outcome;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what the offers gave and cost. */
final class Summary {

    private final Set<String> customers = new TreeSet<>();
    private final Map<String, Sum> offers = new TreeMap<>();
    private int events;

    /** What one offer came to. */
    private record Sum(int rewards, int refused, BigDecimal cost) {

        private Sum plus(Sum other) {
            return new Sum(rewards + other.rewards, refused + other.refused, cost.add(other.cost));
        }
    }

    void add(Event event, Outcome outcome) {
        events++;
        customers.add(event.customer());
        int one = event instanceof Return ? 0 : 1;
        outcome.rewards().forEach(reward -> add(reward.offer(), new Sum(one, 0, reward.cost())));
        outcome.refused().forEach(refusal -> add(refusal.offer(), new Sum(0, one, BigDecimal.ZERO)));
    }

    private void add(String offer, Sum sum) {
        offers.merge(offer, sum, Sum::plus);
    }

    void write(PrintStream out, Currency currency) {
        out.printf("%n%d events of %d customers%n%n", events, customers.size());
        out.printf("  %-20s %8s %8s %10s%n", "offer", "rewards", "refused", currency);
        offers.forEach((offer, sum) -> row(out, offer, sum));
        row(out, "all", offers.values().stream().reduce(new Sum(0, 0, BigDecimal.ZERO), Sum::plus));
    }

    private static void row(PrintStream out, String name, Sum sum) {
        var cost = sum.cost().setScale(2, RoundingMode.HALF_UP);
        out.printf("  %-20s %8d %8d %10s%n", name, sum.rewards(), sum.refused(), cost);
    }
}
