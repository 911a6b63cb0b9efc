package dev.stempel.settle;

import dev.stempel.account.Card;
import dev.stempel.reward.Benefit;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.Stamps;
import dev.stempel.rule.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which units of a basket a card makes free. A full card makes the next unit free, that unit earns no stamp, and the
 * cheapest units are the free ones; so nine paid units buy the tenth, in this basket or in a later one.
 *
 * @param lines how many units are free on which line
 * @param cardAfter the card afterwards
 * @param resolved stamps and free units, to be granted
 */
record FreeUnitsPlan(Map<Integer, Long> lines, Card cardAfter, Resolved resolved) {

    static FreeUnitsPlan of(Settled settled, Basket basket, Sentence.Stamping stamping) {
        var card = settled.card(stamping.card(), stamping.size());
        var among = stamping.bought() == null
                ? List.<Integer>of()
                : basket.lines(stamping.bought().lineNumbers());
        long units = basket.paidUnits(among);
        long size = stamping.size();
        long free = free(card.filled(), units, size);
        long stamped = units - free;
        var lines = basket.cheapest(among, free);
        var value = settled.policies.round(basket.price(lines));
        long full = Math.max(0, card.filled() + stamped) / size - Math.max(0, card.filled()) / size;
        long left = card.filled() + stamped - free * size;
        var benefits = new ArrayList<Benefit>();
        if (units > 0) {
            benefits.add(new Stamps(stamping.card(), stamped, left, size, full, true, stamping.lifetime()));
        }
        if (free > 0) {
            benefits.add(new FreeUnits(stamping.card(), free, free * size, value, lines));
        }
        var after = card.stamped(stamped, free * size, settled.day);
        return new FreeUnitsPlan(lines, after, new Resolved(benefits, new Worth(0, value)));
    }

    /** Units made free by cards that were full already, then every unit that follows {@code size} paid ones. */
    static long free(long filled, long units, long size) {
        long waiting = Math.min(units, Math.max(0, filled) / size);
        long left = units - waiting;
        long onCard = filled < 0 ? filled : filled - Math.max(0, filled) / size * size;
        return waiting + Math.max(0, onCard + left) / (size + 1);
    }

    Worth worth() {
        return resolved.worth();
    }
}
