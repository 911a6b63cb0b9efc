package dev.stempel.settle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The part of an amount that falls on one line. Used by one evaluation. */
final class Share {

    private static final Comparator<Share> LARGEST_REMAINDER_FIRST = Comparator.<Share, BigDecimal>comparing(
                    share -> share.remainder)
            .reversed()
            .thenComparing(share -> share.line);

    private final Integer line;
    private final BigDecimal room;
    private BigDecimal exact = BigDecimal.ZERO;
    private BigDecimal part = BigDecimal.ZERO;
    private BigDecimal remainder = BigDecimal.ZERO;

    private Share(Integer line, BigDecimal room) {
        this.line = line;
        this.room = room;
    }

    /** Its part of the whole, rounded down to a coin. */
    private BigDecimal ofWhole(BigDecimal whole, BigDecimal rooms, int digits) {
        exact = whole.multiply(room).divide(rooms, digits + 10, RoundingMode.DOWN);
        part = exact.setScale(digits, RoundingMode.FLOOR);
        return part;
    }

    /** So much more of it, as far as there is room. */
    private BigDecimal more(BigDecimal wanted) {
        var more = wanted.min(room.subtract(part));
        part = part.add(more);
        return more;
    }

    /**
     * Shares an amount among lines by the room of each: every part is rounded down to the smallest coin, and the coins that
     * are left go to the lines with the largest remainder, the first line first (largest remainder method, Hamilton). So
     * the parts always sum to the whole, and no line gives more than it can.
     */
    static Map<Integer, BigDecimal> among(
            List<Integer> lines, Function<Integer, BigDecimal> room, BigDecimal amount, int digits) {
        if (lines.size() == 1) {
            var whole = amount.setScale(digits, RoundingMode.FLOOR);
            return Map.of(lines.get(0), whole.compareTo(amount) == 0 ? whole : amount);
        }
        var rooms = BigDecimal.ZERO;
        var shares = new ArrayList<Share>(lines.size());
        for (var line : lines) {
            var share = new Share(line, room.apply(line));
            rooms = Exact.plus(rooms, share.room);
            shares.add(share);
        }
        var open = amount;
        for (var share : shares) {
            open = open.subtract(share.ofWhole(amount, rooms, digits));
        }
        if (open.signum() > 0) {
            shareCoins(open, shares, BigDecimal.ONE.movePointLeft(digits));
        }
        return parts(shares);
    }

    private static void shareCoins(BigDecimal amount, List<Share> shares, BigDecimal coin) {
        for (var share : shares) {
            share.remainder = share.exact.subtract(share.part);
        }
        shares.sort(LARGEST_REMAINDER_FIRST);
        var open = amount;
        for (int n = 0; open.signum() > 0; n = (n + 1) % shares.size()) {
            open = open.subtract(shares.get(n).more(coin.min(open)));
        }
    }

    private static Map<Integer, BigDecimal> parts(List<Share> shares) {
        var parts = new TreeMap<Integer, BigDecimal>();
        for (var share : shares) {
            if (share.part.signum() != 0) {
                parts.put(share.line, share.part);
            }
        }
        return parts;
    }
}
