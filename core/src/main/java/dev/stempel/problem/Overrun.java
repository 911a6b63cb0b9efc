package dev.stempel.problem;

import java.util.List;

/** Deciding an event took more than the programme's bounds allow; nothing was posted. */
public final class Overrun extends StempelException {

    private static final long serialVersionUID = 1L;

    /** All problems found at once. */
    public Overrun(List<Problem> problems) {
        super(problems);
    }
}
