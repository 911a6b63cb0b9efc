package dev.stempel.benchmarks.run;

import dev.stempel.benchmarks.report.Results.Figure;
import dev.stempel.benchmarks.report.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A year of a shop's receipts, from the file to what every customer has earned: with Stempel and by hand in Java. */
public final class Retail {

    private Retail() {}

    /** Seconds of both, in a JVM of their own. */
    public static Map<Figure, Samples> seconds(Path log, int rounds) throws IOException {
        var printed = Java.run(List.of("-Xmx4g"), Retail.class, log.toString(), "" + rounds);
        var stempel = new ArrayList<Double>();
        var byHand = new ArrayList<Double>();
        for (var line : printed.lines().toList()) {
            var both = line.split(" ");
            stempel.add(Double.valueOf(both[0]));
            byHand.add(Double.valueOf(both[1]));
        }
        return Map.of(Figure.RETAIL_STEMPEL, new Samples(stempel), Figure.RETAIL_JAVA, new Samples(byHand));
    }

    /** Takes the log and how often to measure; prints the seconds of each round. The first warms up and is left out. */
    public static void main(String[] arguments) throws IOException {
        var log = Path.of(arguments[0]);
        var rules = RetailByStempel.rules();
        for (int i = 0; i <= Integer.parseInt(arguments[1]); i++) {
            long start = System.nanoTime();
            var byStempel = RetailByStempel.earned(rules, log);
            long middle = System.nanoTime();
            var byHand = RetailByHand.earned(log);
            long end = System.nanoTime();
            if (!byStempel.equals(byHand)) {
                throw new IllegalStateException("The two do not give the same rewards.");
            }
            if (i > 0) {
                System.out.println((middle - start) / 1e9 + " " + (end - middle) / 1e9);
            }
        }
    }
}
