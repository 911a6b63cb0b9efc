package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Asked;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import java.util.List;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules with its rule builder and lambdas, the fastest of its ways to write a rule; facts have names. */
final class EasyRulesColumn implements Column {

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();

    EasyRulesColumn(List<Offer> offers) {
        for (var offer : offers) {
            rules.register(new RuleBuilder()
                    .name(offer.id())
                    .when(facts -> facts.<Asked>get("asked").holds(offer))
                    .then(facts -> facts.<Asked>get("asked").give(offer))
                    .build());
        }
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var asked = Asked.about(basket);
        var facts = new Facts();
        facts.put("asked", asked);
        engine.fire(rules, facts);
        return asked.rewards();
    }
}
