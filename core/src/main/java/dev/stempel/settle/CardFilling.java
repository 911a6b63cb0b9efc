package dev.stempel.settle;

import dev.stempel.account.Card;
import dev.stempel.reward.Stamps;
import dev.stempel.rule.Sentence;

/**
 * What stamping does to a card whose completion gives something of its own.
 *
 * @param stamps the stamps, to be granted
 * @param cardAfter the card afterwards
 */
record CardFilling(Stamps stamps, Card cardAfter) {

    static CardFilling of(Settled settled, Sentence.Stamping stamping) {
        var card = settled.card(stamping.card(), stamping.size());
        long filled = card.filled() + stamping.count();
        long completed = Math.max(0, filled) / stamping.size();
        long left = filled - completed * stamping.size();
        var stamps = new Stamps(
                stamping.card(), stamping.count(), left, stamping.size(), completed, false, stamping.lifetime());
        return new CardFilling(stamps, card.filled(left, completed > 0, settled.day));
    }

    long completed() {
        return stamps.completed();
    }
}
