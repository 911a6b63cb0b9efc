package dev.stempel.cases;

import dev.stempel.reward.Outcome;
import java.util.Set;

/** Where a case is played: a programme that has seen nothing yet. */
@FunctionalInterface
public interface Stage {

    /**
     * Lets everything happen that was given, and then what happens now.
     *
     * @param offers the ids of the offers that take part; all others are silent
     * @param events the customer, what happened before and what happens now
     * @param facts facts of the embedding application that go with what happens now
     * @return what came of what happens now
     */
    Outcome play(Set<String> offers, CaseEvents events, Object... facts);
}
