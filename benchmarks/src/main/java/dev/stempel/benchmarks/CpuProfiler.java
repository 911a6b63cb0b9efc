package dev.stempel.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor's time for each call, in microseconds: that of all threads but the compiler's, so that whoever leaves
 * garbage pays for its collection. Other work on the machine disturbs it far less than it does the time on the clock.
 *
 * <p>Linux tells it for each thread, in nanoseconds; elsewhere nothing is reported.
 */
public final class CpuProfiler implements InternalProfiler {

    static final String LABEL = "cpu";

    private static final Path THREADS = Path.of("/proc/self/task");

    private long before;

    @Override
    public String getDescription() {
        return "CPU time for each operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanoseconds();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long used = nanoseconds() - before;
        long calls = result.getMetadata().getAllOps();
        return used <= 0 || calls == 0
                ? List.of()
                : List.of(new ScalarResult(LABEL, used / 1_000.0 / calls, "us/op", AggregationPolicy.AVG));
    }

    private static long nanoseconds() {
        if (!Files.exists(THREADS)) {
            return 0;
        }
        try (var threads = Files.list(THREADS)) {
            return threads.mapToLong(CpuProfiler::nanoseconds).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long nanoseconds(Path thread) {
        try {
            boolean compiles = Files.readString(thread.resolve("comm")).matches("(?s)C[12] Compile.*");
            var times = Files.readString(thread.resolve("schedstat"));
            return compiles ? 0 : Long.parseLong(times.substring(0, times.indexOf(' ')));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
