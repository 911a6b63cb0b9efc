package dev.stempel;

import dev.stempel.problem.Problem;
import dev.stempel.problem.StempelException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides again for as long as somebody else is faster. Each time somebody is, another event was posted, so it
 * ends; a ledger that takes nothing at all, and would keep a till for ever, is told instead.
 */
final class Attempts {

    /** More than all tills together can be faster; a ledger that is at fault is told within seconds. */
    private static final int MOST = 10_000;

    private Attempts() {}

    /**
     * @param what what is decided, as a problem names it
     * @param attempt what became of it; empty when it has to be decided again
     * @throws StempelException when the ledger does not take it; nothing was posted
     */
    static <T> T at(String what, Supplier<Optional<T>> attempt) {
        for (int made = 0; made < MOST; made++) {
            var outcome = attempt.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new StempelException(List.of(Problem.in(
                what,
                "The ledger did not take it in " + MOST + " attempts, nor does it know it. Nothing was posted.",
                "Maybe rows were changed by hand? An audit of the ledger tells.")));
    }
}
