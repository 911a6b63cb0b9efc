package dev.stempel.engine;

import dev.stempel.offer.Offer;
import dev.stempel.rule.Phase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The compiled rules of a rule book, by phase. Immutable; thread-safe. */
public final class Networks {

    private final Map<Phase, Network> byPhase;
    private final List<Offer> offers;

    Networks(Map<Phase, Network> byPhase, List<Offer> offers) {
        this.byPhase = byPhase;
        this.offers = List.copyOf(offers);
    }

    /** The same compiled rules, with only some offers heard. */
    public Networks only(Set<String> ids) {
        var fewer = new EnumMap<Phase, Network>(Phase.class);
        byPhase.forEach((phase, network) -> fewer.put(phase, network.only(ids)));
        return new Networks(
                fewer, offers.stream().filter(offer -> ids.contains(offer.id())).toList());
    }

    /** How many rules an offer has. */
    public int rulesOf(Offer offer) {
        return byPhase.values().stream()
                .mapToInt(network -> network.rulesOf(offer))
                .sum();
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
