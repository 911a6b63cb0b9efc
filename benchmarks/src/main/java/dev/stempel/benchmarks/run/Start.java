package dev.stempel.benchmarks.run;

import dev.stempel.benchmarks.column.StempelRules;
import dev.stempel.benchmarks.report.Results.Figure;
import dev.stempel.benchmarks.report.Samples;
import dev.stempel.benchmarks.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long it takes from starting a JVM to the first reward, with 200 rules in 50 files. */
public final class Start {

    private static final int AOT_SINCE = 25;

    private final Path folder;
    private final Map<Figure, Ready> ways = new EnumMap<>(Figure.class);

    /** A JVM that may have something prepared. */
    private record Ready(Path java, String option) {}

    private Start(Path folder) {
        this.folder = folder;
    }

    /**
     * Seconds of each way to start, in turns: with nothing prepared, with class-data sharing, and with an AOT cache where
     * there is a JVM that has it.
     *
     * @param folder where the rule files are written, and what is prepared
     * @param aotJava the command of the JVM with the AOT cache
     * @param rounds how often each is started
     */
    public static Map<Figure, Samples> seconds(Path folder, Path aotJava, int rounds) throws IOException {
        for (var file : StempelRules.texts(Work.of(200, 10, 10).offers(), 4).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var start = new Start(folder);
        start.prepare(aotJava);
        return start.measure(rounds);
    }

    private void prepare(Path aotJava) throws IOException {
        ways.put(Figure.START, new Ready(Java.OWN, "-Xshare:auto"));
        var archive = folder.resolve("first-reward.jsa");
        run(Java.OWN, "-XX:ArchiveClassesAtExit=" + archive);
        ways.put(Figure.START_CDS, new Ready(Java.OWN, "-XX:SharedArchiveFile=" + archive));
        if (Java.feature(aotJava) >= AOT_SINCE) {
            var cache = folder.resolve("first-reward.aot");
            run(aotJava, "-XX:AOTCacheOutput=" + cache);
            ways.put(Figure.START_AOT, new Ready(aotJava, "-XX:AOTCache=" + cache));
        }
    }

    private Map<Figure, Samples> measure(int rounds) throws IOException {
        var seconds = new EnumMap<Figure, List<Double>>(Figure.class);
        for (int i = 0; i < rounds; i++) {
            for (var way : ways.entrySet()) {
                long start = System.nanoTime();
                run(way.getValue().java, way.getValue().option);
                seconds.computeIfAbsent(way.getKey(), one -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
            }
        }
        var samples = new EnumMap<Figure, Samples>(Figure.class);
        seconds.forEach((way, all) -> samples.put(way, new Samples(all)));
        return samples;
    }

    private void run(Path java, String option) throws IOException {
        Java.run(java, List.of(option), FirstReward.class, folder.toString());
    }
}
