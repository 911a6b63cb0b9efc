package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Collector;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.benchmarks.work.Sums;
import java.util.List;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/** A condition and an action for each offer in JEXL, parsed once and evaluated in a context of variables. */
final class JexlColumn implements Column {

    private record Parsed(JexlExpression condition, JexlExpression action) {}

    private final List<Parsed> rules;

    JexlColumn(List<Offer> offers) {
        var engine = new JexlBuilder()
                .permissions(JexlPermissions.RESTRICTED.compose("dev.stempel.benchmarks.work.*"))
                .create();
        rules = offers.stream()
                .map(offer -> new Parsed(
                        engine.createExpression(Expressions.condition(offer)),
                        engine.createExpression(Expressions.action(offer))))
                .toList();
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var rewards = new Collector();
        var context = new MapContext();
        context.set("sums", Sums.of(basket));
        context.set("rewards", rewards);
        for (var rule : rules) {
            if (Boolean.TRUE.equals(rule.condition().evaluate(context))) {
                rule.action().evaluate(context);
            }
        }
        return rewards;
    }
}
