package dev.stempel.durability;

import dev.stempel.Programme;
import dev.stempel.event.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A till in a process of its own, that says of each event that it was acknowledged. It sells on several databases at
 * once, so that killing one process is a trial for all of them.
 */
final class Child {

    private static final int CUSTOMERS = 3;
    private static final int DRAWS = 150;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private Child() {}

    /**
     * Sells until it is killed, or takes part in the draw until everybody had a turn.
     *
     * @param arguments {@code sell} or {@code draw}, a name, then the URL of each database
     */
    public static void main(String[] arguments) throws InterruptedException {
        // A child that goes on with half of its work would be waited for.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        for (int i = 2; i < arguments.length; i++) {
            var database = "on " + (i - 2) + " ";
            var shop = Shop.on(Shop.ledger(arguments[i]));
            new Thread(() -> work(shop, database, arguments[0], arguments[1])).start();
        }
        Thread.sleep(LONGEST_LIFE.toMillis());
        throw new IllegalStateException("Nobody killed the child, and it did not come to an end.");
    }

    private static void work(Programme shop, String database, String task, String name) {
        boolean sells = task.equals("sell");
        for (int i = 0; sells || i < DRAWS; i++) {
            Event event = sells ? sale(name, i) : Shop.draw(name + i, name + i);
            var outcome = shop.process(event);
            System.out.println(database + event.id() + (outcome.rewards().isEmpty() ? " in vain" : ""));
        }
        Runtime.getRuntime().halt(0);
    }

    static Event sale(String name, int number) {
        return Shop.sale(name + number, customer(name, number % CUSTOMERS));
    }

    static List<String> customers(String name) {
        return List.of(customer(name, 0), customer(name, 1), customer(name, 2));
    }

    private static String customer(String name, int number) {
        return name + "c" + number;
    }

    /** Starts a child on these databases. */
    static Running start(String task, String name, List<String> urls) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:+DisplayVMOutputToStderr",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                task,
                name));
        command.addAll(urls);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Running(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /**
     * A child at work.
     *
     * @param process its process
     * @param says what it says
     */
    record Running(Process process, BufferedReader says) {

        /** The next event it acknowledged, as in {@code on 0 sale-17}; absent when it is gone. */
        @Nullable
        String next() throws IOException {
            var line = says.readLine();
            if (line != null && !line.startsWith("on ")) {
                process.toHandle().destroyForcibly();
                throw new IllegalStateException("The child says: " + line + "\n"
                        + String.join("\n", says.lines().toList()));
            }
            return line;
        }

        /** SIGKILL; returns what it acknowledged until then. */
        List<String> kill() {
            process.toHandle().destroyForcibly();
            return says.lines().filter(line -> line.startsWith("on ")).toList();
        }
    }
}
