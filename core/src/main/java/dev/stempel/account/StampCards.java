package dev.stempel.account;

import dev.stempel.reward.Expired;
import dev.stempel.reward.FreeUnits;
import dev.stempel.reward.Stamps;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** A customer's stamp cards, in the making. Stamps that lapse are breakage. Used by one thread, once. */
final class StampCards {

    private SortedMap<String, Card> all;

    StampCards(SortedMap<String, Card> all) {
        this.all = all;
    }

    /** All of them, by their names. */
    SortedMap<String, Card> all() {
        return all;
    }

    /** Empties those whose last day is over. */
    Breakage lapse(LocalDate today, Breakage before) {
        var breakage = before;
        for (var card : all.values()) {
            if (card.isOver(today)) {
                breakage = breakage.plus(Expired.ofCard(card.name()), card.filled());
                put(card.on(today));
            }
        }
        return breakage;
    }

    /** Stamps bring the terms of their offer along, and are used up where they make the card full. */
    Breakage stamp(Stamps stamps, Decision decision, Breakage breakage) {
        long usedUp = stamps.nextFree() ? 0 : stamps.completed() * stamps.size();
        var card = all.get(stamps.card());
        if (card == null || stamps.count() > 0) {
            var terms = new Card.Terms(stamps.size(), stamps.nextFree(), stamps.lifetime());
            card = card(stamps.card(), stamps.size()).under(terms, decision.day());
        }
        return stamp(card, stamps.count(), usedUp, decision, breakage);
    }

    /** Units are free because a card was full. */
    Breakage use(FreeUnits free, Decision decision, Breakage breakage) {
        return stamp(card(free.card(), 1), 0, free.stamps(), decision, breakage);
    }

    /** Goods whose stamps lapsed with their card take none from the next one. */
    private Breakage stamp(Card card, long count, long usedUp, Decision decision, Breakage breakage) {
        if (decision.takesBack() && card.lapsedSince(decision.day())) {
            return breakage.plus(Expired.ofCard(card.name()), count - usedUp);
        }
        put(card.stamped(count, usedUp, decision.day()));
        return breakage;
    }

    /** Takes up those of somebody who is the same person. */
    void join(StampCards other) {
        all = Together.of(all, other.all, Card::with);
    }

    /** Nothing is left. */
    void forfeit() {
        all = new TreeMap<>();
    }

    private Card card(String name, long size) {
        var known = all.get(name);
        return known == null ? Card.empty(name, size) : known;
    }

    private void put(Card card) {
        all = new TreeMap<>(all);
        all.put(card.name(), card);
    }
}
