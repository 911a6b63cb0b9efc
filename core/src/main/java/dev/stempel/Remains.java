package dev.stempel;

import dev.stempel.event.Line;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a purchase after returns. It depends only on how many units of each article came back, not on the order
 * of the returns.
 *
 * @param original the purchase as it was
 * @param purchase the purchase with what is left
 */
record Remains(Purchase original, Purchase purchase) {

    static Remains of(Purchase purchase, List<Return> returns) {
        var remains = new Remains(purchase, purchase);
        for (var earlier : returns) {
            remains = remains.minus(earlier);
        }
        return remains;
    }

    Remains minus(Return event) {
        var problems = new ArrayList<Problem>();
        var lines = new ArrayList<>(purchase.lines());
        if (event.lines().isEmpty()) {
            lines.clear();
        }
        for (var back : event.lines()) {
            long open = take(lines, back);
            if (open > 0) {
                problems.add(Problem.in(
                        "event " + event.id(),
                        back.quantity() + " of " + back.sku() + " are returned, " + open + " more than are left of "
                                + purchase.id() + ".",
                        "Maybe they were returned before, or bought another time?"));
            }
        }
        if (event.lines().isEmpty() && purchase.units() == 0) {
            problems.add(Problem.in(
                    "event " + event.id(),
                    "Nothing is left of " + purchase.id() + ".",
                    "Maybe it was returned before?"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Remains(original, withSharedSums(original.withLines(lines)));
    }

    /** Takes units off the article's lines, the last line first; returns how many could not be taken. */
    private static long take(List<Line> lines, Return.Line back) {
        long open = back.quantity();
        for (int i = lines.size() - 1; i >= 0 && open > 0; i--) {
            var line = lines.get(i);
            if (line.sku().equals(back.sku())) {
                long taken = Math.min(open, line.quantity());
                open -= taken;
                if (taken == line.quantity()) {
                    lines.remove(i);
                } else {
                    lines.set(i, line.withQuantity(line.quantity() - taken));
                }
            }
        }
        return open;
    }

    /** The order's discount and tax belong to its goods; what is left of the goods keeps its share of them. */
    private Purchase withSharedSums(Purchase left) {
        var all = original.goods();
        if (all.signum() == 0) {
            return left;
        }
        var share = left.goods().divide(all, MathContext.DECIMAL128);
        return left.withSums(shared(original.discount(), share), shared(original.tax(), share), original.shipping());
    }

    private static BigDecimal shared(BigDecimal sum, BigDecimal share) {
        return sum.signum() == 0 ? sum : sum.multiply(share, MathContext.DECIMAL128);
    }
}
