package dev.stempel.check;

import dev.stempel.drl.Expr;
import dev.stempel.drl.Rule;
import dev.stempel.offer.Offer;
import dev.stempel.rule.Bought;
import dev.stempel.rule.Phase;
import dev.stempel.rule.Sentence;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A rule that may be compiled.
 *
 * @param rule the rule as it is written
 * @param offer the offer it belongs to
 * @param sentence what it says, with stand-ins for what its conditions name
 * @param phase when it is its turn
 * @param about what its conditions are about
 */
public record CheckedRule(Rule rule, Offer offer, Sentence sentence, Phase phase, About about) {

    /** The sentence as it is written. */
    public Expr written() {
        return Objects.requireNonNull(rule.sentence());
    }

    /**
     * What conditions are about.
     *
     * @param factTypes the kinds of fact
     * @param boughtKeys of which kind of {@code Bought} they ask: category, brand, sku
     * @param variables the names they give, with the type of what each stands for
     */
    public record About(Set<Class<?>> factTypes, Set<Bought.Key> boughtKeys, Map<String, Class<?>> variables) {}
}
