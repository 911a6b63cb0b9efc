package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Asked;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Offer;
import dev.stempel.benchmarks.work.Rewarded;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.StatefulSession;
import org.evrete.api.ValuesPredicate;

/**
 * Evrete with functional conditions and actions, which need no compiler at load, and one session for each thread that is
 * cleared after each call. One fact for the whole basket: with one for each key every rule is asked about each of them,
 * which is several times as dear.
 */
final class EvreteColumn implements Column {

    private final ThreadLocal<StatefulSession> session;

    EvreteColumn(List<Offer> offers) {
        var rules = new KnowledgeService().newKnowledge().builder();
        for (var offer : offers) {
            ValuesPredicate holds = values -> values.<Asked>get(0).holds(offer);
            rules.newRule(offer.id())
                    .forEach("$asked", Asked.class)
                    .where(holds, "$asked")
                    .execute(context -> context.<Asked>get("$asked").give(offer));
        }
        var knowledge = rules.build();
        session = ThreadLocal.withInitial(knowledge::newStatefulSession);
    }

    @Override
    public Rewarded evaluate(Basket basket) {
        var asked = Asked.about(basket);
        var mine = session.get();
        mine.insert(asked);
        mine.fire();
        mine.clear();
        return asked.rewards();
    }
}
