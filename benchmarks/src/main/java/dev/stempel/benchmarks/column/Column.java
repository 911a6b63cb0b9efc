package dev.stempel.benchmarks.column;

import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Rewarded;

/** One way of running offers, loaded and ready. Thread-safe. */
public interface Column {

    /** What the offers give for this basket. */
    Rewarded evaluate(Basket basket);

    /** Forgets what evaluations left behind; most leave nothing. */
    default void forget() {}
}
