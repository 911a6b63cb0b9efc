package dev.stempel.benchmarks.ledger;

import dev.stempel.benchmarks.report.Results.Figure;
import dev.stempel.benchmarks.report.Samples;
import dev.stempel.benchmarks.run.Java;
import dev.stempel.ledger.jdbc.JdbcLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Events per second that are remembered for good: one by one, by several tills at once, many in one call, and those of a
 * customer with a long history. Everything in turns with bare commits, because disks have their moods.
 */
public final class Remembering {

    private static final int TILLS = 8;
    private static final int TOGETHER = 5_000;
    /** Three entries each. */
    private static final int PURCHASES_OF_THE_OLD = 34_000;

    private static final int YOUNG = 200;

    /** Besides the purchases of the old customer, which warm up all but the single commit. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final String store;
    private final Database database;
    private final Duration time;
    private final Shop shop;
    private int round;

    private Remembering(String store, Database database, JdbcLedger ledger, Duration time) {
        this.store = store;
        this.database = database;
        this.time = time;
        this.shop = new Shop(ledger);
    }

    /**
     * Everything that is measured of both databases, in a JVM of its own.
     *
     * @param folder where the databases write
     * @param rounds how often each is measured
     * @param time how long each time
     */
    public static Map<Figure, Samples> figures(Path folder, int rounds, Duration time) throws IOException {
        return Java.figures(List.of("-Xmx2g"), Remembering.class, folder.toString(), "" + rounds, "" + time.toMillis());
    }

    /** Takes the folder, the rounds and the milliseconds of each; prints a figure and what it came to on each line. */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        var time = Duration.ofMillis(Long.parseLong(arguments[2]));
        for (int i = 0; i < rounds; i++) {
            System.out.println(Figure.DISK + " " + Disk.microseconds(folder));
        }
        try (var file = Database.sqlite(folder);
                var ledger = file.ledger()) {
            new Remembering("SQLITE", file, ledger, time).measure(rounds);
        }
        try (var server = Database.postgres(folder);
                var ledger = server.ledger()) {
            new Remembering("POSTGRES", server, ledger, time).measure(rounds);
        }
    }

    private void measure(int rounds) throws SQLException, InterruptedException, ExecutionException {
        shop.remember("old", PURCHASES_OF_THE_OLD);
        perSecond(WARM_UP, shop::sell);
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare (event TEXT)");
        }
        for (round = 0; round < rounds; round++) {
            tell("BARE", bare());
            tell("ONE", perSecond(time, shop::sell));
            tell("TILLS", tills());
            tell("TOGETHER", TOGETHER * perSecond(time, () -> shop.sell(TOGETHER)));
            compareAges();
        }
    }

    private void tell(String what, double value) {
        System.out.println(Figure.valueOf(store + "_" + what) + " " + value);
    }

    private double bare() throws SQLException {
        try (var connection = database.connection();
                var row = connection.prepareStatement("INSERT INTO bare (event) VALUES (?)")) {
            return perSecond(time, () -> {
                row.setString(1, "p-1");
                row.executeUpdate();
            });
        }
    }

    private double tills() throws InterruptedException, ExecutionException {
        var tills = Executors.newFixedThreadPool(TILLS);
        double sum = 0;
        for (var rate : tills.invokeAll(IntStream.range(0, TILLS)
                .mapToObj(till -> (Callable<Double>) () -> perSecond(time, shop::sell))
                .toList())) {
            sum += rate.get();
        }
        tills.shutdown();
        return sum;
    }

    /**
     * Microseconds for a purchase of a customer with ten entries, others than in the rounds before, and of one with 100,000:
     * in turns, so that both meet the same moods.
     */
    private void compareAges() {
        for (int i = 0; i < YOUNG; i++) {
            shop.remember("young-" + round + "-" + i, 3);
        }
        double young = 0;
        double old = 0;
        for (int i = 0; i < YOUNG; i++) {
            young += microseconds("young-" + round + "-" + i, 0);
            old += microseconds("old", round * YOUNG + i);
        }
        tell("YOUNG", young / YOUNG);
        tell("OLD", old / YOUNG);
    }

    private double microseconds(String customer, int time) {
        long start = System.nanoTime();
        shop.sellAfterwards(customer, time);
        return (System.nanoTime() - start) / 1e3;
    }

    private interface Work {
        void once() throws SQLException;
    }

    private static double perSecond(Duration time, Work work) throws SQLException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long times = 0;
        while (System.nanoTime() < end) {
            work.once();
            times++;
        }
        return times * 1e9 / (System.nanoTime() - start);
    }
}
