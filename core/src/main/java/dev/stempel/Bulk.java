package dev.stempel;

import dev.stempel.account.Merges;
import dev.stempel.event.Event;
import dev.stempel.event.EventCheck;
import dev.stempel.ledger.Ledger;
import dev.stempel.problem.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides many events, and posts so many at a time. While some are being posted the next are decided, on the ledger as it
 * will be then; those of different customers at the same time, where they share nothing. Used by one call.
 */
final class Bulk {

    /** How many events are posted in one transaction: few enough to be decided again when somebody was faster. */
    private static final int TOGETHER = 500;

    private static final int ATTEMPTS = 3;

    private final Programme programme;
    private final Ledger ledger;
    private final List<Processed> processed = new ArrayList<>();
    private @Nullable Posting posting;
    private boolean shares;

    /** Events that were decided and are not posted yet, but ready for it. */
    private record Decided(
            List<? extends Event> events, PendingLedger pending, List<Processed> processed, BooleanSupplier post) {}

    /** Events that are being posted. */
    private record Posting(Decided decided, CompletableFuture<Boolean> posted) {}

    Bulk(Programme programme) {
        this.programme = programme;
        ledger = programme.ledger();
    }

    List<Processed> process(List<? extends Event> events) {
        var addressed = events.stream().filter(EventCheck::isAddressed).toList();
        var decided = decided(addressed).iterator();
        return events.stream()
                .map(event -> EventCheck.isAddressed(event) ? decided.next() : programme.processed(event))
                .toList();
    }

    /** Whoever is told that something failed may close the ledger: nothing is being posted any more. */
    private List<Processed> decided(List<? extends Event> events) {
        try {
            return processAddressed(events);
        } finally {
            if (posting != null) {
                posting.posted.exceptionally(e -> false).join();
            }
        }
    }

    private List<Processed> processAddressed(List<? extends Event> events) {
        int end;
        for (int from = 0; from < events.size(); from = end) {
            end = together(events, from);
            if (Merges.regroups(events.get(from))) {
                finish();
                processed.add(programme.processed(events.get(from)));
            } else {
                process(events.subList(from, end), end < events.size());
            }
        }
        finish();
        return processed;
    }

    /** Up to where events can be decided in one transaction: one that says who shares an account stands alone. */
    private static int together(List<? extends Event> events, int from) {
        int to = from + 1;
        while (!Merges.regroups(events.get(from))
                && to < Math.min(events.size(), from + TOGETHER)
                && !Merges.regroups(events.get(to))) {
            to++;
        }
        return to;
    }

    private void process(List<? extends Event> events, boolean isMoreToCome) {
        try {
            var decided =
                    decide(events, PendingLedger.ofNew(posting == null ? ledger : posting.decided.pending, events));
            if (!finish()) {
                decided = decide(events, PendingLedger.of(ledger, events));
            }
            decided.pending.standOn(ledger);
            posting = new Posting(
                    decided,
                    isMoreToCome
                            ? CompletableFuture.supplyAsync(decided.post::getAsBoolean)
                            : CompletableFuture.completedFuture(decided.post.getAsBoolean()));
        } catch (Unreadable e) {
            finish();
            processed.addAll(oneByOne(events));
        }
    }

    /** What nobody can read of one customer is told in the events of that customer, and keeps none of the others back. */
    private List<Processed> oneByOne(List<? extends Event> events) {
        return events.stream().map(programme::processed).toList();
    }

    private Decided decide(List<? extends Event> events, PendingLedger pending) {
        var decided = processed(events, pending);
        return new Decided(events, pending, decided, ledger.posting(pending.pending()));
    }

    private List<Processed> processed(List<? extends Event> events, PendingLedger pending) {
        if (!shares && ByCustomer.divides(events)) {
            var divided = ByCustomer.decide(programme, pending, events);
            shares = divided.isEmpty();
            if (!shares) {
                return divided.get();
            }
        }
        var deciding = programme.on(pending);
        return events.stream().map(deciding::processed).toList();
    }

    /** Waits for what is being posted; false when somebody was faster, and it was decided again. */
    private boolean finish() {
        if (posting == null) {
            return true;
        }
        var last = posting;
        posting = null;
        boolean posted = posted(last.posted);
        processed.addAll(posted ? last.decided.processed : again(last.decided.events));
        return posted;
    }

    private static boolean posted(CompletableFuture<Boolean> posted) {
        try {
            return posted.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Unreadable) {
                return false;
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }

    private List<Processed> again(List<? extends Event> events) {
        try {
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                var decided = decide(events, PendingLedger.of(ledger, events));
                if (decided.post.getAsBoolean()) {
                    return decided.processed;
                }
            }
        } catch (Unreadable e) {
            // It is told event by event.
        }
        return oneByOne(events);
    }
}
