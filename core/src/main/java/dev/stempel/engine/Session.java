package dev.stempel.engine;

import dev.stempel.rule.Rewards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.drools.core.common.InternalFactHandle;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/** A rule session that is emptied after each use. Used by one thread at a time. */
final class Session {

    private final KieSession session;
    private final Map<String, CompiledRule> rules;
    private final List<FactHandle> handles = new ArrayList<>();
    private Consumer<Proposal> heard = Session::unheard;
    private long first;

    Session(KieSession session, Map<String, CompiledRule> rules) {
        this.session = session;
        this.rules = rules;
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                fires(event.getMatch());
            }
        });
    }

    void fire(List<Object> facts, Meter meter, Consumer<Proposal> hearer) {
        heard = hearer;
        meter.run();
        try {
            for (var fact : facts) {
                handles.add(session.insert(fact));
            }
            first = recency(handles.get(0));
            session.fireAllRules();
        } finally {
            meter.end();
            heard = Session::unheard;
        }
        for (var handle : handles) {
            session.delete(handle);
        }
        handles.clear();
    }

    private static void unheard(Proposal proposal) {}

    /** The engine found facts that meet a rule's conditions; what the rule says then is said here. */
    private void fires(Match match) {
        var name = match.getRule().getName();
        var rule = rules.get(name);
        var meter = Meter.running();
        if (rule == null || meter == null) {
            throw new IllegalStateException("The rule \"" + name + "\" fires and nobody asked it to.");
        }
        meter.fires(rule.offer().id());
        meter.glance(rule.offer().id());
        var rewards = new Rewards(sentence -> heard.accept(Proposal.of(rule, sentence, facts(match), order(match))));
        var said = rule.sentence();
        said.say(rewards, number -> match.getDeclarationValue(said.names().get(number)));
    }

    /** {@code not} and {@code exists} match something that is no fact of ours; it says nothing. */
    private static List<Object> facts(Match match) {
        var facts = new ArrayList<>();
        for (var fact : match.getObjects()) {
            if (!(fact instanceof org.drools.base.InitialFact)) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private List<Integer> order(Match match) {
        var order = new ArrayList<Integer>();
        for (var handle : match.getFactHandles()) {
            order.add((int) (recency(handle) - first));
        }
        return order;
    }

    /** Facts are numbered as they come, from one evaluation to the next. */
    private static long recency(FactHandle handle) {
        return ((InternalFactHandle) handle).getRecency();
    }

    void dispose() {
        session.dispose();
    }
}
