package dev.stempel.benchmarks.work;

import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Offers and a basket for one measurement.
 *
 * @param offers so many offers of all kinds, of which some concern the basket and the others name what nobody buys
 * @param basket the basket
 */
public record Work(List<Offer> offers, Basket basket) {

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** Different goods in a large basket; a smaller one has one line of each. */
    private static final int GOODS = 10;

    /** A Tuesday. */
    private static final Instant DAY = Instant.parse("2026-03-31T12:00:00Z");

    /**
     * Makes the work.
     *
     * @param rules how many offers there are
     * @param lines how many lines the basket has
     * @param concerned how many of the offers are about something in the basket; they lie evenly among the others
     */
    public static Work of(int rules, int lines, int concerned) {
        int goods = Math.min(lines, GOODS);
        var offers = new ArrayList<Offer>();
        int next = 0;
        for (int i = 0; i < rules; i++) {
            boolean concerns = (i + 1L) * concerned / rules > (long) i * concerned / rules;
            offers.add(concerns ? offer(i, next, next++ % goods) : offer(i, i, GOODS + i));
        }
        return new Work(offers, Basket.of(purchase(lines, goods)));
    }

    /** The {@code nth} offer of its group, about the goods with this number. */
    private static Offer offer(int id, int nth, int goods) {
        var kind = KINDS.get(nth % KINDS.size());
        boolean odd = nth / KINDS.size() % 2 == 1;
        long number = switch (kind) {
            case STAMPS -> 10;
            case POINTS -> odd ? 2 : 1;
            case PERCENT_OFF -> 1;
            case THRESHOLD -> odd ? 50 : 5;
            case WEEKDAY -> 5;
        };
        var day = odd ? DayOfWeek.SATURDAY : DayOfWeek.TUESDAY;
        return new Offer("offer-" + id, kind, kind.field() + "-" + goods, number, day);
    }

    private static Purchase purchase(int lines, int goods) {
        var all = new ArrayList<Line>();
        for (int i = 0; i < lines; i++) {
            all.add(Basket.line(i % goods, 3, "2.55"));
        }
        return Purchase.of("p-1", "c-7", DAY).withLines(all);
    }
}
