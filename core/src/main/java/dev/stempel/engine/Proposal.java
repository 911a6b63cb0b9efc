package dev.stempel.engine;

import dev.stempel.offer.Offer;
import dev.stempel.reward.Reason;
import dev.stempel.rule.Sentence;
import java.util.Comparator;
import java.util.List;

/**
 * What one rule proposed when its conditions were met.
 *
 * @param offer the offer the rule belongs to
 * @param rule the rule's name
 * @param rank the rule's place among the rules of its phase
 * @param sentence what it said
 * @param facts the facts that met its conditions
 * @param order where these facts stand among all, so that a rule that fires twice does so in the same order on every run
 */
public record Proposal(Offer offer, String rule, int rank, Sentence sentence, List<Object> facts, List<Integer> order) {

    /** In the order of the rules, then in the order of the facts: the same on every run. */
    public static final Comparator<Proposal> IN_ORDER = (one, other) ->
            one.rank != other.rank ? Integer.compare(one.rank, other.rank) : compare(one.order, other.order);

    static Proposal of(CompiledRule rule, Sentence sentence, List<Object> facts, List<Integer> order) {
        return new Proposal(rule.offer(), rule.name(), rule.rank(), sentence, facts, order);
    }

    /** Why it would be given. */
    public Reason reason() {
        return new Reason(offer.id(), rule, facts);
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
