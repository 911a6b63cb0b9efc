package dev.stempel.rule;

import dev.stempel.account.Ladder;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** What one rule said when it fired. */
public sealed interface Sentence {

    /** What it gives; absent when it gives nothing by itself. */
    default @Nullable Gift gift() {
        return null;
    }

    /** Give something now. */
    record Giving(Gift gift) implements Sentence {}

    /**
     * Stamp a card, and give something whenever it is full.
     *
     * @param card the card's name
     * @param count stamps to put on it
     * @param size stamps that make it full
     * @param bought the units the stamps are for; absent when the rule counted itself
     * @param gift what a full card gives; absent when it makes the next unit free
     * @param lifetime how long the card lives after its first stamp; absent for ever
     */
    record Stamping(
            String card,
            long count,
            long size,
            @Nullable Bought bought,
            @Nullable Gift gift,
            @Nullable Period lifetime) implements Sentence {}

    /** These tiers apply to the customer. */
    record Tiering(Ladder ladder) implements Sentence {}

    /** Whenever the customer has this many points they turn into something, by themselves. */
    record Redeeming(long points, Gift gift) implements Sentence {}

    /**
     * Points the customer asks to spend turn into something.
     *
     * @param points points asked for
     * @param least the fewest that can be spent
     * @param step points that turn into one gift
     * @param gift what each step turns into
     */
    record Spending(long points, long least, long step, Gift gift) implements Sentence {}

    /** Give something to a customer who stayed away, and count whether it helps. */
    record WinningBack(Lapse lapse, Gift gift) implements Sentence {}

    /** Give something for a friend who was brought in, once. */
    record Referring(Friend friend, Gift gift) implements Sentence {}
}
