package dev.stempel.cli;

import dev.stempel.Programme;
import dev.stempel.event.Event;
import dev.stempel.event.Return;
import dev.stempel.log.LogListener;
import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a log through a programme for the sake of what its ledger remembers then. */
final class Posting implements LogListener {

    private final Programme programme;
    private final String log;
    private final Output problems;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long bad;

    Posting(Programme programme, String log, Output problems) {
        this.programme = programme;
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
    public boolean happened(Event event, long line) {
        try {
            programme.process(event);
        } catch (StempelException e) {
            e.problems().forEach(problem -> bad(problem.foundIn(log, (int) line)));
            return false;
        }
        var at = event.at();
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        return true;
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
