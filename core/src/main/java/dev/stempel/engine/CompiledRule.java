package dev.stempel.engine;

import dev.stempel.check.CheckedRule;
import dev.stempel.offer.Offer;

/**
 * What a rule says once its conditions are met.
 *
 * @param name the rule's name
 * @param offer the offer it is of
 * @param sentence what it says
 * @param rank its place among the rules of its phase: what is settled first comes first
 */
record CompiledRule(String name, Offer offer, Saying sentence, int rank) {

    static CompiledRule of(CheckedRule rule, int rank) {
        return new CompiledRule(rule.rule().name(), rule.offer(), Saying.of(rule), rank);
    }
}
