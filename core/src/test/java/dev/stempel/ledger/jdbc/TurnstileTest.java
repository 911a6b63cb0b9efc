package dev.stempel.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stempel.Programme;
import dev.stempel.event.Purchase;
import dev.stempel.ledger.InMemoryLedger;
import dev.stempel.ledger.Operation;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever waits at the turnstile is let through in the end, whatever becomes of those who went before. */
class TurnstileTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch bothWait = new CountDownLatch(1);
    private final AtomicInteger postings = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> ends = new ConcurrentLinkedQueue<>();
    private final Turnstile turnstile = new Turnstile(this::post);

    private boolean post(List<Payload> together) {
        if (postings.incrementAndGet() > 1) {
            throw new StackOverflowError();
        }
        begun.countDown();
        try {
            bothWait.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    @Test
    void anErrorOfTheOneWhoPostsForOthersIsToldToThemAll() throws InterruptedException {
        var first = come("c-1");
        begun.await();
        var second = come("c-2");
        var third = come("c-3");
        while (second.getState() != Thread.State.WAITING || third.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        bothWait.countDown();
        for (var till : List.of(first, second, third)) {
            till.join();
        }
        assertThat(ends).containsExactlyInAnyOrder("true", "StackOverflowError", "IllegalStateException");
        assertThat(postings).hasValue(2);
    }

    private Thread come(String customer) {
        var operation = operation(customer);
        var till = new Thread(() -> {
            try {
                ends.add(String.valueOf(turnstile.post(List.of(Payload.of(operation)))));
            } catch (IllegalStateException | StackOverflowError e) {
                ends.add(e.getClass().getSimpleName());
            }
        });
        till.start();
        return till;
    }

    private static Operation operation(String customer) {
        var ledger = new InMemoryLedger();
        Programme.of(Points.RULES, Points.POLICIES, ledger)
                .process(Purchase.of("p", customer, Instant.parse("2026-03-01T10:00:00Z"))
                        .line("cone", "cones", 1, "2.50"));
        return ledger.operation("p").orElseThrow();
    }
}
