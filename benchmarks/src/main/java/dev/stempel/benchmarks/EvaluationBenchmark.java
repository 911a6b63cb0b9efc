package dev.stempel.benchmarks;

import dev.stempel.benchmarks.column.Column;
import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.work.Basket;
import dev.stempel.benchmarks.work.Given;
import dev.stempel.benchmarks.work.Rewarded;
import dev.stempel.benchmarks.work.Work;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One basket through one column. Sampled, so that the slow calls are seen beside the usual ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EvaluationBenchmark {

    @Param
    private Columns column = Columns.STEMPEL;

    @Param("200")
    private int rules;

    @Param("10")
    private int lines;

    @Param("10")
    private int concerned;

    private Column loaded;
    private Basket basket;

    /** Loads the offers; a column that does not give what the plain loop gives is not timed. */
    @Setup
    public void load() {
        var work = Work.of(rules, lines, concerned);
        basket = work.basket();
        loaded = column.load(work.offers());
        var expected = Given.summary(
                Columns.JAVA_LOOP.load(work.offers()).evaluate(basket).given());
        var actual = Given.summary(loaded.evaluate(basket).given());
        if (!actual.equals(expected)) {
            throw new IllegalStateException(column + " gives " + actual + " instead of " + expected + ".");
        }
    }

    /** Forgets the calls before, so that no column is measured with a memory that others do not have. */
    @Setup(Level.Iteration)
    public void forget() {
        loaded.forget();
    }

    /** What the offers give for the basket. */
    @Benchmark
    public Rewarded evaluate() {
        return loaded.evaluate(basket);
    }
}
