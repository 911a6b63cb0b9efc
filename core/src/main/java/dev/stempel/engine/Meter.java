package dev.stempel.engine;

import dev.stempel.event.Event;
import dev.stempel.policy.Bounds;
import dev.stempel.problem.Overrun;
import dev.stempel.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what deciding one event costs, in all phases together, and ends it where that is more than the bounds allow. Used
 * by one thread.
 */
public final class Meter {

    /** Reading the clock costs more than looking at a combination. */
    private static final int LOOKS_BETWEEN_GLANCES = 1 << 10;

    private static final ThreadLocal<@Nullable Meter> RUNNING = new ThreadLocal<>();

    private final Bounds bounds;
    private final Event event;
    private boolean started;
    private long start;
    private int firings;
    private int combinations;

    /** The offer that looked at the stopwatch last, for whoever waits for another thread. */
    private volatile String asking = "";

    /** A meter for deciding this event. */
    public Meter(Bounds bounds, Event event) {
        this.bounds = bounds;
        this.event = event;
    }

    /** The one that runs in this thread while rules fire. */
    static @Nullable Meter running() {
        return RUNNING.get();
    }

    void holds(int facts) {
        if (facts > bounds.facts()) {
            throw overrun(facts + " facts are more than " + bounds.facts() + ".", "Maybe the receipt is too long?");
        }
    }

    /** The time runs from here on, if it does not yet: a few conditions are met faster than a clock is read. */
    void start() {
        if (!started) {
            started = true;
            start = System.nanoTime();
        }
    }

    void run() {
        RUNNING.set(this);
    }

    void end() {
        RUNNING.remove();
    }

    void fires(String offer) {
        firings++;
        if (firings > bounds.firings()) {
            throw unending(offer, "fires more than " + bounds.firings() + " times");
        }
    }

    void combines(String offer) {
        combinations++;
        if (combinations > bounds.combinations()) {
            throw unending(offer, "looks at more than " + bounds.combinations() + " combinations of facts");
        }
        if (combinations % LOOKS_BETWEEN_GLANCES == 0) {
            glance(offer);
        }
    }

    /** Ends what is not done in time. */
    void glance(String offer) {
        asking = offer;
        start();
        if (System.nanoTime() - start > bounds.time().toNanos()) {
            throw unending(offer, "is not done after " + bounds.time().toMillis() + " ms");
        }
    }

    /** What is left of the time; below 0 when it is over. */
    long millisLeft() {
        return bounds.time().minusNanos(System.nanoTime() - start).toMillis();
    }

    /** What an application's fact does that does not answer. */
    Overrun stuck() {
        var offer = asking.isEmpty() ? "" : " to the offer \"" + asking + "\"";
        return overrun(
                "A fact of the application does not answer" + offer + " within "
                        + bounds.time().toMillis() + " ms.",
                "Maybe read what takes long before the event is processed, and hand over a record?");
    }

    /** So many facts did not answer that no further one is asked. */
    Overrun tooManyStuck(int many) {
        return overrun(
                many + " facts of the application were asked and have not answered yet; no other is asked before.",
                "Maybe something is down that they wait for?");
    }

    private Overrun unending(String offer, String does) {
        return overrun(
                "The offer \"" + offer + "\" does not come to an end: it " + does + ".",
                "Maybe a condition names no category, brand or article?");
    }

    private Overrun overrun(String message, String hint) {
        return new Overrun(List.of(Problem.in("event " + event.id(), message, hint)));
    }
}
