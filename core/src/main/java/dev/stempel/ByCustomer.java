package dev.stempel;

import dev.stempel.event.Event;
import dev.stempel.event.Referral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides the events of different customers at the same time, those of one customer one after another. It comes to what
 * deciding all of them one after another comes to, or to nothing: as soon as an event looks at what may have changed for
 * another customer in the meantime (a shared budget, an account that is not its own), it is given up.
 */
final class ByCustomer {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** More than there are processors, as some customers do more than others. */
    private static final int MOST_PARTS = 4 * PROCESSORS;

    /** Of fewer events, dividing costs more than it saves. */
    private static final int LEAST = 64;

    private static final int LEAST_IN_A_PART = 8;

    /** What is no part: events and customers that several parts are about. */
    private static final int SEVERAL = -1;

    private final Programme programme;
    private final PendingLedger pending;
    private final List<? extends Event> events;
    private final List<List<Event>> eventsOf;

    /** The part that each event and customer belongs to. */
    private final Map<String, Integer> parts = new HashMap<>();

    private volatile boolean givenUp;

    private ByCustomer(Programme programme, PendingLedger pending, List<? extends Event> events) {
        this.programme = programme;
        this.pending = pending;
        this.events = events;
        eventsOf = Stream.generate(() -> (List<Event>) new ArrayList<Event>())
                .limit(Math.min(MOST_PARTS, events.size() / LEAST_IN_A_PART))
                .toList();
        for (var event : events) {
            int part = partOf(event);
            eventsOf.get(part).add(event);
            assign(event.id(), part);
            assign(event.customer(), part);
            assign(pending.holder(event.customer()), part);
        }
    }

    private void assign(String one, int part) {
        parts.merge(one, part, (some, other) -> some.equals(other) ? some : SEVERAL);
    }

    /** True when it is worth trying: a referral looks at two customers. */
    static boolean divides(List<? extends Event> events) {
        return PROCESSORS > 1 && events.size() >= LEAST && events.stream().noneMatch(Referral.class::isInstance);
    }

    /**
     * Decides events on a ledger on which nothing is pending yet.
     *
     * @return what became of each event in their order, and all of it pending; or empty when they have to be decided one
     *     after another, and nothing is pending
     */
    static Optional<List<Processed>> decide(Programme programme, PendingLedger pending, List<? extends Event> events) {
        return new ByCustomer(programme, pending, events).decide();
    }

    private Optional<List<Processed>> decide() {
        var ledgers =
                IntStream.range(0, eventsOf.size()).mapToObj(this::ledgerOf).toList();
        var decided = IntStream.range(0, eventsOf.size())
                .parallel()
                .mapToObj(part -> decide(eventsOf.get(part), programme.on(ledgers.get(part))))
                .toList();
        return givenUp ? Optional.empty() : Optional.of(together(ledgers, decided));
    }

    private PendingLedger ledgerOf(int part) {
        return pending.part(eventsOf.get(part), one -> parts.getOrDefault(one, part) != part);
    }

    private int partOf(Event event) {
        return Math.floorMod(pending.holder(event.customer()).hashCode(), eventsOf.size());
    }

    private Iterator<Processed> decide(List<Event> own, Programme deciding) {
        var processed = new ArrayList<Processed>(own.size());
        try {
            for (int i = 0; i < own.size() && !givenUp; i++) {
                processed.add(deciding.processed(own.get(i)));
            }
        } catch (PendingLedger.Elsewhere e) {
            givenUp = true;
        }
        return processed.iterator();
    }

    private List<Processed> together(List<PendingLedger> ledgers, List<Iterator<Processed>> decided) {
        var all = new ArrayList<Processed>(events.size());
        for (var event : events) {
            int part = partOf(event);
            var processed = decided.get(part).next();
            if (processed.posted()) {
                pending.take(event, ledgers.get(part));
            }
            all.add(processed);
        }
        return all;
    }
}
