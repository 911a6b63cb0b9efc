package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.check.FactTypes;
import dev.stempel.drl.Rule.Pattern;
import dev.stempel.drl.Rule.Quantifier;
import dev.stempel.problem.Overrun;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kie.api.KieBase;

/**
 * Rules that compare facts with one another, and the engine's sessions that run them. A session holds the facts of one
 * customer at a time, so no rule has to join by id, and is used again by whoever comes next: making one costs more than an
 * evaluation. Thread-safe.
 */
final class Sessions {

    /** The engine lets go of an event's facts only when the next event comes; a session of more is not kept for it. */
    private static final int MOST_FACTS_KEPT = 1_000;

    private final KieBase base;
    private final Map<String, CompiledRule> rules;
    private final Set<Set<Class<?>>> needs = new HashSet<>();
    private final boolean areAboutOwnFacts;
    private final boolean areNew;
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();

    Sessions(KieBase base, Map<String, CompiledRule> rules, List<CheckedRule> checked, FactTypes types) {
        this.base = base;
        this.rules = rules;
        for (var rule : checked) {
            needs.add(rule.rule().patterns().stream()
                    .filter(pattern -> pattern.quantifier() != Quantifier.NOT)
                    .map(Pattern::type)
                    .<Class<?>>map(name -> types.named(name).orElseThrow())
                    .collect(Collectors.toUnmodifiableSet()));
        }
        areAboutOwnFacts = checked.stream()
                .flatMap(rule -> rule.about().factTypes().stream())
                .anyMatch(type -> !FactTypes.isStempels(type));
        // That nothing is there is news only to a session that has not seen it before.
        areNew = !checked.stream().allMatch(Sessions::needsAFact);
        // The first event should not wait for it.
        idle.add(session());
    }

    private static boolean needsAFact(CheckedRule rule) {
        return rule.rule().patterns().stream().anyMatch(pattern -> pattern.quantifier() == Quantifier.THERE);
    }

    private Session session() {
        return new Session(base.newKieSession(), rules);
    }

    /**
     * Tells what the rules propose for these facts.
     *
     * @throws Overrun when that takes more than the meter allows
     */
    void fire(List<Object> facts, Meter meter, Consumer<Proposal> heard) {
        if (needs.stream().noneMatch(types -> isMet(types, facts))) {
            return;
        }
        if (areAboutOwnFacts && facts.stream().anyMatch(fact -> !FactTypes.isStempels(fact.getClass()))) {
            Aside.ask(meter, () -> {
                fireHere(facts, meter, heard);
                return true;
            });
        } else {
            fireHere(facts, meter, heard);
        }
    }

    private void fireHere(List<Object> facts, Meter meter, Consumer<Proposal> heard) {
        var session = idle.poll();
        if (session == null) {
            session = session();
        }
        boolean kept = false;
        try {
            session.fire(facts, meter, heard);
            kept = !areNew && facts.size() <= MOST_FACTS_KEPT;
        } finally {
            if (kept) {
                idle.offer(session);
            } else {
                session.dispose();
            }
        }
    }

    private static boolean isMet(Set<Class<?>> types, Collection<Object> facts) {
        return types.stream().allMatch(type -> facts.stream().anyMatch(type::isInstance));
    }
}
