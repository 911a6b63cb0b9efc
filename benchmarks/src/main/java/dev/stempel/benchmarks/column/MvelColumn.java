package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Collector;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.benchmarks.work.Sums;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.mvel2.MVEL;

/** A condition and an action for each offer in MVEL, compiled once and run with a map of variables. */
final class MvelColumn implements Column {

    private record Compiled(Serializable condition, Serializable action) {}

    private final List<Compiled> rules;

    MvelColumn(List<Offer> offers) {
        rules = offers.stream()
                .map(offer -> new Compiled(
                        MVEL.compileExpression(Expressions.condition(offer)),
                        MVEL.compileExpression(Expressions.action(offer))))
                .toList();
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var rewards = new Collector();
        var variables = Map.<String, Object>of("sums", Sums.of(basket), "rewards", rewards);
        for (var rule : rules) {
            if (Boolean.TRUE.equals(MVEL.executeExpression(rule.condition(), variables))) {
                MVEL.executeExpression(rule.action(), variables);
            }
        }
        return rewards;
    }
}
