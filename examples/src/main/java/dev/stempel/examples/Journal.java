package dev.stempel.examples;

import dev.stempel.event.Event;
import dev.stempel.reward.Outcome;
import dev.stempel.reward.Wording;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what happened and what came of it, day by day. */
final class Journal {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final PrintStream out;
    private final ZoneId zone;
    private final DateTimeFormatter date;
    private final Wording wording;
    private @Nullable LocalDate day;

    Journal(PrintStream out, ZoneId zone, Locale locale, Wording wording) {
        this.out = out;
        this.zone = zone;
        this.date = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale);
        this.wording = wording;
    }

    void write(Event event, Outcome outcome) {
        var local = event.at().atZone(zone);
        if (!local.toLocalDate().equals(day)) {
            day = local.toLocalDate();
            out.printf("%n%s%n", date.format(local));
        }
        out.printf("  %s  %s %s%n", TIME.format(local), event.customer(), EventWords.of(event));
        outcome.rewards().forEach(reward -> out.println("         + " + wording.say(reward)));
        outcome.refused()
                .forEach(refusal -> out.println("         x " + wording.say(refusal) + " - " + refusal.explanation()));
    }
}
