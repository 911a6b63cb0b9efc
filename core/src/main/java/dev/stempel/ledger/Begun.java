package dev.stempel.ledger;

import dev.stempel.problem.InvalidInput;
import dev.stempel.problem.Problem;
import java.util.List;

/** What is wrong with lending to a ledger that is in use. */
public final class Begun {

    private Begun() {}

    /** The ledger has operations or a loan already. */
    public static InvalidInput already() {
        return new InvalidInput(List.of(Problem.in(
                "ledger",
                "The ledger has begun already; only an empty one can take a loan.",
                "Maybe merge it, and begin a new file?")));
    }
}
