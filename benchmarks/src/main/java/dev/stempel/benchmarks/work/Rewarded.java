package dev.stempel.benchmarks.work;

import java.util.List;

/** What an evaluation came to; only turned into the common form when somebody compares. */
public interface Rewarded {

    /** The rewards in the common form, in any order. */
    List<Given> given();
}
