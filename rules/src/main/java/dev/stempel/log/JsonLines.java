package dev.stempel.log;

import dev.stempel.event.Event;
import dev.stempel.event.Purchase;
import dev.stempel.event.Return;
import dev.stempel.json.StempelJson;
import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;

/** A log of one event a line, as JSON. */
final class JsonLines {

    private final String file;
    private final LogListener listener;
    private int line;

    JsonLines(String file, LogListener listener) {
        this.file = file;
        this.listener = listener;
    }

    void read(BufferedReader reader) {
        try {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    tell(text);
                }
            }
        } catch (IOException e) {
            listener.bad(EventLog.endsEarly(file, line + 1, e));
        }
    }

    private void tell(String text) {
        if (EventLog.isGarbled(text)) {
            listener.bad(new Problem(
                    file, line, "The line is not written in UTF-8.", "Maybe save the file again with that encoding?"));
            return;
        }
        Event event;
        try {
            event = StempelJson.event(text);
        } catch (InvalidInput e) {
            e.problems().forEach(this::bad);
            return;
        }
        if (event.customer().isBlank() && (event instanceof Purchase || event instanceof Return)) {
            listener.skipped(event.id(), LogRemarks.Skip.GUEST);
        } else {
            listener.happened(event, line);
        }
    }

    private void bad(Problem problem) {
        listener.bad(problem.foundIn(file, line));
    }
}
