package dev.stempel.problem;

import java.util.List;

/** An event, customer or setting is not acceptable; nothing was posted. */
public final class InvalidInput extends StempelException {

    private static final long serialVersionUID = 1L;

    /** All problems found at once. */
    public InvalidInput(List<Problem> problems) {
        super(problems);
    }
}
