package dev.stempel.problem;

import java.util.List;

/** A ledger has rows that nobody can read any more: somebody changed them, or a disk failed. Nothing was posted. */
public final class Unreadable extends StempelException {

    private static final long serialVersionUID = 1L;

    /** All rows found at once. */
    public Unreadable(List<Problem> problems) {
        super(problems);
    }
}
