package dev.stempel.problem;

import java.util.List;

/** A rule file cannot be used. The rule book that was in use stays as it is. */
public final class InvalidRules extends StempelException {

    private static final long serialVersionUID = 1L;

    /** All problems found at once. */
    public InvalidRules(List<Problem> problems) {
        super(problems);
    }
}
