package dev.stempel.examples;

import dev.stempel.Programme;
import dev.stempel.event.Purchase;
import dev.stempel.reward.Wording;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/** A rule about something Stempel knows nothing of: the application hands in a fact of its own with the event. */
public final class OwnFacts {

    /**
     * The weather at the shop.
     *
     * @param celsius how warm it is
     */
    public record Weather(int celsius) {}

    private OwnFacts() {}

    /** Prints to standard output. */
    public static void main(String[] args) throws IOException {
        run(Terminal.out());
    }

    static void run(PrintStream out) throws IOException {
        var programme = Programme.fromClasspath("own-facts", Weather.class);
        var wording = Wording.of(Locale.UK, programme.policies().currency());
        for (int celsius : new int[] {19, 31}) {
            var cones = Purchase.of("p-" + celsius, "c-7", Instant.parse("2025-06-12T10:00:00Z"))
                    .line("cone-vanilla", "cones", 2, "2.50");
            var outcome = programme.process(cones, new Weather(celsius));
            out.println(celsius + " degrees");
            outcome.rewards().forEach(reward -> out.println("  " + wording.say(reward)));
        }
    }
}
