package dev.stempel.cli;

import dev.stempel.Processed;
import dev.stempel.event.Return;
import dev.stempel.json.StempelJson;
import dev.stempel.log.LogRun;
import dev.stempel.problem.Problem;
import java.util.List;
import java.util.Locale;

/** Writes what becomes of a log and counts. */
final class Run implements LogRun.Listener {

    private final String log;
    private final Output outcomes;
    private final Output problems;
    private final boolean tellUnmatched;
    private final Summary summary = new Summary();

    Run(String log, Output outcomes, Output problems, boolean tellUnmatched) {
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
    public void became(Processed processed, boolean again, long line) {
        var outcome = processed.outcome();
        if (outcome == null) {
            processed.problems().forEach(problem -> bad(problem.foundIn(log, (int) line)));
            return;
        }
        outcomes.line(StempelJson.write(outcome));
        summary.count(processed.event(), outcome, again);
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
