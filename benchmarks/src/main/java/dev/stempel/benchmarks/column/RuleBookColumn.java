package dev.stempel.benchmarks.column;

import com.deliveredtechnologies.rulebook.FactMap;
import com.deliveredtechnologies.rulebook.NameValueReferableMap;
import com.deliveredtechnologies.rulebook.lang.RuleBuilder;
import com.deliveredtechnologies.rulebook.model.RuleBook;
import com.deliveredtechnologies.rulebook.model.rulechain.cor.CoRRuleBook;
import dev.stempel.benchmarks.work.Asked;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import java.util.List;

/** RuleBook with its lambda DSL, a rule for each offer; every rule is asked, the next one after the one before. */
final class RuleBookColumn implements Column {

    private final RuleBook<Object> rules = new CoRRuleBook<>();

    RuleBookColumn(List<Offer> offers) {
        for (var offer : offers) {
            rules.addRule(RuleBuilder.create()
                    .withFactType(Asked.class)
                    .when(facts -> facts.getOne().holds(offer))
                    .then(facts -> facts.getOne().give(offer))
                    .build());
        }
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var asked = Asked.about(basket);
        NameValueReferableMap<Asked> facts = new FactMap<>();
        facts.setValue("asked", asked);
        rules.run(facts);
        return asked.rewards();
    }
}
