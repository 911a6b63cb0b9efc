package dev.stempel.benchmarks.run;

import dev.stempel.Programme;
import dev.stempel.benchmarks.column.StempelRules;
import dev.stempel.benchmarks.report.Samples;
import dev.stempel.benchmarks.work.Work;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How much memory a rule book of 20 offers takes that has decided a basket: on the heap and for its classes. */
public final class Footprint {

    private static final int BOOKS = 20;

    private Footprint() {}

    /** Kilobytes for each rule book, each time in a JVM of its own. */
    public static Samples kilobytes(int rounds) throws IOException {
        var kilobytes = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            kilobytes.add(Double.valueOf(Java.run(List.of("-XX:+UseSerialGC"), Footprint.class)));
        }
        return new Samples(kilobytes);
    }

    /** Prints the kilobytes each of some rule books takes. The first is not counted: it brings the engine's classes. */
    public static void main(String[] arguments) {
        var work = Work.of(20, 10, 10);
        var kept = new ArrayList<Programme>();
        long before = 0;
        for (int i = 0; i <= BOOKS; i++) {
            var programme = StempelRules.programme(work.offers());
            programme.preview(work.basket().purchase());
            kept.add(programme);
            if (i == 0) {
                before = used();
            }
        }
        System.out.println((used() - before) / 1_024.0 / (kept.size() - 1));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getUsed()
                + memory.getNonHeapMemoryUsage().getUsed();
    }
}
