package dev.stempel;

import dev.stempel.event.Event;
import dev.stempel.problem.Problem;
import dev.stempel.reward.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event of many.
 *
 * @param event the event
 * @param outcome what it came to; absent when it could not be posted
 * @param problems why it could not be posted; empty when it was
 */
public record Processed(Event event, @Nullable Outcome outcome, List<Problem> problems) {

    public Processed {
        problems = List.copyOf(problems);
    }

    /** True when the event is in the ledger. */
    public boolean posted() {
        return problems.isEmpty();
    }
}
