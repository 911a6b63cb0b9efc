package dev.stempel.benchmarks;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.report.Cell;
import dev.stempel.benchmarks.report.Cell.Point;
import dev.stempel.benchmarks.report.Samples;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the cells of a plan, each in JVMs of its own. */
final class Measuring {

    private final Plan plan;
    private final PrintStream progress;
    private int done;

    Measuring(Plan plan, PrintStream progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** All cells of the plan, one point after the other, the columns in turns: whatever the machine does hits them alike. */
    List<Cell> cells() throws RunnerException {
        var cells = new ArrayList<Cell>();
        for (var point : plan.points().entrySet()) {
            cells.addAll(cells(point.getKey(), point.getValue()));
        }
        return cells;
    }

    private List<Cell> cells(Point at, Set<Columns> columns) throws RunnerException {
        var results = new EnumMap<Columns, List<RunResult>>(Columns.class);
        for (int round = 0; round < plan.rounds(at); round++) {
            for (var column : columns) {
                results.computeIfAbsent(column, one -> new ArrayList<>()).add(measure(column, at));
            }
        }
        var cells = new ArrayList<Cell>();
        results.forEach((column, some) -> cells.add(cell(column, at, some)));
        return cells;
    }

    private RunResult measure(Columns column, Point at) throws RunnerException {
        done++;
        progress.printf("%d of %d: %s, %s%n", done, plan.cells(), column.title(), at);
        var options = options(at)
                .include(EvaluationBenchmark.class.getName())
                .param("column", column.name())
                .param("rules", "" + at.rules())
                .param("lines", "" + at.lines())
                .param("concerned", "" + at.concerned())
                .threads(at.threads());
        return new Runner(options.build()).runSingle();
    }

    /** The processor's microseconds for a basket through the offers of the project's own rules. */
    Samples ownOffers() throws RunnerException {
        progress.println("the offers of rules/");
        var options = options(Point.CROSSING).include(OwnOffersBenchmark.class.getName());
        return samples(List.of(new Runner(options.build()).runSingle()), Measuring::cpu);
    }

    private ChainedOptionsBuilder options(Point at) {
        return new OptionsBuilder()
                .forks(1)
                .warmupIterations(plan.warmups(at))
                .warmupTime(TimeValue.milliseconds(plan.warmup().toMillis()))
                .measurementIterations(plan.iterations())
                .measurementTime(TimeValue.milliseconds(plan.iteration().toMillis()))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend(plan.jvmArguments().toArray(String[]::new));
    }

    private static Cell cell(Columns column, Point at, List<RunResult> rounds) {
        return new Cell(
                column,
                at,
                samples(rounds, Measuring::cpu),
                samples(rounds, iteration -> iteration.getPrimaryResult()),
                each(rounds, round -> percentile(round, 50)),
                each(rounds, round -> percentile(round, 99)),
                each(rounds, round -> bytes(round)).median());
    }

    private static double percentile(RunResult round, double percent) {
        return round.getPrimaryResult().getStatistics().getPercentile(percent);
    }

    private static double bytes(RunResult round) {
        return Objects.requireNonNull(round.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    /** The time on the clock stands in where the system tells no thread's own. */
    private static Result<?> cpu(IterationResult iteration) {
        var cpu = iteration.getSecondaryResults().get(CpuProfiler.LABEL);
        return cpu == null ? iteration.getPrimaryResult() : cpu;
    }

    private static Samples samples(List<RunResult> rounds, Function<IterationResult, Result<?>> which) {
        return new Samples(rounds.stream()
                .flatMap(round -> round.getBenchmarkResults().stream())
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> which.apply(iteration).getScore())
                .toList());
    }

    private static Samples each(List<RunResult> rounds, ToDoubleFunction<RunResult> which) {
        return new Samples(rounds.stream().mapToDouble(which).boxed().toList());
    }
}
