package dev.stempel.engine;

import dev.stempel.offer.Offer;
import dev.stempel.rule.Rewards;
import dev.stempel.rule.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.core.common.InternalFactHandle;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/** A rule session that is emptied after each use. Used by one thread at a time. */
final class Session {

    /** No sensible basket comes near it; a rule that triggers itself reaches it at once. */
    private static final int MOST_FIRINGS = 100_000;

    private final KieSession session;
    private final Map<String, Offer> offers;
    private final List<FactHandle> handles = new ArrayList<>();
    private List<Proposal> heard = new ArrayList<>();
    private @Nullable Match match;

    Session(KieSession session, Map<String, Offer> offers) {
        this.session = session;
        this.offers = offers;
        session.setGlobal(Network.REWARDS, new Rewards(this::hear));
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                match = event.getMatch();
            }
        });
    }

    List<Proposal> fire(List<Object> facts) {
        for (var fact : facts) {
            handles.add(session.insert(fact));
        }
        int fired = session.fireAllRules(MOST_FIRINGS);
        if (fired == MOST_FIRINGS) {
            throw new IllegalStateException("The rules do not come to an end. Maybe one makes itself true again?");
        }
        for (var handle : handles) {
            session.delete(handle);
        }
        handles.clear();
        match = null;
        var proposals = heard;
        heard = new ArrayList<>();
        proposals.sort(Proposal.IN_ORDER);
        return proposals;
    }

    private void hear(Sentence sentence) {
        var firing = match;
        if (firing == null) {
            throw new IllegalStateException("A sentence was said outside of a rule.");
        }
        var rule = firing.getRule().getName();
        var offer = offers.get(rule);
        if (offer == null) {
            throw new IllegalStateException("The rule \"" + rule + "\" belongs to no offer.");
        }
        heard.add(new Proposal(offer, rule, sentence, facts(firing), order(firing)));
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

    private static List<Long> order(Match match) {
        var order = new ArrayList<Long>();
        for (var handle : match.getFactHandles()) {
            order.add(((InternalFactHandle) handle).getRecency());
        }
        return order;
    }

    void dispose() {
        session.dispose();
    }
}
