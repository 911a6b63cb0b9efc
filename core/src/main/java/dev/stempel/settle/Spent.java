package dev.stempel.settle;

import dev.stempel.rule.Sentence;

/**
 * What a customer's wish to spend points comes to: whole steps of them, or why it comes to nothing.
 *
 * @param steps how many steps can be paid
 * @param lacking why none can; empty when some can
 */
record Spent(long steps, String lacking) {

    static Spent of(Settled settled, Sentence.Spending spending) {
        long steps = spending.points() / spending.step();
        long points = steps * spending.step();
        if (points < spending.least() || points == 0) {
            return new Spent(
                    0,
                    "At least " + Math.max(spending.least(), spending.step()) + " points can be spent, in steps of "
                            + spending.step() + "; " + spending.points() + " were asked for.");
        }
        if (points > settled.balance()) {
            return new Spent(0, points + " points were asked for; " + settled.balance() + " can be spent.");
        }
        return new Spent(steps, "");
    }
}
