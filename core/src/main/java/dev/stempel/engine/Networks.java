package dev.stempel.engine;

import dev.stempel.offer.Offer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled rules of a rule book, by phase. Immutable; thread-safe. */
public final class Networks {

    private final Map<Phase, Network> byPhase;
    private final List<Offer> offers;

    Networks(Map<Phase, Network> byPhase, List<Offer> offers) {
        this.byPhase = byPhase;
        this.offers = List.copyOf(offers);
    }

    /** The offers, in the order of their files. */
    public List<Offer> offers() {
        return offers;
    }

    /** The rules of a phase; absent when the phase has none. */
    public @Nullable Network of(Phase phase) {
        return byPhase.get(phase);
    }
}
