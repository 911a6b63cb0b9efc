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

    /** The JVM compiles for so long. */
    private static final int WARM_UPS = 5;

    private Retail() {}

    /** Seconds of both, in a JVM of their own. */
    public static Map<Figure, Samples> seconds(Path log, int rounds) throws IOException {
        return Java.figures(List.of("-Xmx4g"), Retail.class, log.toString(), "" + rounds);
    }

    /** Takes the log and how often to measure; prints a figure and its seconds on each line. */
    public static void main(String[] arguments) throws Exception {
        var log = Path.of(arguments[0]);
        var rules = RetailByStempel.rules();
        int rounds = Integer.parseInt(arguments[1]);
        for (int i = -WARM_UPS; i < rounds; i++) {
            var earned = new ArrayList<Map<String, Earned>>();
            var stempel = Clock.of(() -> earned.add(RetailByStempel.earned(rules, log)));
            var byHand = Clock.of(() -> earned.add(RetailByHand.earned(log)));
            if (!earned.get(0).equals(earned.get(1))) {
                throw new IllegalStateException("The two do not give the same rewards.");
            }
            if (i == -WARM_UPS) {
                System.out.println(Figure.RETAIL_FIRST + " " + stempel.time());
            } else if (i >= 0) {
                System.out.println(Figure.RETAIL_STEMPEL + " " + stempel.time());
                System.out.println(Figure.RETAIL_JAVA + " " + byHand.time());
                System.out.println(Figure.RETAIL_CPU_STEMPEL + " " + stempel.cpu());
                System.out.println(Figure.RETAIL_CPU_JAVA + " " + byHand.cpu());
            }
        }
    }
}
