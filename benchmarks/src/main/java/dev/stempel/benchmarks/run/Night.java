package dev.stempel.benchmarks.run;

import dev.stempel.Processed;
import dev.stempel.Programme;
import dev.stempel.benchmarks.ledger.Database;
import dev.stempel.benchmarks.report.Results.Figure;
import dev.stempel.benchmarks.report.Samples;
import dev.stempel.event.Customer;
import dev.stempel.event.Day;
import dev.stempel.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a shop does every night, on SQLite: a day has passed for every customer. In one call, and with a call for each. */
public final class Night {

    private static final int CUSTOMERS = 2_000;
    private static final int WARM_UPS = 8;
    private static final Instant FIRST = Instant.parse("2025-03-01T02:00:00Z");

    private Night() {}

    /**
     * Seconds of both, in a JVM of their own.
     *
     * @param folder where the databases write
     * @param rounds how often each is measured
     */
    public static Map<Figure, Samples> seconds(Path folder, int rounds) throws IOException {
        return Java.figures(List.of("-Xmx2g"), Night.class, folder.toString(), "" + rounds);
    }

    /** Takes the folder and how often to measure; prints a figure and its seconds on each line. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        try (var one = Database.sqlite(Files.createDirectories(folder.resolve("one")));
                var oneLedger = one.ledger();
                var other = Database.sqlite(Files.createDirectories(folder.resolve("other")));
                var otherLedger = other.ledger()) {
            measure(programme(oneLedger), programme(otherLedger), Integer.parseInt(arguments[1]));
        }
    }

    private static void measure(Programme one, Programme other, int rounds) throws Exception {
        int nights = WARM_UPS + rounds;
        for (int night = 0; night < nights; night++) {
            var days = days(night);
            var oneByOne = new ArrayList<Processed>();
            var together = new ArrayList<Processed>();
            var calls =
                    Clock.of(() -> days.forEach(day -> oneByOne.add(new Processed(day, one.process(day), List.of()))));
            var call = Clock.of(() -> together.addAll(other.process(days)));
            if (!together.equals(oneByOne)) {
                throw new IllegalStateException("The two do not give the same rewards.");
            }
            if (night >= WARM_UPS) {
                System.out.println(Figure.NIGHT_ONE + " " + calls.time());
                System.out.println(Figure.NIGHT_TOGETHER + " " + call.time());
                System.out.println(Figure.NIGHT_CPU_ONE + " " + calls.cpu());
                System.out.println(Figure.NIGHT_CPU_TOGETHER + " " + call.cpu());
            }
        }
    }

    private static Programme programme(Ledger ledger) throws IOException {
        var shop = Programme.fromClasspath("stempel/rules/activities");
        return Programme.of(shop.rules(), shop.policies(), ledger).withCustomers(Night::customer);
    }

    private static Customer customer(String id) {
        return Customer.of(id).born(LocalDate.EPOCH.plusDays(Math.floorMod(id.hashCode(), 10_000)));
    }

    private static List<Day> days(int night) {
        var at = FIRST.plus(Duration.ofDays(night));
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new Day("night-" + night + "-" + i, "c-" + i, at))
                .toList();
    }
}
