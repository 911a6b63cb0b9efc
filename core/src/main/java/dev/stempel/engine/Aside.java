package dev.stempel.engine;

import static java.util.Objects.requireNonNull;

import dev.stempel.problem.Overrun;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks an application's own facts in a thread beside the caller's. Nothing in Java ends an answer that never comes, but
 * nobody has to wait for it: the caller goes on when the time is over, the other thread is interrupted and left alone.
 * There are only so many of those; until one of them ends no further answer is waited for. Thread-safe.
 */
public final class Aside {

    /** Left alone at the same time, in the whole process: each keeps a thread and the facts of one event. */
    private static final int MOST_STUCK = 16;

    /** What looks at the stopwatch by itself ends shortly after the time is over, and tells better where. */
    private static final long GRACE_MILLIS = 100;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Aside::thread);
    private static final Set<Asking<?>> STUCK = ConcurrentHashMap.newKeySet();

    private Aside() {}

    /** Work that tells when it is really over, which work that was given up does not. */
    private static final class Asking<T> extends FutureTask<T> {

        private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
        private volatile boolean over;

        Asking(Supplier<T> work) {
            super(work::get);
        }

        @Override
        public void run() {
            var thread = Thread.currentThread();
            thread.setContextClassLoader(loader);
            try {
                super.run();
            } finally {
                over = true;
                thread.setContextClassLoader(null);
            }
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stempel-own-facts");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does the work and waits for it as long as the meter allows.
     *
     * @throws Overrun when it is not done by then
     */
    public static <T> T ask(Meter meter, Supplier<T> work) {
        STUCK.removeIf(asking -> asking.over);
        if (STUCK.size() >= MOST_STUCK) {
            throw meter.tooManyStuck(MOST_STUCK);
        }
        meter.start();
        var asking = new Asking<>(work);
        THREADS.execute(asking);
        try {
            return waitFor(asking, meter);
        } catch (TimeoutException e) {
            STUCK.add(asking);
            asking.cancel(true);
            throw meter.stuck();
        }
    }

    private static <T> T waitFor(Asking<T> asking, Meter meter) throws TimeoutException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return asking.get(meter.millisLeft() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw Accessor.passedOn(requireNonNull(e.getCause()));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
