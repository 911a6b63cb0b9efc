package dev.stempel.cli;

import dev.stempel.Processed;
import dev.stempel.event.Return;
import dev.stempel.log.LogRun;
import dev.stempel.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears from when to when a log goes, for the sake of what a ledger remembers of it, and what is wrong with it. */
final class Posting implements LogRun.Listener {

    private final String log;
    private final Output problems;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long bad;

    Posting(String log, Output problems) {
        this.log = log;
        this.problems = problems;
    }

    /** The time of the first event; absent when there was none. */
    @Nullable
    Instant first() {
        return first;
    }

    /** The time of the last event; absent when there was none. */
    @Nullable
    Instant last() {
        return last;
    }

    /** How many things are wrong with the log. */
    long bad() {
        return bad;
    }

    @Override
    public void became(Processed processed, boolean again, long line) {
        if (!processed.posted()) {
            processed.problems().forEach(problem -> bad(problem.foundIn(log, (int) line)));
            return;
        }
        var at = processed.event().at();
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
    }

    @Override
    public void skipped(String receipt, Skip why) {}

    @Override
    public void unmatched(String receipt, List<Return.Line> lines, long line) {}

    @Override
    public void bad(Problem problem) {
        bad++;
        problems.line(problem);
    }
}
