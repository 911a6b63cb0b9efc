package dev.stempel.rule;

import dev.stempel.problem.Refused;
import java.util.List;

/**
 * Of every so many units in this basket the cheapest are free, as in "buy two, get the third free".
 *
 * @param free how many of them are free
 * @param outOf how many units it takes
 * @param lines the lines of the purchase it applies to, counted from 0; empty for the whole basket
 */
public record CheapestFreeGift(long free, long outOf, List<Integer> lines) implements BasketGift {

    /** How many units it takes, the free ones included. */
    public CheapestFreeGift outOf(long units) {
        if (units <= free) {
            throw new Refused("out-of", units, free, free + units);
        }
        return new CheapestFreeGift(free, units, lines);
    }

    /** Only among what was bought here. */
    public CheapestFreeGift among(Bought bought) {
        return new CheapestFreeGift(free, outOf, bought.lineNumbers());
    }
}
