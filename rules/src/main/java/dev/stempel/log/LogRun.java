package dev.stempel.log;

import dev.stempel.Processed;
import dev.stempel.Programme;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Puts a log through a programme, many events at a time: while some are decided and told, the next are read. What becomes
 * of an event does not depend on that, nor does the order in which it is told.
 */
public final class LogRun implements LogListener {

    /** How many events at a time: enough to keep the processors busy, few enough to hold two lots in memory. */
    private static final int TOGETHER = 1_000;

    private final Programme programme;
    private final Listener listener;
    private final ExecutorService decider = Executors.newSingleThreadExecutor();
    private List<Event> events = new ArrayList<>();
    private List<Consumer<Iterator<Became>>> told = new ArrayList<>();
    private CompletableFuture<?> running = CompletableFuture.completedFuture(null);

    /** Hears what becomes of a log, in its order, in one thread at a time. */
    public interface Listener extends LogRemarks {

        /**
         * What became of an event.
         *
         * @param processed the event and its outcome, or what is wrong with it
         * @param again true when it was posted before, also where it was forgotten since
         * @param line the line of the log it begins on
         */
        void became(Processed processed, boolean again, long line);
    }

    private record Became(Processed processed, boolean again) {}

    private LogRun(Programme programme, Listener listener) {
        this.programme = programme;
        this.listener = listener;
    }

    /**
     * Runs all of a log.
     *
     * @param log the log
     * @param programme decides its events and remembers them
     * @param listener hears what becomes of them
     * @param progress hears how many bytes of the file were read so far, now and then
     * @throws IOException when the file cannot be opened
     */
    public static void run(EventLog log, Programme programme, Listener listener, LongConsumer progress)
            throws IOException {
        var run = new LogRun(programme, listener);
        try {
            log.read(run, progress);
            run.handOver();
            run.await();
        } finally {
            run.decider.shutdown();
        }
    }

    @Override
    public void happened(Event event, long line) {
        events.add(event);
        told.add(became -> {
            var one = became.next();
            listener.became(one.processed, one.again, line);
        });
        if (events.size() == TOGETHER) {
            handOver();
        }
    }

    @Override
    public void skipped(String receipt, Skip why) {
        told.add(became -> listener.skipped(receipt, why));
    }

    @Override
    public void unmatched(String receipt, List<Return.Line> lines, long line) {
        told.add(became -> listener.unmatched(receipt, lines, line));
    }

    @Override
    public void bad(Problem problem) {
        told.add(became -> listener.bad(problem));
    }

    private void handOver() {
        await();
        var some = events;
        var ofThem = told;
        running = CompletableFuture.runAsync(
                () -> {
                    var became = process(some).iterator();
                    ofThem.forEach(one -> one.accept(became));
                },
                decider);
        events = new ArrayList<>();
        told = new ArrayList<>();
    }

    private void await() {
        try {
            running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }

    private static boolean isOfSomebodyErased(Processed processed) {
        var outcome = processed.outcome();
        return outcome != null
                && outcome.refused().stream().anyMatch(refusal -> refusal.cause() == Refusal.Cause.ERASED);
    }

    private List<Became> process(List<Event> some) {
        var known = new HashSet<>(programme
                .ledger()
                .operations(some.stream().map(Event::id).toList())
                .keySet());
        var became = new ArrayList<Became>();
        for (var processed : programme.process(some)) {
            var id = processed.event().id();
            became.add(new Became(processed, known.contains(id) || isOfSomebodyErased(processed)));
            if (processed.posted()) {
                known.add(id);
            }
        }
        return became;
    }
}
