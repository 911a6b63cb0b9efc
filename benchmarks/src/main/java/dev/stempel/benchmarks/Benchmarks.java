package dev.stempel.benchmarks;

import dev.stempel.benchmarks.column.Columns;
import dev.stempel.benchmarks.ledger.Remembering;
import dev.stempel.benchmarks.report.Bar;
import dev.stempel.benchmarks.report.Cell;
import dev.stempel.benchmarks.report.Page;
import dev.stempel.benchmarks.report.Results;
import dev.stempel.benchmarks.report.Results.Figure;
import dev.stempel.benchmarks.report.Samples;
import dev.stempel.benchmarks.run.Footprint;
import dev.stempel.benchmarks.run.Java;
import dev.stempel.benchmarks.run.Night;
import dev.stempel.benchmarks.run.Reload;
import dev.stempel.benchmarks.run.Retail;
import dev.stempel.benchmarks.run.Start;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one command: measures all columns in one run, writes the results and the page, and prints the bar. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Measures Stempel beside its alternatives, each doing the same work for the same rewards.")
public final class Benchmarks implements Callable<Integer> {

    @Option(names = "--quick", description = "The same bar in minutes: fewer points, a wider spread.")
    private boolean quick;

    @Option(
            names = "--columns",
            paramLabel = "COLUMN",
            split = ",",
            description = "Only these columns and the plain Java loop, nothing else: ${COMPLETION-CANDIDATES}.")
    private List<Columns> columns = new ArrayList<>();

    @Option(
            names = "--ledgers",
            description = "Only what remembering costs, next to bare commits on the same database.")
    private boolean ledgers;

    @Option(
            names = "--aot-java",
            paramLabel = "FILE",
            description = "The java command of a JDK 25 or newer, whose AOT cache is measured; otherwise this one's.")
    private Path aotJava = Java.OWN;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "benchmarks/target/results",
            description = "Where results.json, index.html and bar.md go; ${DEFAULT-VALUE} unless told otherwise.")
    private Path out = Path.of("");

    @Option(
            names = "--retail",
            paramLabel = "FILE",
            defaultValue = "../shared/data/online-retail.csv.gz",
            description = "The Online Retail log; left out when ${DEFAULT-VALUE} is not there.")
    private Path retail = Path.of("");

    /** Runs the command. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        var plan = quick ? Plan.quick() : Plan.full();
        var results = ledgers ? results(List.of(), remembering(plan)) : everything(plan);
        write(results);
        print(results, System.out);
        return CommandLine.ExitCode.OK;
    }

    private Results everything(Plan plan) throws IOException, RunnerException {
        var measuring = new Measuring(columns.isEmpty() ? plan : plan.only(Set.copyOf(columns)), System.err);
        var cells = measuring.cells();
        return results(cells, columns.isEmpty() ? figures(plan, measuring) : Map.of());
    }

    private Results results(List<Cell> cells, Map<Figure, Samples> figures) throws IOException {
        return new Results(quick ? "benchmarks --quick" : "benchmarks", machine(), cells, figures);
    }

    private Map<Figure, Samples> remembering(Plan plan) throws IOException {
        System.err.println("ledgers");
        return Remembering.figures(out.resolve("ledgers"), plan.rounds(), plan.remembering());
    }

    private Map<Figure, Samples> figures(Plan plan, Measuring measuring) throws IOException, RunnerException {
        var figures = new EnumMap<Figure, Samples>(Figure.class);
        figures.put(Figure.OWN_OFFERS, measuring.ownOffers());
        System.err.println("start, reload, memory");
        figures.putAll(Start.seconds(Files.createDirectories(out.resolve("start")), aotJava, plan.rounds()));
        figures.put(Figure.RELOAD, Reload.milliseconds(plan.rounds()));
        figures.put(Figure.FOOTPRINT, Footprint.kilobytes(plan.rounds()));
        figures.putAll(remembering(plan));
        System.err.println("the night");
        figures.putAll(Night.seconds(out.resolve("night"), plan.rounds()));
        if (Files.exists(retail)) {
            System.err.println("the Online Retail log");
            figures.putAll(Retail.seconds(retail, plan.rounds()));
        }
        return figures;
    }

    private void write(Results results) throws IOException {
        Files.createDirectories(out);
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(out.resolve("results.json"), json.writeValueAsString(results));
        Files.writeString(out.resolve("index.html"), Page.of(results));
        Files.writeString(out.resolve("bar.md"), Bar.markdown(results));
    }

    private void print(Results results, PrintStream printed) {
        printed.printf("%n%s on %s%n%n", results.command(), results.machine());
        printed.print(Bar.markdown(results));
        printed.printf("%nThe page: %s%n", out.resolve("index.html"));
    }

    private static String machine() throws IOException {
        var processors = Path.of("/proc/cpuinfo");
        var model = Files.exists(processors)
                ? Files.readAllLines(processors).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse("")
                : "";
        return "%d × %s, %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model.isEmpty() ? System.getProperty("os.arch") : model,
                        System.getProperty("os.name"),
                        System.getProperty("java.version"));
    }
}
