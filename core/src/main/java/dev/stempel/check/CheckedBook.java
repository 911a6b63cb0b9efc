package dev.stempel.check;

import dev.stempel.offer.Offer;
import java.util.Collection;
import java.util.List;

/**
 * Rule files that may be compiled.
 *
 * @param offers what they promise, in the order of their files
 * @param rules all their rules
 * @param types the kinds of fact there are
 */
public record CheckedBook(List<Offer> offers, List<CheckedRule> rules, FactTypes types) {

    /** The kinds of fact there are. */
    public Collection<Class<?>> factTypes() {
        return types.all();
    }
}
