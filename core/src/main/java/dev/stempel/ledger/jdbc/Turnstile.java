package dev.stempel.ledger.jdbc;

import dev.stempel.problem.StempelException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets tills of one process commit together: whoever comes while somebody commits waits, and the next one through takes
 * everybody along in one transaction. When that cannot be posted, each is posted on its own. Thread-safe.
 */
final class Turnstile {

    private static final int MOST_TOGETHER = 256;

    private final Predicate<List<Payload>> post;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /** A turnstile before whatever posts operations in one transaction and says whether it did. */
    Turnstile(Predicate<List<Payload>> post) {
        this.post = post;
    }

    private static final class Waiting {

        private final List<Payload> operations;
        private boolean done;
        private boolean posted;
        private @Nullable RuntimeException failure;

        private Waiting(List<Payload> operations) {
            this.operations = operations;
        }

        private void end(boolean wasPosted, @Nullable RuntimeException why) {
            done = true;
            posted = wasPosted;
            failure = why;
        }
    }

    boolean post(List<Payload> operations) {
        var mine = new Waiting(operations);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.done) {
                postAll(next());
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.posted;
    }

    /** Those who wait for different customers; whoever waits for one of theirs comes next, and finds the account moved on. */
    private List<Waiting> next() {
        var together = new ArrayList<Waiting>();
        var customers = new HashSet<String>();
        int operations = 0;
        for (var first = waiting.peek(); first != null && operations < MOST_TOGETHER; first = waiting.peek()) {
            if (!first.operations.stream()
                    .map(one -> one.operation().holder())
                    .distinct()
                    .allMatch(customers::add)) {
                return together;
            }
            together.add(waiting.remove());
            operations += first.operations.size();
        }
        return together;
    }

    private void postAll(List<Waiting> together) {
        var all = together.stream().flatMap(one -> one.operations.stream()).toList();
        try {
            boolean posted = post.test(all);
            if (posted || together.size() == 1) {
                together.forEach(one -> one.end(posted, null));
                return;
            }
        } catch (RuntimeException e) {
            if (e instanceof StempelException || together.size() == 1) {
                together.forEach(one -> one.end(false, e));
                return;
            }
        } catch (Error e) {
            // The others would wait for ever for what nobody posts any more.
            together.forEach(one -> one.end(false, new IllegalStateException("Nobody knows what was posted.", e)));
            throw e;
        }
        together.forEach(one -> postAll(List.of(one)));
    }
}
