package dev.stempel.cli;

import dev.stempel.Programme;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.json.StempelJson;
import dev.stempel.log.LogListener;
import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.util.List;
import java.util.Locale;

/** Puts a log through a programme, writes what comes of it and counts. */
final class Run implements LogListener {

    private final Programme programme;
    private final String log;
    private final Output outcomes;
    private final Output problems;
    private final boolean tellUnmatched;
    private final Summary summary = new Summary();

    Run(Programme programme, String log, Output outcomes, Output problems, boolean tellUnmatched) {
        this.programme = programme;
        this.log = log;
        this.outcomes = outcomes;
        this.problems = problems;
        this.tellUnmatched = tellUnmatched;
    }

    /** What is written of a receipt that becomes no event. */
    record Skipped(String event, String skipped) {}

    /** What is written of returned goods that match no purchase. */
    record Unmatched(String event, List<Return.Line> unmatched) {}

    Summary summary() {
        return summary;
    }

    @Override
    public boolean happened(Event event, long line) {
        try {
            boolean repeated = programme.ledger().operation(event.id()).isPresent();
            var outcome = programme.process(event);
            outcomes.line(StempelJson.write(outcome));
            summary.count(event, outcome, repeated);
            return true;
        } catch (StempelException e) {
            for (var problem : e.problems()) {
                bad(problem.foundIn(log, (int) line));
            }
            return false;
        }
    }

    @Override
    public void skipped(String receipt, Skip why) {
        outcomes.line(StempelJson.write(new Skipped(receipt, why.name().toLowerCase(Locale.ROOT))));
        summary.count(why);
    }

    @Override
    public void unmatched(String receipt, List<Return.Line> lines, long line) {
        outcomes.line(StempelJson.write(new Unmatched(receipt, lines)));
        summary.count(lines);
        if (tellUnmatched) {
            for (var one : lines) {
                problems.line(new Problem(
                        log,
                        (int) line,
                        receipt + ": " + one.quantity() + " of " + one.sku() + " match no purchase.",
                        "Maybe they were bought before the log begins?"));
            }
        }
    }

    @Override
    public void bad(Problem problem) {
        problems.line(problem);
        summary.countBad();
    }
}
