package dev.stempel.cases;

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
     */
    Played play(Set<String> offers, CaseEvents events, Object... facts);
}
