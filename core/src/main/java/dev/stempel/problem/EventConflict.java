package dev.stempel.problem;

import java.util.List;

/** An event's id was used before for an event with other content; the first one stays as it was. */
public final class EventConflict extends StempelException {

    private static final long serialVersionUID = 1L;

    /** All problems found at once. */
    public EventConflict(List<Problem> problems) {
        super(problems);
    }
}
