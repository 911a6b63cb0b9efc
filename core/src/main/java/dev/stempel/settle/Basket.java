package dev.stempel.settle;

import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a purchase while discounts are taken off. A line never goes below its minimum price and the order never
 * below zero. Used by one evaluation.
 */
final class Basket {

    private static final long[] NONE = {};

    private final Purchase purchase;
    private final BigDecimal discounts;
    private final int digits;
    private long[] free = NONE;
    private final @Nullable BigDecimal[] left;
    private BigDecimal taken = BigDecimal.ZERO;

    Basket(Purchase purchase, int digits) {
        this.purchase = purchase;
        this.digits = digits;
        discounts = purchase.discounts();
        left = new BigDecimal[purchase.lines().size()];
    }

    /** The lines an offer names, or all lines that are paid for. */
    List<Integer> lines(List<Integer> named) {
        if (!named.isEmpty() && areAllPaid(named)) {
            return named;
        }
        int size = named.isEmpty() ? left.length : named.size();
        var paid = new ArrayList<Integer>(size);
        for (int i = 0; i < size; i++) {
            Integer number = named.isEmpty() ? Integer.valueOf(i) : named.get(i);
            if (paidUnits(number) > 0) {
                paid.add(number);
            }
        }
        return paid;
    }

    private boolean areAllPaid(List<Integer> lines) {
        for (int i : lines) {
            if (paidUnits(i) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Units on these lines that are still paid for. */
    long paidUnits(List<Integer> lines) {
        long units = 0;
        for (int i : lines) {
            units += paidUnits(i);
        }
        return units;
    }

    private long paidUnits(int number) {
        return line(number).paidUnits() - (isAnyFree() ? free[number] : 0);
    }

    private boolean isAnyFree() {
        return free.length > 0;
    }

    /** The cheapest paid units of these lines, the first line first where prices are equal. */
    Map<Integer, Long> cheapest(List<Integer> lines, long units) {
        var chosen = new TreeMap<Integer, Long>();
        var byPrice = new ArrayList<>(lines);
        byPrice.sort(Comparator.comparing((Integer i) -> line(i).unitPrice()).thenComparing(i -> i));
        long open = units;
        for (int i : byPrice) {
            long taken = Math.min(open, paidUnits(i));
            if (taken > 0) {
                chosen.put(i, taken);
                open -= taken;
            }
        }
        return chosen;
    }

    /** What these units cost. */
    BigDecimal price(Map<Integer, Long> units) {
        var sum = BigDecimal.ZERO;
        for (var some : units.entrySet()) {
            sum = sum.add(line(some.getKey()).unitPrice().multiply(BigDecimal.valueOf(some.getValue())));
        }
        return sum;
    }

    void giveFree(Map<Integer, Long> units) {
        if (!units.isEmpty() && !isAnyFree()) {
            free = new long[left.length];
        }
        for (var some : units.entrySet()) {
            int number = some.getKey();
            var before = left(number).subtract(price(Map.of(number, some.getValue())));
            free[number] += some.getValue();
            left[number] = before.max(BigDecimal.ZERO);
            taken = taken.add(before.min(BigDecimal.ZERO));
        }
    }

    /** What these lines cost now: free units and the discounts so far are taken off. */
    BigDecimal left(List<Integer> lines) {
        var sum = BigDecimal.ZERO;
        for (int i : lines) {
            sum = Exact.plus(sum, left(i));
        }
        return sum;
    }

    private BigDecimal left(int number) {
        var known = left[number];
        if (known == null) {
            known = line(number).paid() ? initial(number) : BigDecimal.ZERO;
            left[number] = known;
        }
        return known;
    }

    /** What the units of these lines that are not free cost before any discount. */
    BigDecimal initial(List<Integer> lines) {
        if (isUntouched()) {
            return left(lines);
        }
        var sum = BigDecimal.ZERO;
        for (int i : lines) {
            sum = Exact.plus(sum, initial(i));
        }
        return sum;
    }

    private BigDecimal initial(int number) {
        return Exact.times(line(number).unitPrice(), paidUnits(number));
    }

    /** The most that can be taken off these lines. */
    BigDecimal room(List<Integer> lines) {
        // Without a discount on the order some lines never have more room than all.
        return discounts.signum() <= 0 ? rooms(lines) : rooms(lines).min(orderLeft());
    }

    private BigDecimal orderLeft() {
        var sum = discounts.negate();
        for (int i = 0; i < left.length; i++) {
            sum = Exact.plus(sum, left(i));
        }
        return sum.max(BigDecimal.ZERO);
    }

    private BigDecimal room(int number) {
        var floor = line(number).minimumPrice();
        return floor == null
                ? left(number)
                : left(number)
                        .subtract(floor.multiply(BigDecimal.valueOf(paidUnits(number))))
                        .max(BigDecimal.ZERO);
    }

    /** What these lines cost above this price for each unit, no more than can be taken off each. */
    Map<Integer, BigDecimal> above(BigDecimal price, List<Integer> lines) {
        var parts = new TreeMap<Integer, BigDecimal>();
        for (int i : lines) {
            parts.put(
                    i,
                    left(i).subtract(price.multiply(BigDecimal.valueOf(paidUnits(i))))
                            .min(room(i)));
        }
        parts.values().removeIf(part -> part.signum() <= 0);
        return parts;
    }

    /** Shares an amount among lines by what can be taken off each. */
    Map<Integer, BigDecimal> spread(BigDecimal amount, List<Integer> lines) {
        return Share.among(lines, this::room, amount, digits);
    }

    void takeOff(Map<Integer, BigDecimal> parts) {
        parts.forEach((number, part) -> {
            left[number] = left(number).subtract(part);
            taken = Exact.plus(taken, part);
        });
    }

    private boolean isUntouched() {
        return taken.signum() == 0 && !isAnyFree();
    }

    /** The purchase at its new price: discounts on the order, free units as such. */
    Purchase priced() {
        var priced = isAnyFree() ? purchase.withLines(GivenFree.lines(purchase, free)) : purchase;
        return isUntouched()
                ? purchase
                : priced.withSums(purchase.discount().add(taken), purchase.tax(), purchase.shipping());
    }

    private Line line(int number) {
        return purchase.lines().get(number);
    }

    private BigDecimal rooms(List<Integer> lines) {
        var sum = BigDecimal.ZERO;
        for (int i : lines) {
            sum = Exact.plus(sum, room(i));
        }
        return sum;
    }
}
