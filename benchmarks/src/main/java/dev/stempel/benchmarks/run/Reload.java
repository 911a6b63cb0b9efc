package dev.stempel.benchmarks.run;

import dev.stempel.RuleBook;
import dev.stempel.benchmarks.column.StempelRules;
import dev.stempel.benchmarks.report.Samples;
import dev.stempel.benchmarks.work.Work;
import java.util.ArrayList;

/** How long it takes until an edited file is live again, in a JVM that has been running for a while. */
public final class Reload {

    private static final int FILES = 200;
    private static final int WARMUPS = 3;

    private Reload() {}

    /** Milliseconds for a rule book of 200 files, one of which was edited. */
    public static Samples milliseconds(int rounds) {
        var texts = StempelRules.texts(Work.of(FILES, 10, 10).offers(), 1);
        var milliseconds = new ArrayList<Double>();
        for (int i = 0; i < WARMUPS + rounds; i++) {
            var edited = "Edited %d times: ".formatted(i);
            texts.computeIfPresent("offer-0.drl", (name, text) -> text.replaceFirst("rule \"", "rule \"" + edited));
            long start = System.nanoTime();
            var book = RuleBook.of(texts);
            if (book.offers().size() != FILES) {
                throw new IllegalStateException("Some offers are missing.");
            }
            if (i >= WARMUPS) {
                milliseconds.add((System.nanoTime() - start) / 1e6);
            }
        }
        return new Samples(milliseconds);
    }
}
