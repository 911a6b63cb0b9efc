package dev.stempel;

import dev.stempel.event.Event;
import dev.stempel.event.Referral;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides the events of different customers at the same time, those of one customer one after another. It comes to what
 * deciding all of them one after another comes to, or to nothing: as soon as an event looks at what may have changed for
 * another customer in the meantime (a shared budget, an account that is not its own), it is given up.
 */
final class ByCustomer {

    /** More than there are processors, as some customers do more than others. */
    private static final int PARTS = 4 * Runtime.getRuntime().availableProcessors();

    /** Of fewer events each, dividing costs more than it saves. */
    private static final int LEAST = 8;

    private final Programme programme;
    private final PendingLedger pending;
    private final List<? extends Event> events;

    private ByCustomer(Programme programme, PendingLedger pending, List<? extends Event> events) {
        this.programme = programme;
        this.pending = pending;
        this.events = events;
    }

    /** True when it is worth trying: a referral looks at two customers. */
    static boolean divides(List<? extends Event> events) {
        return Runtime.getRuntime().availableProcessors() > 1
                && events.size() >= LEAST * PARTS
                && events.stream().noneMatch(Referral.class::isInstance);
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
        var parts = IntStream.range(0, PARTS).mapToObj(this::ledgerOf).toList();
        var decided = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> decide(part, parts.get(part)))
                .toList();
        if (decided.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        pending.take(parts, events);
        return Optional.of(inOrder(
                decided.stream().map(part -> part.orElseThrow().iterator()).toList()));
    }

    private PendingLedger ledgerOf(int part) {
        return pending.part(events, event -> partOf(event) == part);
    }

    private int partOf(Event event) {
        return Math.floorMod(pending.holder(event.customer()).hashCode(), PARTS);
    }

    private Optional<List<Processed>> decide(int part, PendingLedger ledger) {
        var deciding = programme.on(ledger);
        try {
            return Optional.of(events.stream()
                    .filter(event -> partOf(event) == part)
                    .map(deciding::processed)
                    .toList());
        } catch (PendingLedger.Elsewhere e) {
            return Optional.empty();
        }
    }

    private List<Processed> inOrder(List<Iterator<Processed>> parts) {
        var all = new ArrayList<Processed>(events.size());
        events.forEach(event -> all.add(parts.get(partOf(event)).next()));
        return all;
    }
}
