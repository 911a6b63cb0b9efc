package dev.stempel.reward;

import java.util.List;
import java.util.Objects;

/**
 * Why a reward was given or refused: the offer, the rule in its own words, and the facts that met its conditions.
 *
 * <p>The facts are immutable, so they are only turned into text when somebody asks. Two reasons are equal when they say
 * the same.
 */
public final class Reason {

    private final String offer;
    private final String rule;
    private final List<?> matched;

    /**
     * A reason.
     *
     * @param offer the offer's id
     * @param rule the rule's name
     * @param matched the facts, each saying by its {@code toString} what it was
     */
    public Reason(String offer, String rule, List<?> matched) {
        this.offer = offer;
        this.rule = rule;
        this.matched = matched == null ? List.of() : List.copyOf(matched);
    }

    /** The offer's id. */
    public String offer() {
        return offer;
    }

    /** The rule's name, a plain sentence. */
    public String rule() {
        return rule;
    }

    /** The facts that met the rule's conditions, as text. */
    public List<String> facts() {
        if (matched.size() == 1) {
            return List.of(matched.get(0).toString());
        }
        return matched.stream().map(Object::toString).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reason that
                && offer.equals(that.offer)
                && rule.equals(that.rule)
                && facts().equals(that.facts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(offer, rule);
    }

    @Override
    public String toString() {
        return rule + " " + facts();
    }
}
