package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.offer.Offer;
import dev.stempel.problem.Overrun;
import dev.stempel.rule.Bought;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.kie.api.KieBase;

/**
 * The compiled rules of one phase and the sessions that run them. A session holds the facts of one customer at a time, so
 * no rule has to join by id, and is used again by whoever comes next: making one costs more than an evaluation.
 */
public final class Network {

    private final KieBase base;
    private final Map<String, CompiledRule> rules;
    private final Set<Class<?>> factTypes;
    private final Set<String> boughtKeys;
    private final Queue<Session> idle;
    private final Predicate<Offer> heard;

    private Network(Network all, Set<String> ids) {
        base = all.base;
        rules = all.rules;
        factTypes = all.factTypes;
        boughtKeys = all.boughtKeys;
        idle = all.idle;
        heard = offer -> ids.contains(offer.id());
    }

    Network(KieBase base, Map<String, CompiledRule> rules, List<CheckedRule> checked) {
        this.base = base;
        this.rules = rules;
        factTypes = new LinkedHashSet<>();
        boughtKeys = new LinkedHashSet<>();
        idle = new ConcurrentLinkedQueue<>();
        heard = offer -> true;
        for (var rule : checked) {
            var about = rule.about();
            factTypes.addAll(about.factTypes());
            if (about.factTypes().contains(Bought.class)) {
                boughtKeys.addAll(
                        about.boughtKeys().isEmpty() ? Set.of("category", "brand", "sku") : about.boughtKeys());
            }
        }
    }

    /** The same rules, with only some offers heard. */
    Network only(Set<String> ids) {
        return new Network(this, ids);
    }

    int rulesOf(Offer offer) {
        return (int) rules.values().stream()
                .filter(rule -> rule.offer().id().equals(offer.id()))
                .count();
    }

    /** True when a condition of these rules is about facts of this kind. */
    public boolean asksFor(Class<?> factType) {
        return factTypes.contains(factType);
    }

    /** True when a condition asks what was bought of a category, brand or sku. */
    public boolean asksForBoughtBy(String key) {
        return boughtKeys.contains(key);
    }

    /**
     * What these rules propose for these facts, in the order in which it is to be settled.
     *
     * @throws Overrun when that takes more than the meter allows
     */
    public List<Proposal> fire(List<Object> facts, Meter meter) {
        var session = idle.poll();
        if (session == null) {
            session = new Session(base.newKieSession(), rules);
        }
        boolean clean = false;
        try {
            var proposals = session.fire(facts, meter);
            clean = true;
            proposals.removeIf(proposal -> !heard.test(proposal.offer()));
            return proposals;
        } finally {
            if (clean) {
                idle.offer(session);
            } else {
                session.dispose();
            }
        }
    }
}
