package dev.stempel.benchmarks.run;

import dev.stempel.benchmarks.column.StempelRules;
import dev.stempel.benchmarks.report.Samples;
import dev.stempel.benchmarks.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long it takes from starting a JVM to the first reward, with 200 rules in 50 files. */
public final class Start {

    private static final int AOT_SINCE = 25;

    private final Path folder;
    private final int rounds;

    /** Writes the rule files into a folder. */
    public Start(Path folder, int rounds) throws IOException {
        this.folder = folder;
        this.rounds = rounds;
        for (var file : StempelRules.texts(Work.of(200, 10, 10).offers(), 4).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Seconds, with nothing prepared. */
    public Samples plain() throws IOException {
        return seconds(List.of());
    }

    /** Seconds with the AOT cache of the JVM; empty on a JVM that has none. */
    public Optional<Samples> withAotCache() throws IOException {
        if (Runtime.version().feature() < AOT_SINCE) {
            return Optional.empty();
        }
        var cache = folder.resolve("first-reward.aot");
        Java.run(List.of("-XX:AOTCacheOutput=" + cache), FirstReward.class, folder.toString());
        return Optional.of(seconds(List.of("-XX:AOTCache=" + cache)));
    }

    private Samples seconds(List<String> options) throws IOException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            Java.run(options, FirstReward.class, folder.toString());
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return new Samples(seconds);
    }
}
