package dev.stempel.settle;

import dev.stempel.account.Card;
import dev.stempel.reward.Stamps;
import dev.stempel.rule.Sentence;
import java.time.LocalDate;

/**
 * What stamping does to a card whose completion gives something of its own.
 *
 * @param stamps the stamps, to be granted
 * @param card the card before
 * @param day the day the stamps are earned
 */
record CardFilling(Stamps stamps, Card card, LocalDate day) {

    static CardFilling of(Settled settled, Sentence.Stamping stamping) {
        var card = settled.card(stamping.card(), stamping.size());
        long filled = card.filled() + stamping.count();
        return of(card, settled, stamping, Math.max(0, filled) / stamping.size());
    }

    /** The same, but a full card stays full until the next stamp. */
    static CardFilling waiting(Settled settled, Sentence.Stamping stamping) {
        return of(settled.card(stamping.card(), stamping.size()), settled, stamping, 0);
    }

    private static CardFilling of(Card card, Settled settled, Sentence.Stamping stamping, long completed) {
        long filled = card.filled() + stamping.count();
        long left = filled - completed * stamping.size();
        var stamps = new Stamps(
                stamping.card(), stamping.count(), left, stamping.size(), completed, false, stamping.lifetime());
        return new CardFilling(stamps, card, settled.day);
    }

    /** The card afterwards. */
    Card cardAfter() {
        return card.stamped(stamps.count(), stamps.completed() * stamps.size(), day);
    }

    long completed() {
        return stamps.completed();
    }
}
