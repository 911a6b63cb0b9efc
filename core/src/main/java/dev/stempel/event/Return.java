package dev.stempel.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Goods of an earlier purchase came back. What the purchase earned is decided again for what remains of it, under the
 * rules of the day of purchase, and the difference is taken back.
 *
 * @param purchase the id of the purchase the goods came from
 * @param lines what came back; empty for everything that is still left of the purchase
 * @param reason why, in the customer's words; empty where not given
 */
public record Return(String id, String customer, Instant at, String purchase, List<Line> lines, String reason)
        implements Event {

    public Return {
        id = Text.orEmpty(id);
        customer = Text.orEmpty(customer);
        purchase = Text.orEmpty(purchase);
        lines = Text.orEmpty(lines);
        reason = Text.orEmpty(reason);
    }

    /** The return of everything that is left of a purchase. */
    public static Return ofAll(String id, Purchase purchase, Instant at) {
        return new Return(id, purchase.customer(), at, purchase.id(), List.of(), "");
    }

    /** The same return with some units of one article. */
    public Return line(String sku, long quantity) {
        var more = new ArrayList<>(lines);
        more.add(new Line(sku, quantity));
        return new Return(id, customer, at, purchase, more, reason);
    }

    /**
     * Units of one article that came back.
     *
     * @param sku the article, as on the purchase
     * @param quantity units that came back, at least one
     */
    public record Line(String sku, long quantity) {

        public Line {
            sku = Text.orEmpty(sku);
        }
    }
}
