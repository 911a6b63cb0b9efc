package dev.stempel.benchmarks;

import dev.stempel.Placeholder;
import org.openjdk.jmh.annotations.Benchmark;

/** Stands in until the benchmarks arrive. */
public class PlaceholderBenchmark {
    /** Measures a method call. */
    @Benchmark
    public String name() {
        return Placeholder.name();
    }
}
