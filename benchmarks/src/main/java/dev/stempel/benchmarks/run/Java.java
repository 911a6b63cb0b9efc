package dev.stempel.benchmarks.run;

import dev.stempel.benchmarks.report.Results.Figure;
import dev.stempel.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A JVM of its own, of the kind this one is, for what must not be measured in one that is warm. */
public final class Java {

    /** The command this JVM was started with. */
    public static final Path OWN = Path.of(System.getProperty("java.home"), "bin", "java");

    private Java() {}

    /** Runs a class to its end and gives back what it printed. */
    public static String run(List<String> options, Class<?> main, String... arguments) throws IOException {
        return run(OWN, options, main, arguments);
    }

    /** Runs a class to its end that prints the name of a figure and a value on each line. */
    public static Map<Figure, Samples> figures(List<String> options, Class<?> main, String... arguments)
            throws IOException {
        var values = new EnumMap<Figure, List<Double>>(Figure.class);
        for (var line : run(options, main, arguments).lines().toList()) {
            var said = line.split(" ");
            values.computeIfAbsent(Figure.valueOf(said[0]), figure -> new ArrayList<>())
                    .add(Double.valueOf(said[1]));
        }
        var figures = new EnumMap<Figure, Samples>(Figure.class);
        values.forEach((figure, all) -> figures.put(figure, new Samples(all)));
        return figures;
    }

    /** Which Java a command starts: 17, 25. */
    static int feature(Path java) throws IOException {
        return Integer.parseInt(run(java, List.of(), Java.class));
    }

    /** Prints which Java this is. */
    public static void main(String[] arguments) {
        System.out.println(Runtime.version().feature());
    }

    static String run(Path java, List<String> options, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            var printed = String.join("\n", output.lines().toList());
            if (process.waitFor() != 0) {
                throw new IOException(main.getName() + " failed.");
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
